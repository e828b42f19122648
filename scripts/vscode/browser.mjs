/** Chromium, for the pages of the embedded VS Code. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { atEnd, Failure, must, root } from '../process.mjs';

const PACKAGED = '@sparticuz/chromium@153.0.0';
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** The page needs no GPU, no first-run dialogue and no connection but the one to the embedded VS Code. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<{ executablePath: string, args: readonly string[] }>} */
async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Failure(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { executablePath: named, args: FLAGS };
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: FLAGS };
  return packagedBrowser();
}

/** A Chromium that npm carries; for machines without one (Linux x64 only, and it wants fonts for Chinese). */
async function packagedBrowser() {
  const folder = join(root, '.vscode-test', 'chromium');
  const name = PACKAGED.slice(0, PACKAGED.lastIndexOf('@'));
  if (!existsSync(join(folder, 'node_modules', name, 'package.json'))) {
    console.log(`No Chromium found; getting ${PACKAGED} into .vscode-test/ …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const hint = 'Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.';
    await must(`${hint}\nInstalling ${PACKAGED}`, 'npm', ['install', PACKAGED, '--no-audit', '--no-fund'], {
      cwd: folder,
    });
  }
  const entry = createRequire(join(folder, 'package.json')).resolve(name);
  const { default: packaged } = await import(pathToFileURL(entry).href);
  return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...FLAGS] };
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args], handleSIGINT: false });
  atEnd(() => void browser.close());
  return browser;
}
