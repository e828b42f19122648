/**
 * `npm run trace [-- FOLDER] < FILE`: prints a stack trace with the places in the sources. FOLDER, `dist/` unless named, is a build of the
 * version that wrote the trace: the same sources and packages always give the same bundles.
 */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from './process.mjs';

const folder = resolve(process.argv[2] ?? join(root, 'dist'));
/** A place in a bundle. In a browser the server runs from an address that says nothing. */
const PLACE = /(?:[^\s()]*[\\/]dist[\\/](?<file>[\w\\/-]+\.js)|blob:[^\s()]*?):(?<line>\d+):(?<column>\d+)/g;

/** By file; nothing for a bundle that has none. */
const maps = new Map();

process.stdout.write((await text(process.stdin)).replace(PLACE, (place, ...rest) => source(rest.at(-1)) ?? place));

/** @param {{ file?: string, line: string, column: string }} place counted from 1 */
function source({ file = 'web/server.js', line, column }) {
  const bundle = join(folder, file.replaceAll('\\', '/'));
  const entry = mapOf(bundle)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return undefined;
  const path = relative(root, resolve(dirname(bundle), entry.originalSource)).replaceAll('\\', '/');
  return `${path}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** @param {string} bundle */
function mapOf(bundle) {
  const file = `${bundle}.map`;
  if (!maps.has(file)) {
    maps.set(file, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
  }
  return maps.get(file);
}
