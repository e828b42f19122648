import type { IndexResult, IndexTask, IndexThread, StoreTask } from '../corpus/compactIndex/indexTask.ts';
import { startWorker } from './workers.node.ts';

/** Starts `script` as the thread of an index; it has to call `serveIndex`. */
export function startIndexThread(script: string): IndexThread {
  const worker = startWorker<IndexTask | StoreTask, IndexResult>(script);
  return { run: (task) => worker.run(task), close: () => void worker.close() };
}
