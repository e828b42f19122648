import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileFailure, FileQuery, FileSource } from '../corpus/fileSource.ts';
import { IGNORE_FILE_NAME, type IgnoreFile, isIgnored, NEVER_ENTERED, parseIgnoreFile } from '../corpus/ignoreFiles.ts';
import { globOf } from '../text/globs.ts';

/** The files of this machine. */
export function diskFiles(): FileSource {
  return { list: listFiles, read: (uri) => readPath(pathOf(uri)) };
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

export function failureOf(error: unknown): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { failure: 'missing', detail };
  if (code === 'EACCES' || code === 'EPERM') return { failure: 'forbidden', detail };
  if (code === 'EISDIR') return { failure: 'folder', detail };
  return { failure: 'unreadable', detail };
}

async function readPath(path: string): Promise<Uint8Array | FileFailure> {
  try {
    return await readFile(path);
  } catch (error) {
    return failureOf(error);
  }
}

interface Walk {
  readonly query: FileQuery;
  readonly signal: AbortSignal;
  /** Whether a path relative to the globs' folder is wanted. */
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly base: string;
}

async function* listFiles(query: FileQuery, signal: AbortSignal): AsyncGenerator<string> {
  const listed = new Set<string>();
  const included = globOf(query.include);
  const exclusions = query.exclude.map(globOf);
  const excluded = (path: string): boolean => exclusions.some((excludes) => excludes(path));
  for (const folderUri of query.folders) {
    const folder = pathOf(folderUri);
    const base = query.base === undefined ? folder : pathOf(query.base);
    const above = query.heedIgnoreFiles ? await ignoreFilesAbove(folder) : [];
    for await (const path of walk({ query, signal, included, excluded, base }, folder, above)) {
      const uri = uriOf(path);
      if (listed.has(uri)) continue;
      listed.add(uri);
      yield uri;
    }
  }
}

/**
 * Symbolic links are not followed: what they point at is either listed where it stands or lies outside the folder, and
 * without them no walk can go in circles.
 */
async function* walk(options: Walk, folder: string, above: readonly IgnoreFile[]): AsyncGenerator<string> {
  const { query, signal } = options;
  signal.throwIfAborted();
  const entries = await entriesOf(folder, query);
  const ignoreFiles = query.heedIgnoreFiles ? await withIgnoreFile(above, folder, entries) : above;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = slashed(relative(options.base, path));
    if (options.excluded(name)) continue;
    if (entry.isDirectory()) {
      if (NEVER_ENTERED.has(entry.name) || isIgnored(ignoreFiles, slashed(path), true)) continue;
      yield* walk(options, path, ignoreFiles);
    } else if (entry.isFile() && options.included(name) && !isIgnored(ignoreFiles, slashed(path), false)) {
      signal.throwIfAborted();
      yield path;
    }
  }
}

async function entriesOf(folder: string, query: FileQuery): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    query.failed?.(uriOf(folder), failureOf(error));
    return [];
  }
}

/** Those between the folder and the top of the repository that holds it. */
async function ignoreFilesAbove(folder: string): Promise<IgnoreFile[]> {
  const parents: string[] = [];
  for (let at = folder; !(await exists(join(at, '.git'))); at = dirname(at)) {
    if (dirname(at) === at) return [];
    parents.unshift(dirname(at));
  }
  const found: IgnoreFile[] = [];
  for (const parent of parents) {
    const ignoreFile = await ignoreFileIn(parent);
    // Who names an ignored folder means it.
    if (ignoreFile && !isIgnored([ignoreFile], slashed(folder), true)) found.push(ignoreFile);
  }
  return found;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function withIgnoreFile(
  above: readonly IgnoreFile[],
  folder: string,
  entries: readonly Dirent[],
): Promise<readonly IgnoreFile[]> {
  if (!entries.some((entry) => entry.name === IGNORE_FILE_NAME)) return above;
  const own = await ignoreFileIn(folder);
  return own ? [...above, own] : above;
}

async function ignoreFileIn(folder: string): Promise<IgnoreFile | undefined> {
  const bytes = await readPath(join(folder, IGNORE_FILE_NAME));
  if ('failure' in bytes) return undefined;
  return parseIgnoreFile(slashed(folder), bytes);
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
