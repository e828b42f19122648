import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../protocol/client.ts';

export interface LoadedFile {
  readonly file: string;
  readonly bytes: number;
}

/** A program that writes down each file of code that is loaded. */
const recorderTo = (list: string): string => `
const { appendFileSync } = require('node:fs');
const { _extensions } = require('node:module');
const load = _extensions['.js'];
_extensions['.js'] = (module, file) => {
  appendFileSync(${JSON.stringify(list)}, file + '\\n');
  load(module, file);
};
`;

/** The code that a server which was built has loaded when it answers `initialize`. */
export async function loadedToAnswer(server: string): Promise<readonly LoadedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rmrb-loaded-'));
  const [recorder, list] = [join(folder, 'recorder.cjs'), join(folder, 'list.txt')];
  await writeFile(recorder, recorderTo(list));
  const client = new Client({ server: [process.execPath, '--require', recorder, server, '--stdio'] });
  try {
    await client.initialize({});
    const files = (await readFile(list, 'utf8')).trim().split('\n');
    return await Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
  } finally {
    await client.stop();
    await rm(folder, { recursive: true });
  }
}
