import { parentPort, Worker } from 'node:worker_threads';

/** A thread that works off tasks one after the other. */
export interface TaskWorker<Task, Result> {
  /** Rejects where the thread dies before it has an answer. */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

interface Answer<Result> {
  readonly id: number;
  readonly result: Result;
}

/** Starts `script` as a thread; it has to call {@link serveTasks} with what answers the tasks. */
export function startWorker<Task, Result>(script: string): TaskWorker<Task, Result> {
  const worker = new Worker(script);
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let lastId = 0;
  let death: Error | undefined;

  const fail = (error: Error) => {
    death = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, result }: Answer<Result>) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(death ?? new Error('the thread has ended')));

  return {
    run(task) {
      const id = ++lastId;
      const answer = withResolvers<Result>();
      if (death) answer.reject(death);
      else {
        waiting.set(id, answer);
        worker.postMessage({ id, task });
      }
      return answer.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The other side of {@link startWorker}. */
export function serveTasks<Task, Result>(run: (task: Task) => Promise<Result>): void {
  parentPort?.on('message', async ({ id, task }: { readonly id: number; readonly task: Task }) => {
    parentPort?.postMessage({ id, result: await run(task) });
  });
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
