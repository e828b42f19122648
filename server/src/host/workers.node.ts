import { parentPort, Worker } from 'node:worker_threads';

/** A thread that works off tasks one after the other. */
export interface TaskWorker<Task, Result> {
  /** Whether the thread can work, once that is known. Never rejects. */
  readonly started: Promise<boolean>;
  /** Rejects where the thread dies before it has an answer. */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

interface Answer<Result> {
  readonly id: number;
  readonly result: Result;
}

/** What a thread says first. */
const STARTED = 'started';

/** Starts `script` as a thread; it has to call {@link serveTasks} with what answers the tasks. */
export function startWorker<Task, Result>(script: string): TaskWorker<Task, Result> {
  const worker = new Worker(script);
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  const started = withResolvers<boolean>();
  let lastId = 0;
  let death: Error | undefined;

  const fail = (error: Error) => {
    death = error;
    started.resolve(false);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (said: Answer<Result> | typeof STARTED) => {
    if (said === STARTED) return started.resolve(true);
    waiting.get(said.id)?.resolve(said.result);
    waiting.delete(said.id);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(death ?? new Error('the thread has ended')));

  return {
    started: started.promise,
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

/** Work that is done with one kind of task. */
type Runner<Task, Result> = (task: Task) => Promise<Result>;

/** The other side of {@link startWorker}; `run` is given each task. */
export function serveTasks<Task, Result>(run: Runner<Task, Result>): void {
  const serve = async ({ id, task }: { readonly id: number; readonly task: Task }): Promise<void> => {
    parentPort?.postMessage({ id, result: await run(task) });
  };
  parentPort?.on('message', (asked) => void serve(asked));
  parentPort?.postMessage(STARTED);
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
