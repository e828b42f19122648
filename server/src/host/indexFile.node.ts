import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from './files.node.ts';

/** Where the index of a workspace is kept, in a folder of this machine. */
export function indexFileIn(folderUri: string): { readonly file: string; exists(): boolean } {
  const file = join(pathOf(folderUri), 'index.bin');
  return { file, exists: () => existsSync(file) };
}
