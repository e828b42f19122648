import { message, type MessageId, type Say } from '../text/messages.ts';
import type { Io } from './io.ts';

/** Work that takes longer than this says how far it is. */
const QUIET_FOR = 1_000;
const UPDATE_EVERY = 100;

/** A line on the terminal that is rewritten as work goes on. */
export interface Progress {
  /** Nothing to wait for nearly always, and that for thousands of files. */
  step(): Promise<void> | undefined;
  /** Takes the line away, so that something else may be written. */
  clear(): Promise<void>;
}

/** `told` words how far it is: `done` of `total`. */
export function openProgress({ stderr, now }: Io, say: Say, told: MessageId, total: number): Progress {
  const start = now();
  let shownAt = start + QUIET_FOR - UPDATE_EVERY;
  let isShown = false;
  let done = 0;
  return {
    step() {
      done++;
      if (!stderr.isTerminal || now() - shownAt < UPDATE_EVERY) return undefined;
      shownAt = now();
      isShown = true;
      return stderr.write(`\r\u001B[K${say(message(told, { done, total }))}`);
    },
    async clear() {
      if (isShown) await stderr.write('\r\u001B[K');
      isShown = false;
    },
  };
}
