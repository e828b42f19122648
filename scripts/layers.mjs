/** `node scripts/layers.mjs`: whether every import points the way that the architecture allows. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { root } from './process.mjs';

/** From the ground up: a layer may import itself and those before it. */
const LAYERS = ['text', 'markup', 'statement', 'repair', 'rules', 'corpus', 'features'];
/** The edges, on the same height: each may import all layers, and neither the other. */
const EDGES = ['protocol', 'cli'];
/** What the command line alone may import, and why. */
const FOR_CLI = new Map([
  ['host', 'only cli/ and the composition roots may import host/'],
  ['documentation', 'only cli/ and the scripts may import documentation/, so that no server carries its texts'],
]);
const SHARED = 'server/src/protocol/protocol.ts';
/** What the pages of the panels share with the extension. */
const PANELS = 'client/webview/';
const MESSAGES = 'client/src/topics/messages.ts';
const SPECIFIER = /(?:^|[;\s])(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g;
const BUILT_IN = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

const faults = ['client/src', 'client/webview', 'server/src']
  .flatMap(sources)
  .flatMap((file) => importsOf(file).flatMap((imported) => fault(file, imported)));
for (const line of faults) console.log(line);
if (faults.length > 0) process.exitCode = 1;

/** @param {string} folder relative to the project */
function sources(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** @typedef {{ name: string }} Import */

/**
 * @param {string} file
 * @returns {Import[]}
 */
function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(SPECIFIER)].map(([, named, bare]) => ({ name: named ?? bare ?? '' }));
}

/**
 * @param {string} file
 * @param {Import} imported
 * @returns {string[]} why not
 */
function fault(file, imported) {
  const { name } = imported;
  const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : undefined;
  const reason = file.startsWith('client/') ? clientFault(file, target) : serverFault(file, imported, target);
  return reason === undefined ? [] : [`${file} imports ${name}: ${reason}`];
}

/**
 * @param {string} file
 * @param {string | undefined} target
 */
function clientFault(file, target) {
  const isPanel = target?.startsWith(PANELS) ?? false;
  if (file.startsWith(PANELS))
    return isPanel || target === MESSAGES ? undefined : `a panel shares nothing but ${MESSAGES}`;
  if (isPanel) return 'what runs in a panel runs nowhere else';
  if (target === undefined || target.startsWith('client/') || target === SHARED) return undefined;
  return `the client shares nothing with the server but ${SHARED}`;
}

/**
 * @param {string} file
 * @param {Import} imported
 * @param {string | undefined} target
 */
function serverFault(file, { name }, target) {
  const from = layerOf(file);
  // The composition roots put everything together.
  if (from === undefined) return undefined;
  if (target === undefined) return packageFault(from, name);
  if (target.startsWith('client/')) return 'the server knows nothing of the client';
  const to = layerOf(target);
  if (to === undefined) return target.startsWith('server/src/') ? 'nothing imports a composition root' : undefined;
  if (to === from) return undefined;
  if (FOR_CLI.has(to)) return from === 'cli' ? undefined : FOR_CLI.get(to);
  const allowed = FOR_CLI.has(from) || EDGES.includes(from) ? LAYERS : LAYERS.slice(0, LAYERS.indexOf(from));
  return allowed.includes(to) ? undefined : `${from}/ is not above ${to}/`;
}

/**
 * @param {string} layer
 * @param {string} name
 */
function packageFault(layer, name) {
  if (BUILT_IN.has(name) && !['host', 'cli'].includes(layer))
    return `${layer}/ runs in a browser too, or is handed what it needs`;
  if (/^vscode(?:$|-languageserver|-jsonrpc|-languageclient)/.test(name) && layer !== 'protocol') {
    return 'only protocol/ speaks the protocol';
  }
  return undefined;
}

/** @param {string} file */
function layerOf(file) {
  const [, , layer = '', rest] = file.split('/');
  return rest === undefined || dirname(file) === 'server/src' || !file.startsWith('server/src/') ? undefined : layer;
}
