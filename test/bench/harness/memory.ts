import { setTimeout as after } from 'node:timers/promises';

/** What this process holds on to, in the heap and beside it. It needs `--expose-gc`. */
export async function heldBytes(): Promise<number> {
  // Twice with a pause, since some things are only let go after the turn in which they were found.
  for (let round = 0; round < 2; round++) {
    globalThis.gc!();
    await after(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
