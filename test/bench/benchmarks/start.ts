import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Client } from '../../protocol/client.ts';
import { loadedToAnswer } from '../../support/loadedCode.ts';
import { type Benchmark, type Measurement, only } from '../harness/benchmark.ts';
import { temporaryFolder, timedRun } from '../harness/children.ts';
import type { Figure } from '../harness/figure.ts';
import { sampled } from '../harness/time.ts';
import { htmlServer, NOT_AVAILABLE, ourServer, ruffServer, type Server } from '../peers/servers.ts';

const KB = 1000;
const MB = 1_000_000;
const NODE = 'node -e 0';
const CLIENT = 'dist/client.js';
/** Loaded once activation is over. */
const LIBRARY = 'dist/languageclient.js';
const SERVER = 'dist/server.js';

/** Loads a file with a `vscode` that answers anything with itself, and prints how many milliseconds that took. */
const REQUIRE = `
const Module = require('node:module');
const vscode = new Proxy(function () {}, {
  get: (target, key) => (key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? target.prototype : vscode),
  apply: () => vscode,
  construct: () => vscode,
});
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const started = performance.now();
require(require('node:path').resolve(process.argv[1]));
process.stdout.write(String(performance.now() - started));
`;

export const start: Benchmark = {
  name: 'start',
  title: 'from nothing to an answer, and what must be loaded for it',
  measurements: {
    [NODE]: only(() => sampled(async () => (await timedRun(process.execPath, ['-e', '0'])).time)),
    [ourServer.name]: initialized(ourServer),
    [htmlServer.name]: initialized(htmlServer),
    [ruffServer.name]: initialized(ruffServer),
    client: loaded(CLIENT),
    library: loaded(LIBRARY),
    sizes: {
      run: async () => ({
        server: {
          value: (await loadedToAnswer(resolve(SERVER))).reduce((sum, { bytes }) => sum + bytes, 0) / KB,
          unit: 'KB',
        },
        whole: sizeOfParts(),
        client: sizeOf(CLIENT, KB),
        library: sizeOf(LIBRARY, KB),
        vsix: await sizeOfPackage(),
      }),
    },
  },
  bars(of) {
    const floor = { name: NODE, measured: of(NODE) };
    const against = ({ name }: Server) => ({ name, measured: of(name) });
    const what = 'spawn → answer to initialize';
    return [
      { what, ours: of(ourServer.name), peer: against(htmlServer), floor, asked: { most: 250 } },
      { what, ours: of(ourServer.name), peer: against(ruffServer), floor },
      {
        what: `loading ${CLIENT} (with a stub of VS Code; activation does more)`,
        ours: of('client'),
        asked: { most: 30 },
      },
      { what: `loading ${LIBRARY}, later, in a turn of its own`, ours: of('library') },
      { what: 'code of the server that is loaded by then', ours: of('sizes', 'server'), asked: { most: 450 } },
      { what: 'with what it loads once it is needed', ours: of('sizes', 'whole') },
      { what: CLIENT, ours: of('sizes', 'client') },
      { what: LIBRARY, ours: of('sizes', 'library') },
      { what: 'VSIX', ours: of('sizes', 'vsix'), asked: { most: 1.5 } },
    ];
  },
};

function loaded(file: string): Measurement {
  return only(() =>
    sampled(async () => {
      const { status, stdout, stderr } = await timedRun(process.execPath, ['-e', REQUIRE, file]);
      if (status !== 0) throw new Error(stderr);
      return Number(stdout);
    }),
  );
}

function initialized(server: Server): Measurement {
  return only(() => {
    const command = server.command();
    if (!command) return { missing: NOT_AVAILABLE };
    return sampled(async () => {
      const started = performance.now();
      const client = new Client({ server: command });
      await client.initialize({});
      const time = performance.now() - started;
      // Some do not take their leave from a client that never said so.
      await client.connection.sendNotification('initialized', {});
      await client.stop();
      return time;
    });
  });
}

function sizeOf(file: string, unit: number): Figure {
  return { value: statSync(file).size / unit, unit: unit === KB ? 'KB' : 'MB' };
}

/** {@link SERVER} with the parts beside it. */
function sizeOfParts(): Figure {
  const folder = SERVER.replace(/\.js$/, '');
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizes = [SERVER, ...parts.map((name) => join(folder, name))].map((file) => statSync(file).size);
  return { value: sizes.reduce((sum, size) => sum + size, 0) / KB, unit: 'KB' };
}

async function sizeOfPackage(): Promise<Figure> {
  const file = join(temporaryFolder(), 'rmrb.vsix');
  const installed = createRequire(join(process.cwd(), 'package.json'));
  const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--out', file];
  const { status, stderr } = await timedRun(process.execPath, [installed.resolve('@vscode/vsce/vsce'), ...args]);
  if (status !== 0) throw new Error(stderr);
  return sizeOf(file, MB);
}
