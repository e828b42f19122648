/** Copies of the built extension and of the texts, for a VS Code to work on. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAtEnd, root } from '../process.mjs';

/** What VS Code reads of the extension besides its manifest. */
const PARTS = [
  'package.nls.json',
  'package.nls.zh-cn.json',
  'language-configuration.json',
  'dist',
  'syntaxes',
  'snippets',
  'schemas',
  'l10n',
  'media',
  'docs/rules.md',
  'seeds',
];

/** @param {string} what goes into the folder's name */
export function temporaryFolder(what) {
  const folder = mkdtempSync(join(tmpdir(), `rmrb-${what}-`));
  removeAtEnd(folder);
  return folder;
}

/**
 * Puts the built extension into `folder`.
 * @param {string} folder
 * @param {{ web?: boolean, tests?: string }} [options] `web`: without `main`, because one that has both goes to the Node host;
 *   `tests`: a module to lay beside it as `tests.js`, because VS Code runs tests in the host of the extension in whose folder they lie
 */
export function stageExtension(folder, { web = false, tests } = {}) {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS.filter((path) => existsSync(join(root, path)))) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (web) delete manifest.main;
  if (tests !== undefined) cpSync(tests, join(folder, 'tests.js'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  return folder;
}

/** A copy of `seeds/`, so that tests may write into it. */
export function stageTexts() {
  const folder = join(temporaryFolder('texts'), 'seeds');
  cpSync(join(root, 'seeds'), folder, { recursive: true });
  return folder;
}
