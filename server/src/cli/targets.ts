import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathOf, uriOf } from '../host/files.node.ts';
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
  /** Whether it was named itself. */
  isNamed: boolean;
  readonly isStdin: boolean;
  /** The folder or glob that it comes from. */
  readonly group?: string;
}

/** A file of a folder or glob. There may be a million of them, so that each keeps its name alone; all else is made of that. */
class FoundFile implements Target {
  readonly #name: string;
  readonly #origin: Origin;
  isNamed = false;

  constructor(name: string, origin: Origin) {
    this.#name = ownString(name);
    this.#origin = origin;
  }

  get uri(): string {
    return this.#origin.folderUri + this.#name;
  }

  get file(): string {
    return shownPath(this.#origin.cwd, this.#origin.named, this.path);
  }

  get path(): string {
    return pathOf(this.uri);
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
  readonly cwd: string;
  /** With the slash at its end. */
  readonly folderUri: string;
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
  const targets = new Map<string, Target>();
  for (const path of paths) {
    for await (const target of targetsOf(path, io, configurations, options, complaints)) {
      const place = target.isStdin && target.file !== '-' ? uriOf(target.path) : target.uri;
      const known = targets.get(place);
      if (!known || (target.isStdin && !known.isStdin)) targets.set(place, target);
      // Named once by itself, it is checked whatever it holds.
      else if (target.isNamed) known.isNamed = true;
    }
  }
  return [...targets.values()];
}

/** Standard input stands for a file that may not exist, next to which its configuration is looked for. */
export function stdinTarget(io: Io, name = '-'): Target {
  const path = resolve(io.cwd, name);
  const file = name === '-' ? name : shownPath(io.cwd, name);
  return { file, path, uri: 'stdin:', isNamed: true, isStdin: true };
}

async function* targetsOf(
  named: string,
  io: Io,
  configurations: Configurations,
  options: TargetOptions,
  complaints: Complaints,
): AsyncGenerator<Target> {
  if (named === '-') {
    yield stdinTarget(io, options.stdinName);
    return;
  }
  const path = resolve(io.cwd, named);
  const kind = await io.disk.kindOf(path);
  if (kind === 'file') {
    yield { file: shownPath(io.cwd, named), path, uri: uriOf(path), isNamed: true, isStdin: false };
    return;
  }
  if (kind === 'folder') {
    yield* filesOf({ named, folder: path }, io, configurations, options, complaints);
    return;
  }
  const glob = splitGlob(named);
  if (glob) {
    const group = { named, folder: resolve(io.cwd, glob.folder), glob: glob.rest };
    yield* filesOf(group, io, configurations, options, complaints);
  } else await complaints.add(failureMessage(named, kind));
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
  let origin: Origin | undefined;
  for await (const uri of listing) {
    if (!matches(uri)) continue;
    isEmpty = false;
    const nameStart = uri.lastIndexOf('/') + 1;
    // The files of a folder are listed one after the other.
    if (origin?.folderUri.length !== nameStart || !uri.startsWith(origin.folderUri)) {
      origin = { named, cwd: io.cwd, folderUri: uri.slice(0, nameStart) };
    }
    yield new FoundFile(uri.slice(nameStart), origin);
  }
  if (isEmpty) await complaints.add(message('cli.matchesNothing', { path: named }));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}
