import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexResult, IndexTask, IndexThread, StoreTask } from '../corpus/compactIndex/indexTask.ts';
import { pathOf } from './files.node.ts';
import { startWorker } from './workers.node.ts';

/** Starts `script` as the thread of an index; it has to call {@link serveIndex}. */
export function startIndexThread(script: string): IndexThread {
  const worker = startWorker<IndexTask | StoreTask, IndexResult>(script);
  return { run: (task) => worker.run(task), close: () => void worker.close() };
}

/** Where the index of a workspace is kept, in a folder of this machine. */
export function indexFileIn(folderUri: string): { readonly file: string; exists(): boolean } {
  const file = join(pathOf(folderUri), 'index.bin');
  return { file, exists: () => existsSync(file) };
}
