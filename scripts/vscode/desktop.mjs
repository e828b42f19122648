/** The desktop VS Code, where one can be had. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure, root, run } from '../process.mjs';

/** Where @vscode/test-electron downloads from. */
const DOWNLOADS = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_TIME = 4_000;
const LIMIT = 240_000;

/** @param {string} program */
export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** Whether tests can run in a desktop VS Code; finds out within seconds. */
export async function desktopIsAvailable() {
  const named = process.env.VSCODE_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Failure(`VSCODE_PATH names ${named}, which does not exist.`);
    if (!hasDisplay() && !onPath('xvfb-run'))
      throw new Failure('VSCODE_PATH is set, but there is neither a display nor xvfb-run.');
    return true;
  }
  return (hasDisplay() || onPath('xvfb-run')) && (await canDownload());
}

async function canDownload() {
  try {
    const { ok } = await fetch(DOWNLOADS, { signal: AbortSignal.timeout(PROBE_TIME) });
    return ok;
  } catch {
    // No network, or one that does not lead there: the embedded VS Code takes over.
    return false;
  }
}

/**
 * Runs a test module in it; on a machine without a display inside a virtual one.
 * @param {{ tests: string, workspace: string }} what absolute paths
 * @returns {Promise<string>} what was printed
 */
export async function runDesktopTests({ tests, workspace }) {
  const command = [process.execPath, join(root, 'scripts', 'vscode', 'desktopTests.mjs'), tests, workspace];
  const [program, ...args] = hasDisplay() ? command : ['xvfb-run', '--auto-servernum', ...command];
  const { output } = await run(program, args, { timeout: LIMIT });
  return output;
}
