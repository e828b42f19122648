import type { FileSource } from '../corpus/fileSource.ts';
import type { Disk } from '../host/disk.node.ts';
import type { TaskWorker } from '../host/workers.node.ts';
import type { Outcome, Task, TaskHost } from './task.ts';

/** Where a program's output goes. */
export interface Output {
  /** Resolves when more may be written. Never rejects: what a closed pipe does not take is dropped. */
  write(data: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Whether nobody reads any more, so that further work would be for nothing. */
  readonly isClosed: boolean;
}

/** All that the command line knows of the world. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: () => Promise<Uint8Array>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSource;
  readonly disk: Disk;
  /** A quicker way to the disk for the tasks that this thread works off itself. */
  readonly taskHost?: TaskHost;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Today as YYYYMMDD. */
  readonly today: string;
  readonly version: string;
  /** Differs between programs whose answers may differ, versions under development included. */
  readonly build: () => Promise<string>;
  /** How many threads the machine can run at once. */
  readonly parallelism: number;
  /** Absent where there is no program file to start as a thread. */
  readonly startWorker?: () => TaskWorker<readonly Task[], readonly Outcome[]>;
  /** Runs the language server on standard input and output until the client ends it. */
  readonly serve: () => Promise<number>;
}
