import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, type ClientOptions } from '../../protocol/client.ts';
import type { Markup } from '../corpus/markups.ts';

/** A language server at the other end of a pipe. */
export interface Server {
  readonly name: string;
  readonly markup: Markup;
  readonly languageId: string;
  readonly extension: string;
  /** Program and arguments; nothing where it is not on this machine. */
  command(): readonly [program: string, ...args: string[]] | undefined;
}

/** As it is shipped. */
export const ourServer: Server = {
  name: 'rmrb',
  markup: 'rmrb',
  languageId: 'rmrb',
  extension: 'rmrb',
  command: () => [process.execPath, join(process.cwd(), 'dist', 'server.js'), '--stdio'],
};

export const htmlServer: Server = {
  name: 'vscode-html-language-server',
  markup: 'html',
  languageId: 'html',
  extension: 'html',
  command() {
    const { resolve } = createRequire(join(process.cwd(), 'package.json'));
    return [process.execPath, resolve('vscode-langservers-extracted/bin/vscode-html-language-server'), '--stdio'];
  },
};

export const ruffServer: Server = {
  name: 'ruff',
  markup: 'python',
  languageId: 'python',
  extension: 'py',
  command() {
    const program = onPath('ruff');
    return program === undefined ? undefined : [program, 'server'];
  },
};

export const NOT_AVAILABLE = 'not available';

/** Where a program that is not ours to install lies, if it does. */
export function onPath(name: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const candidates = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, file));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts it with settings that let nothing wait; `undefined` where it is not on this machine. */
export async function connect(server: Server, options: ClientOptions = {}): Promise<Client | undefined> {
  const command = server.command();
  if (!command) return undefined;
  const settings = { diagnostics: { delay: 0 } };
  const answers = {
    'workspace/configuration': ({ items }: { items: readonly unknown[] }) => items.map(() => settings),
  };
  return Client.start({ server: command, settings, answers, patience: 200_000, ...options });
}

export function uriFor({ extension }: Server, number = 1): string {
  return pathToFileURL(join(process.cwd(), `bench${number}.${extension}`)).href;
}
