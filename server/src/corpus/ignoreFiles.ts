import type { Ignore } from 'ignore';

/** The name of the files that Git reads patterns from. */
export const IGNORE_FILE_NAME = '.gitignore';

/** Folders that hold no corpus, whatever any pattern says. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The patterns of one `.gitignore` and the folder that they are relative to; a path's parts are parted by slashes here. */
export interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** Loads what reads patterns with the first file that has some: many folders have none. */
export async function parseIgnoreFile(folder: string, bytes: Uint8Array): Promise<IgnoreFile> {
  const { default: ignore } = await import('ignore');
  // The top of a disk is written with its slash.
  return {
    folder: folder.replace(/\/$/, ''),
    patterns: ignore({ ignorecase: false }).add(new TextDecoder().decode(bytes)),
  };
}

/**
 * Whether a path is ignored by itself, its folders not considered.
 * @param ignoreFiles those of the folders that it lies in, outer ones first: as in Git, what the innermost says holds
 */
export function isIgnored(ignoreFiles: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  for (const { folder, patterns } of ignoreFiles.toReversed()) {
    const { ignored, unignored } = patterns.test(path.slice(folder.length + 1) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The same for paths that were not found by walking: answers whether a file is left out, by itself or with one of the folders between
 * it and `top`.
 * @param ignoreFiles all below `top`, in any order
 */
export function ignoredBelow(top: string, ignoreFiles: readonly IgnoreFile[]): (path: string) => boolean {
  const byFolder = new Map(ignoreFiles.map((file) => [file.folder, file]));
  const entered = new Map<string, readonly IgnoreFile[] | undefined>();
  /** The patterns that hold in a folder; `undefined` where it is left out itself. */
  const enter = (folder: string): readonly IgnoreFile[] | undefined => {
    if (entered.has(folder)) return entered.get(folder);
    let patterns: readonly IgnoreFile[] | undefined = [];
    if (folder !== top) {
      patterns = enter(parentOf(folder));
      if (NEVER_ENTERED.has(folder.slice(folder.lastIndexOf('/') + 1))) patterns = undefined;
      else if (patterns && isIgnored(patterns, folder, true)) patterns = undefined;
    }
    const own = byFolder.get(folder);
    if (patterns && own) patterns = [...patterns, own];
    entered.set(folder, patterns);
    return patterns;
  };
  return (path) => {
    const patterns = enter(parentOf(path));
    return patterns === undefined || isIgnored(patterns, path, false);
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
