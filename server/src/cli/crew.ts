import { setImmediate } from 'node:timers/promises';
import type { TaskWorker } from '../host/workers.node.ts';
import { type Message, message } from '../text/messages.ts';
import type { Io } from './io.ts';
import { type Outcome, runTasks, type Task, type TaskHost } from './task.ts';

/** Who works off tasks: this thread, and others beside it. */
export interface Crew {
  /** How many batches may be under way at once. */
  readonly width: number;
  /** Never rejects. */
  run(batch: readonly Task[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** Work that takes about as long as a thread needs to start and to have its code compiled, which each does for itself. */
const BYTES_WORTH_A_THREAD = 12_000_000;
const MOST_THREADS = 16;
/** One in work and one at hand, so that no thread waits to be told what comes next. */
const BATCHES_PER_THREAD = 2;
/** Keeps all busy while the answer that comes next in order is still being worked on by one. */
const WIDTH_PER_THREAD = 4;

/**
 * @param size how many bytes there are to read
 * @param threads how many the user asked for
 */
export function hireCrew(io: Io, size: number, files: number, threads: number | undefined): Crew {
  const useful = Math.min(io.parallelism, MOST_THREADS, Math.floor(size / BYTES_WORTH_A_THREAD));
  const count = Math.min(threads ?? useful, files) - 1;
  const { startWorker, taskHost = io } = io;
  return new WorkingCrew(taskHost, startWorker && count > 0 ? Array.from({ length: count }, startWorker) : []);
}

interface Batch {
  readonly tasks: readonly Task[];
  readonly done: (outcomes: readonly Outcome[]) => void;
}

/** This thread works too: from the first moment on, while the others start, and as long as there is more than they take. */
class WorkingCrew implements Crew {
  readonly width: number;
  readonly #host: TaskHost;
  readonly #all: readonly TaskWorker<readonly Task[], readonly Outcome[]>[];
  /** Those that have started, by how many batches they have. */
  readonly #loads = new Map<TaskWorker<readonly Task[], readonly Outcome[]>, number>();
  readonly #waiting: Batch[] = [];
  #isWorking = false;

  constructor(host: TaskHost, workers: readonly TaskWorker<readonly Task[], readonly Outcome[]>[]) {
    this.#host = host;
    this.#all = workers;
    this.width = workers.length === 0 ? 1 : (workers.length + 1) * WIDTH_PER_THREAD;
    for (const worker of workers) void this.#welcome(worker);
  }

  run(tasks: readonly Task[]): Promise<readonly Outcome[]> {
    return new Promise((done) => {
      this.#waiting.push({ tasks, done });
      this.#share();
      if (!this.#isWorking) void this.#work();
    });
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all(this.#all.map((worker) => worker.close()));
  }

  async #welcome(worker: TaskWorker<readonly Task[], readonly Outcome[]>): Promise<void> {
    // One that does not start is not missed.
    if (!(await worker.started)) return;
    this.#loads.set(worker, 0);
    this.#share();
  }

  /** Gives what is waiting to the threads that have room. */
  #share(): void {
    for (let load = 0; load < BATCHES_PER_THREAD; load++) {
      for (const [worker, its] of this.#loads) {
        if (its > load) continue;
        const batch = this.#waiting.shift();
        if (!batch) return;
        void this.#give(worker, batch);
      }
    }
  }

  async #give(worker: TaskWorker<readonly Task[], readonly Outcome[]>, { tasks, done }: Batch): Promise<void> {
    this.#loads.set(worker, (this.#loads.get(worker) ?? 0) + 1);
    try {
      done(await worker.run(tasks));
      this.#loads.set(worker, (this.#loads.get(worker) ?? 0) - 1);
      this.#share();
    } catch (error) {
      this.#loads.delete(worker);
      done(tasks.map(({ file }) => ({ state: 'failed', message: failed(file, error) })));
    }
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let batch = this.#waiting.shift(); batch; batch = this.#waiting.shift()) {
      batch.done(await runTasks(batch.tasks, this.#host));
      // What the other threads have to say comes in between. And before the program turns to something else, nothing that
      // a WeakRef has pointed at is let go: without a pause, all records of a run would stay in memory.
      await setImmediate();
    }
    this.#isWorking = false;
  }
}

function failed(file: string, error: unknown): Message {
  return message('cli.failed', { file, detail: String(error) });
}
