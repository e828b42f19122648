import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathOf, uriOf, urisIn } from '../host/files.node.ts';
import { globOf, splitGlob } from '../text/globs.ts';
import { message } from '../text/messages.ts';
import type { Complaints } from './complaints.ts';
import type { Configurations } from './configurations.ts';
import { failureMessage } from './failures.ts';
import type { Io } from './io.ts';
import { ownString } from './ownString.ts';
import { shownPath, shownUri } from './paths.ts';

/** A file that a command line names, itself or by a folder or glob. */
export interface Target {
  readonly file: string;
  readonly path: string;
  readonly uri: string;
  /** The path of the folder that it stands in. */
  readonly folder: string;
  /** Whether it was named itself. */
  isNamed: boolean;
  readonly isStdin: boolean;
  /** The folder or glob that it comes from. */
  readonly group?: string;
}

/** A file of a folder or glob. There may be a million of them, so that each keeps its name alone; all else is made of that. */
class FoundFile implements Target {
  isNamed = false;
  readonly #name: string;
  readonly #origin: Origin;

  constructor(name: string, origin: Origin) {
    this.#name = name;
    this.#origin = origin;
  }

  get file(): string {
    return this.#origin.shownFolder + this.#name;
  }

  get path(): string {
    const { folder } = this.#origin;
    return folder.endsWith(sep) ? folder + this.#name : folder + sep + this.#name;
  }

  get uri(): string {
    return this.#origin.uriIn(this.#name);
  }

  get folder(): string {
    return this.#origin.folder;
  }

  get isStdin(): boolean {
    return false;
  }

  get group(): string {
    return this.#origin.named;
  }
}

/** Where the files of one folder come from. */
interface Origin {
  readonly named: string;
  readonly folder: string;
  /** As the user knows it, with the slash at its end; empty for where the user stands. */
  readonly shownFolder: string;
  readonly uriIn: (name: string) => string;
}

function originOf(path: string, named: string, cwd: string): Origin {
  const folder = dirname(path);
  const shownFolder = shownPath(cwd, named, path).slice(0, -basename(path).length);
  return { named, folder, shownFolder, uriIn: urisIn(folder) };
}

export interface TargetOptions {
  readonly heedIgnoreFiles: boolean;
  readonly stdinName: string | undefined;
}

/**
 * The files that `paths` name, each once, in the order of the paths and then by name. Standard input takes the place of the
 * file whose name it is given: it is that file, in the state it is going to have.
 */
export async function findTargets(
  paths: readonly string[],
  io: Io,
  configurations: Configurations,
  options: TargetOptions,
  complaints: Complaints,
): Promise<Target[]> {
  const targets: Target[] = [];
  /** Where in the list a file stands, where it may be named twice. */
  const places = new Map<string, number>();
  for (const path of paths) {
    for await (const target of await targetsOf(path, io, configurations, options, complaints)) {
      if (paths.length > 1) {
        const place = target.isStdin && target.file !== '-' ? uriOf(target.path) : target.uri;
        const index = places.get(place) ?? targets.length;
        const known = targets[index];
        if (!known) places.set(place, index);
        else if (target.isStdin && !known.isStdin) targets[index] = target;
        // Named once by itself, it is checked whatever it holds.
        else if (target.isNamed) known.isNamed = true;
        if (known) continue;
      }
      targets.push(target);
    }
  }
  return targets;
}

/** Standard input stands for a file that may not exist, next to which its configuration is looked for. */
export function stdinTarget(io: Io, name = '-'): Target {
  const path = resolve(io.cwd, name);
  const file = name === '-' ? name : shownPath(io.cwd, name);
  return { file, path, uri: 'stdin:', folder: dirname(path), isNamed: true, isStdin: true };
}

/** A file that is named itself. */
export function targetAt(cwd: string, named: string): Target {
  const path = resolve(cwd, named);
  return { file: shownPath(cwd, named), path, uri: uriOf(path), folder: dirname(path), isNamed: true, isStdin: false };
}

async function targetsOf(
  named: string,
  io: Io,
  configurations: Configurations,
  options: TargetOptions,
  complaints: Complaints,
): Promise<readonly Target[] | AsyncIterable<Target>> {
  if (named === '-') return [stdinTarget(io, options.stdinName)];
  const path = resolve(io.cwd, named);
  const kind = await io.disk.kindOf(path);
  if (kind === 'file') return [targetAt(io.cwd, named)];
  if (kind === 'folder') return filesOf({ named, folder: path }, io, configurations, options, complaints);
  const glob = splitGlob(named);
  if (glob) {
    const group = { named, folder: resolve(io.cwd, glob.folder), glob: glob.rest };
    return filesOf(group, io, configurations, options, complaints);
  }
  await complaints.add(failureMessage(named, kind));
  return [];
}

interface Group {
  readonly named: string;
  readonly folder: string;
  /** Counts from the folder. */
  readonly glob?: string;
}

/** The files of a folder, as its configuration has it, or those that a glob names. */
export async function* filesOf(
  { named, folder, glob }: Group,
  io: Io,
  configurations: Configurations,
  { heedIgnoreFiles }: TargetOptions,
  complaints: Complaints,
): AsyncGenerator<Target> {
  const governing = await configurations.forFolder(folder);
  if (!governing) return;
  const { configuration, folder: home } = governing;
  // A glob says itself what is wanted; it counts from where it starts, the configuration from where that stands.
  const isMatch = glob === undefined ? undefined : globOf(glob);
  const matches = (uri: string) => !isMatch || isMatch(shownPath(folder, '.', pathOf(uri)));
  const listing = io.files.list(
    {
      folders: [uriOf(folder)],
      include: glob === undefined ? configuration.include : '**',
      exclude: configuration.exclude,
      heedIgnoreFiles,
      base: uriOf(home !== undefined && isWithin(home, folder) ? home : folder),
      failed: (uri, failure) => void complaints.add(failureMessage(shownUri(io.cwd, uri), failure)),
    },
    new AbortController().signal,
  );
  let isEmpty = true;
  let folderUri: string | undefined;
  let origin = originOf(folder, named, io.cwd);
  for await (const uri of listing) {
    if (!matches(uri)) continue;
    isEmpty = false;
    // The files of a folder are listed one after the other.
    const nameStart = uri.lastIndexOf('/') + 1;
    if (folderUri?.length !== nameStart || !uri.startsWith(folderUri)) {
      folderUri = uri.slice(0, nameStart);
      origin = originOf(pathOf(uri), named, io.cwd);
    }
    const name = uri.slice(nameStart);
    yield new FoundFile(ownString(name.includes('%') ? basename(pathOf(uri)) : name), origin);
  }
  if (isEmpty) await complaints.add(message('cli.matchesNothing', { path: named }));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}
