import { type IndexResult, type IndexTask, type IndexThread, indexWorker } from '../corpus/compactIndex/indexTask.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';

/** What is needed of a browser's worker; the types of the DOM are not those of a worker. */
export interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string };
  /** Not in browsers whose workers have no workers of their own. */
  readonly Worker?: new (
    address: string,
    options: { readonly name: string },
  ) => OtherWorker;
  postMessage(message: unknown, transferred?: readonly unknown[]): void;
  addEventListener(type: 'message', told: (event: { readonly data: unknown }) => void): void;
}

interface OtherWorker {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message' | 'error',
    told: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

const THREAD = 'rmrb-index';

/** Whether this worker was started as the thread of an index. */
export function isIndexThread({ name }: WorkerScope): boolean {
  return name === THREAD;
}

/**
 * Starts the script of this worker once more as the thread of an index. `setting` is what it is told first: nobody else tells
 * it what it has to know.
 */
export function startIndexThread(scope: WorkerScope, setting: unknown): IndexThread {
  const { Worker: OtherWorker, location } = scope;
  if (!OtherWorker) throw new Error('this browser’s workers have no workers');
  const worker = new OtherWorker(location.href, { name: THREAD });
  let answered: (result: IndexResult) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  worker.addEventListener('message', ({ data }) => answered(data as IndexResult));
  worker.addEventListener('error', ({ message }) => failed(new Error(message)));
  worker.postMessage(setting);
  return {
    // There is never more than one task at a time.
    run: (task) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        worker.postMessage(task);
      }),
    close: () => worker.terminate(),
  };
}

/** The other side of {@link startIndexThread}. */
export function serveIndex(scope: WorkerScope, vocabulary: Vocabulary, set: (setting: unknown) => void): void {
  const work = indexWorker(vocabulary);
  let isSet = false;
  scope.addEventListener('message', ({ data }) => {
    if (isSet) {
      const result = work(data as IndexTask);
      // What cannot be shared is handed over rather than copied.
      scope.postMessage(result, result.buffer instanceof ArrayBuffer ? [result.buffer] : []);
    } else set(data);
    isSet = true;
  });
}
