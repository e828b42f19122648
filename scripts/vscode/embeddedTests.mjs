/** Runs a test module inside the embedded VS Code, in its Node extension host or in its web worker. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root } from '../process.mjs';
import { launchBrowser } from './browser.mjs';
import { startEmbedded } from './embedded.mjs';

const LIMIT = 150_000;

/** With this the tests begin the lines that are theirs; the workbench writes much besides. */
export const MARK = 'tests│ ';

/**
 * @param {{ extension: string, tests: string, workspace: string, web?: boolean }} what absolute paths
 * @returns {Promise<string>} what the tests printed
 */
export async function runEmbeddedTests({ extension, tests, workspace, web = false }) {
  const server = await startEmbedded({ forTests: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const log = [];
    /** @type {string[]} */
    const lines = [];
    const exited = new Promise((settle) => {
      void page.exposeFunction('codeAutomationExit', settle);
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      for (const line of printed(args)) {
        log.push(line);
        if (!line.startsWith(MARK)) continue;
        lines.push(line.slice(MARK.length));
        console.log(`  ${web ? 'web' : 'desktop'} ${line.slice(MARK.length)}`);
      }
    });
    const at = (path) => `vscode-remote://${server.authority}${path}`;
    await page.goto(
      workbenchAddress(server.origin, workspace, [
        ['extensionDevelopmentPath', at(extension)],
        ['extensionTestsPath', at(tests)],
        ['skipWelcome', 'true'],
        ...(web ? [['extensionDevelopmentKind', 'web']] : []),
      ]),
    );
    let timer;
    const late = new Promise((_settle, reject) => {
      timer = setTimeout(
        () => reject(new Failure(`The tests in VS Code did not end within ${LIMIT / 1000} s.`)),
        LIMIT,
      );
    });
    try {
      const code = await Promise.race([exited, late]);
      // A module that could not even be loaded has printed no line of its own.
      if (code !== 0 && lines.length === 0) console.error(log.slice(-20).join('\n'));
    } finally {
      clearTimeout(timer);
      const logs = join(root, '.vscode-test', 'logs');
      mkdirSync(logs, { recursive: true });
      writeFileSync(join(logs, `${web ? 'web' : 'desktop'}.log`), `${log.join('\n')}\n`);
    }
    return lines.join('\n');
  } finally {
    await browser.close();
    server.stop();
    await server.exited;
  }
}

/**
 * @param {string} origin
 * @param {string} folder absolute
 * @param {readonly (readonly [string, string])[]} [payload] what the workbench is told besides
 */
export function workbenchAddress(origin, folder, payload = []) {
  // A person may have to copy it: slashes need no escaping in a query.
  const path = encodeURIComponent(folder).replaceAll('%2F', '/');
  return `${origin}/?folder=${path}${payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''}`;
}

/** @param {unknown} args what was given to `console.log`, as VS Code hands it over */
function printed(args) {
  const list = Array.isArray(args) ? args : [args];
  return list
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ')
    .split('\n');
}
