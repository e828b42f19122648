import { message } from '../text/messages.ts';
import type { Io } from './io.ts';
import { type Outcome, runTask, type Task } from './task.ts';

/** Who works off tasks: this thread, or others. */
export interface Crew {
  /** How many tasks may be under way at once. */
  readonly width: number;
  /** Never rejects. */
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/** Fewer files than this are checked sooner than a thread has started. */
const FILES_WORTH_A_THREAD = 64;
const MOST_THREADS = 16;
/** Keeps a thread busy while the answer that comes next in order is still being worked on elsewhere. */
const TASKS_PER_THREAD = 8;

export function hireCrew(io: Io, files: number, threads: number | undefined): Crew {
  const useful = Math.min(io.parallelism, MOST_THREADS, Math.floor(files / FILES_WORTH_A_THREAD));
  const count = Math.min(threads ?? useful, files);
  const { startWorker } = io;
  if (count <= 1 || !startWorker) {
    return { width: TASKS_PER_THREAD, run: (task) => runTask(task, io), close: async () => undefined };
  }
  const workers = Array.from({ length: count }, () => ({ worker: startWorker(), busy: 0 }));
  return {
    width: count * TASKS_PER_THREAD,
    async run(task) {
      const idlest = workers.reduce((best, other) => (other.busy < best.busy ? other : best));
      idlest.busy++;
      try {
        return await idlest.worker.run(task);
      } catch (error) {
        return { state: 'failed', message: message('cli.failed', { file: task.file, detail: String(error) }) };
      } finally {
        idlest.busy--;
      }
    },
    async close() {
      await Promise.all(workers.map(({ worker }) => worker.close()));
    },
  };
}
