/** Bundles everything that runs: `node esbuild.mjs [--production] [--watch] [--outdir=FOLDER]`. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build, context, transform } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const dist = process.argv.find((one) => one.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist';

/** @type {import('esbuild').Plugin} */
const resourcesApart = {
  name: 'resources apart',
  setup: ({ onLoad }) => {
    // They stand in files beside the bundles: see writeResources.
    onLoad({ filter: /[\\/]resourcesAtHand\.ts$/ }, () => ({ contents: 'export const resourcesAtHand = {};' }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  plugins: [resourcesApart],
  metafile: true,
  // The VSIX is made without the maps, which would be most of its size. We need them for the stack traces that users send
  // (npm run trace): names that are kept in the bundle are a fifteenth of it, and say less.
  sourcemap: production ? 'external' : true,
  sourcesContent: !production,
  minify: production,
  charset: 'utf8',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] };

/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  conditions: ['browser'],
  target: 'es2022',
  external: ['vscode'],
  // Bundled packages ask for it; a browser has none.
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** @type {import('esbuild').Plugin} */
const loadedLate = {
  name: 'loaded late',
  setup: ({ onResolve }) => {
    const apart =
      (file) =>
      (/** @type {{ kind: string }} */ { kind }) =>
        kind === 'dynamic-import' ? { path: file, external: true } : undefined;
    onResolve({ filter: /^vscode-languageclient(\/node)?$/ }, apart('./languageclient.js'));
    onResolve({ filter: /\/topics\/views\.ts$/ }, apart('./topics.js'));
  },
};

/**
 * What the server imports when it first needs it stands in files of its own, and so does what these share with the rest: esbuild divides
 * only modules of the newer kind, which an editor cannot start in every way that it starts a server.
 * @type {import('esbuild').Plugin}
 */
const divided = {
  name: 'divided',
  setup: ({ onStart, onEnd }) => {
    onStart(() => rmSync(`${dist}/server`, { recursive: true, force: true }));
    onEnd(async ({ outputFiles = [] }) => {
      mkdirSync(`${dist}/server`, { recursive: true });
      for (const { path, text } of outputFiles) {
        const { code, map } = await transform(text, {
          format: 'cjs',
          target: 'node20',
          charset: 'utf8',
          minify: production,
          sourcefile: path,
          sourcemap: production ? 'external' : true,
          sourcesContent: !production,
          supported: { 'dynamic-import': false },
        });
        writeFileSync(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
        writeFileSync(`${path}.map`, map);
      }
    });
  },
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ['client/src/main.node.ts'],
    outfile: `${dist}/client.js`,
    plugins: [loadedLate],
    // VS Code provides itself to what is required, not to what is imported.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['vscode-languageclient/node'], outfile: `${dist}/languageclient.js` },
  { ...node, entryPoints: ['client/src/topics/views.ts'], outfile: `${dist}/topics.js` },
  {
    ...node,
    entryPoints: { server: 'server/src/main.node.ts' },
    outdir: dist,
    chunkNames: 'server/[name]-[hash]',
    format: 'esm',
    splitting: true,
    sourcemap: 'inline',
    write: false,
    plugins: [resourcesApart, divided],
  },
  {
    ...node,
    entryPoints: ['server/src/main.rmrb.ts'],
    outfile: `${dist}/cli.js`,
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: ['server/src/main.cli.ts'],
    outfile: `${dist}/program.js`,
    banner: { js: '(function (require, __filename, __dirname) {' },
    footer: { js: '})' },
    // What is run in this way finds only what it requires.
    supported: { 'dynamic-import': false },
  },
  {
    ...browser,
    entryPoints: ['compare.ts', 'compare.css', 'matrix.ts', 'matrix.css'].map((file) => `client/webview/${file}`),
    outdir: `${dist}/webview`,
    format: 'iife',
  },
  { ...browser, entryPoints: ['client/src/main.browser.ts'], outfile: `${dist}/web/client.js`, format: 'cjs' },
  { ...browser, entryPoints: ['server/src/main.browser.ts'], outfile: `${dist}/web/server.js`, format: 'iife' },
];

const LICENCE = /^(third[-_]?party[-_]?)?(licen[cs]e|notice|copying)/i;

await writeResources();
const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching …');
} else {
  try {
    const results = await Promise.all(contexts.map((each) => each.rebuild()));
    chmodSync(`${dist}/cli.js`, 0o755);
    await storeCompiled();
    writeFileSync(`${dist}/THIRD-PARTY-NOTICES.txt`, notices(results.map((result) => result.metafile)));
  } catch (error) {
    // esbuild has printed where and why.
    process.exitCode = 1;
    if (!(error instanceof Error && 'errors' in error)) throw error;
  } finally {
    await Promise.all(contexts.map((each) => each.dispose()));
  }
}

/** Writes what is at hand in the sources to files from which the bundles load it. */
async function writeResources() {
  const entryPoints = ['server/src/text/resourcesAtHand.ts'];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', write: false, logLevel: 'warning' });
  const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { resourcesAtHand } = await import(module);
  for (const [name, resource] of Object.entries(resourcesAtHand)) {
    const file = `${dist}/${name}.json`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(resource));
  }
}

/** Has V8 compile the command line's program, by a check in which much is found, so that most of it is used. */
async function storeCompiled() {
  const env = { ...process.env, RMRB_STORE_COMPILED: '' };
  await new Promise((resolve, reject) => {
    execFile(process.execPath, [`${dist}/cli.js`, 'check', '--threads', '1', 'seeds'], { env }, (error) => {
      // It ends with 1 where it finds something.
      if (error === null || error.code === 1) resolve(undefined);
      else reject(error);
    });
  });
}

/**
 * The licences of the packages of which at least one byte is in a bundle.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
function notices(metafiles) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const output of metafiles.flatMap((metafile) => Object.values(metafile.outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    // Some keep the licences of what they contain in a folder of that name.
    const files = readdirSync(folder, { withFileTypes: true, recursive: true })
      .map((entry) => ({ entry, path: `${entry.parentPath}/${entry.name}` }))
      .filter(({ entry, path }) => entry.isFile() && LICENCE.test(path.slice(folder.length + 1)));
    if (files.length === 0) throw new Error(`${folder} is bundled but holds no licence to pass on.`);
    const text = files.map(({ path }) => readFileSync(path, 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return ['This extension contains the following packages.\n', ...texts].join(`\n${'-'.repeat(80)}\n\n`);
}
