/** Child processes and folders that the scripts start, and their end. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A failure that the user can act on: printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a program to its end and answers its exit status and, unless `stdio` shows it, what it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(program, args, { cwd = root, env = process.env, show = false, timeout } = {}) {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      ...(timeout === undefined ? {} : { timeout, killSignal: 'SIGTERM' }),
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => reject(new Failure(`${program} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8');
      settle({ status: code ?? 1, output: signal ? `${output}\n(ended by ${signal})` : output });
    });
  });
}

/**
 * Like {@link run}, but a status other than 0 is a {@link Failure} that carries the end of the output.
 * @param {string} what for the message
 * @param {Parameters<typeof run>} call
 */
export async function must(what, ...call) {
  const { status, output } = await run(...call);
  if (status !== 0) {
    throw new Failure(`${what} failed (exit status ${status}).\n${output.trim().split('\n').slice(-15).join('\n')}`);
  }
  return output;
}

/**
 * Node for a script of this project or of a dependency.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const node = (script, args, options) => run(process.execPath, [resolve(root, script), ...args], options);

const undo = new Set();

/**
 * Registers what must be undone at the end, however the end comes, and answers a function that does it now.
 * @param {() => void} action must be synchronous: `exit` handlers cannot wait
 */
export function atEnd(action) {
  const once = () => {
    if (undo.delete(once)) action();
  };
  undo.add(once);
  return once;
}

/** Removes a temporary folder at the end. */
export const removeAtEnd = (folder) => atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function undoAll() {
  // Last in, first out: a process stops before the folder in which it works goes away.
  for (const action of [...undo].reverse()) action();
}

process.on('exit', undoAll);
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.on(signal, () => process.exit(128 + number));
}

/**
 * Runs a script's `main` and turns what it throws into a message and an exit status.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
