import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathOf, uriOf } from '../host/files.node.ts';

/** How the program names a file to its user: as the user named it, else from where the user stands. Always with `/`. */
export function shownPath(cwd: string, named: string, path = resolve(cwd, named)): string {
  if (isAbsolute(named)) return slashed(path);
  // Nearly always, and thousands of times.
  if (path.startsWith(cwd) && path[cwd.length] === sep) return slashed(path.slice(cwd.length + 1));
  return slashed(relative(cwd, path) || '.');
}

export function shownUri(cwd: string, uri: string): string {
  return shownPath(cwd, '.', pathOf(uri));
}

export function uriAt(cwd: string, named: string): string {
  return uriOf(resolve(cwd, named));
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
