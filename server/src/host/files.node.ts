import { closeSync, type Dirent, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileFailure, FileQuery, FileSource } from '../corpus/fileSource.ts';
import { IGNORE_FILE_NAME, type IgnoreFile, isIgnored, NEVER_ENTERED, parseIgnoreFile } from '../corpus/ignoreFiles.ts';
import { globOf } from '../text/globs.ts';
import { readUtf8 } from './utf8.node.ts';

/** The calls to the disk that reading and listing take. They throw. */
interface DiskCalls {
  entries(folder: string): Dirent[] | Promise<Dirent[]>;
  bytes(path: string): Uint8Array | Promise<Uint8Array>;
  exists(path: string): boolean | Promise<boolean>;
}

/** For a server, which has to listen while the disk is at work. */
const PATIENT: DiskCalls = {
  entries: (folder) => readdir(folder, { withFileTypes: true }),
  bytes: (path) => readFile(path),
  exists: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
};

/** For a thread that has nothing else to do: to wait costs a tenth of what it costs to be told later of a small file. */
const BLOCKING: DiskCalls = {
  entries: (folder) => readdirSync(folder, { withFileTypes: true }),
  bytes: (path) => readFileSync(path),
  exists: existsSync,
};

/** The files of this machine; `blocking`: whether the thread waits for the disk. */
export function diskFiles({ blocking = false } = {}): FileSource {
  const calls = blocking ? BLOCKING : PATIENT;
  return {
    list: (query, signal) => listFiles(query, signal, calls),
    read: (uri) => readPath(pathOf(uri), calls),
    readUtf8,
  };
}

/** More than nearly all files have, so that those are read at once. */
const READ_AT_ONCE = 1 << 20;

/**
 * For a thread that is done with each file before it reads the next: what `read` answers holds until it is called again.
 * Memory for each of many small files costs half as much as to read them.
 */
export function filesOneByOne(): Pick<FileSource, 'read' | 'readUtf8'> {
  const memory = Buffer.allocUnsafeSlow(READ_AT_ONCE);
  const calls: DiskCalls = { ...BLOCKING, bytes: (path) => bytesInto(memory, path) };
  return { read: (uri) => readPath(pathOf(uri), calls), readUtf8 };
}

/** A pipe may give less than is asked for while there is more to come, so that nothing but an empty answer is the end. */
function bytesInto(memory: Buffer, path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const filled: Buffer[] = [];
    let length = 0;
    for (let got = -1; got !== 0; length += got) {
      if (length === memory.length) {
        filled.push(Buffer.from(memory));
        length = 0;
      }
      got = readSync(file, memory, length, memory.length - length, null);
    }
    const rest = memory.subarray(0, length);
    return filled.length === 0 ? rest : Buffer.concat([...filled, rest]);
  } finally {
    closeSync(file);
  }
}

/** What stands in a URI as it stands in a path, which on Windows is another matter. */
const PLAIN_PATH = sep === '/' ? /^\/[\w./~-]*$/ : /^(?!)/;
const FILE = 'file://';

export function uriOf(path: string): string {
  return PLAIN_PATH.test(path) && !path.startsWith('//') ? FILE + path : URI.file(path).toString();
}

export function pathOf(uri: string): string {
  const path = uri.slice(FILE.length);
  return uri.startsWith(FILE) && PLAIN_PATH.test(path) ? path : URI.parse(uri).fsPath;
}

export function failureOf(error: unknown): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { failure: 'missing', detail };
  if (code === 'EACCES' || code === 'EPERM') return { failure: 'forbidden', detail };
  if (code === 'EISDIR') return { failure: 'folder', detail };
  return { failure: 'unreadable', detail };
}

async function readPath(path: string, calls: DiskCalls): Promise<Uint8Array | FileFailure> {
  try {
    return await calls.bytes(path);
  } catch (error) {
    return failureOf(error);
  }
}

interface Walk {
  readonly calls: DiskCalls;
  readonly query: FileQuery;
  readonly signal: AbortSignal;
  /** Whether a path relative to the globs' folder is wanted. */
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly base: string;
}

