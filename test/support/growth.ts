import assert from 'node:assert/strict';

/** Milliseconds of processor time that are not worth a second look. */
const LITTLE = 600;
const STEP = 8;
/** What grows with the square of its size costs 64 times as much; what is linear may suffer from memory a little. */
const MOST = 4 * STEP;

/**
 * Fails where the cost of a work grows with its size as no linear work does. Counts processor time, which others on the
 * machine do not take away, and compares sizes with each other instead of with a clock.
 *
 * @param prepare what is to be done, for a size
 */
export function assertLinear(size: number, prepare: (size: number) => () => void): void {
  if (cost(prepare(size)) < LITTLE) return;
  const [small, large] = [size / STEP, size].map((one) => Math.min(...[1, 2].map(() => cost(prepare(one)))));
  if (small === undefined || large === undefined || large < LITTLE) return;
  assert.ok(large < MOST * small, `${small} ms, and ${large} ms for ${STEP} times as much`);
}

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