async function* listFiles(query: FileQuery, signal: AbortSignal, calls: DiskCalls): AsyncGenerator<string> {
  const listed = new Set<string>();
  const included = globOf(query.include);
  const exclusions = query.exclude.map(globOf);
  const excluded = (path: string): boolean => exclusions.some((excludes) => excludes(path));
  for (const folderUri of query.folders) {
    const folder = pathOf(folderUri);
    const base = query.base === undefined ? folder : pathOf(query.base);
    const above = query.heedIgnoreFiles ? await ignoreFilesAbove(folder, calls) : [];
    for await (const uris of walk({ calls, query, signal, included, excluded, base }, folder, above)) {
      for (const uri of uris) {
        signal.throwIfAborted();
        if (query.folders.length > 1) {
          if (listed.has(uri)) continue;
          listed.add(uri);
        }
        yield uri;
      }
    }
  }
}

/**
 * URIs, of files that stand beside each other at once. Symbolic links are not followed: what they point at is either listed
 * where it stands or lies outside the folder, and without them no walk can go in circles.
 */
async function* walk(options: Walk, folder: string, above: readonly IgnoreFile[]): AsyncGenerator<readonly string[]> {
  const { query, signal } = options;
  signal.throwIfAborted();
  const entries = await entriesOf(folder, options);
  const ignoreFiles = query.heedIgnoreFiles ? await withIgnoreFile(above, folder, entries, options.calls) : above;
  const isLeftOut = (name: string, isFolder: boolean): boolean =>
    ignoreFiles.length > 0 && isIgnored(ignoreFiles, slashed(join(folder, name)), isFolder);
  const way = slashed(relative(options.base, folder));
  const uriIn = urisIn(folder);
  let found: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const wayTo = way === '' ? name : `${way}/${name}`;
    if (options.excluded(wayTo)) continue;
    if (entry.isDirectory()) {
      if (NEVER_ENTERED.has(name) || isLeftOut(name, true)) continue;
      yield found;
      found = [];
      yield* walk(options, join(folder, name), ignoreFiles);
    } else if (entry.isFile() && options.included(wayTo) && !isLeftOut(name, false)) found.push(uriIn(name));
  }
  yield found;
}

const PLAIN_NAME = /^[\w.~-]+$/;

/** The URIs of the files of a folder, by their names. */
export function urisIn(folder: string): (name: string) => string {
  const folderUri = uriOf(folder).replace(/\/?$/, '/');
  return (name) => (PLAIN_NAME.test(name) ? folderUri + name : uriOf(join(folder, name)));
}

async function entriesOf(folder: string, { calls, query }: Walk): Promise<Dirent[]> {
  try {
    const entries = await calls.entries(folder);
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    query.failed?.(uriOf(folder), failureOf(error));
    return [];
  }
}

/** Those between the folder and the top of the repository that holds it. */
async function ignoreFilesAbove(folder: string, calls: DiskCalls): Promise<IgnoreFile[]> {
  const parents: string[] = [];
  for (let at = folder; !(await calls.exists(join(at, '.git'))); at = dirname(at)) {
    if (dirname(at) === at) return [];
    parents.unshift(dirname(at));
  }
  const found: IgnoreFile[] = [];
  for (const parent of parents) {
    const ignoreFile = await ignoreFileIn(parent, calls);
    // Who names an ignored folder means it.
    if (ignoreFile && !isIgnored([ignoreFile], slashed(folder), true)) found.push(ignoreFile);
  }
  return found;
}

async function withIgnoreFile(
  above: readonly IgnoreFile[],
  folder: string,
  entries: readonly Dirent[],
  calls: DiskCalls,
): Promise<readonly IgnoreFile[]> {
  if (!entries.some((entry) => entry.name === IGNORE_FILE_NAME)) return above;
  const own = await ignoreFileIn(folder, calls);
  return own ? [...above, own] : above;
}

async function ignoreFileIn(folder: string, calls: DiskCalls): Promise<IgnoreFile | undefined> {
  const bytes = await readPath(join(folder, IGNORE_FILE_NAME), calls);
  if ('failure' in bytes) return undefined;
  return parseIgnoreFile(slashed(folder), bytes);
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
