import assert from 'node:assert/strict';

/** Milliseconds of processor time that are not worth a second look. */
const LITTLE = 300;
const STEP = 8;
/** Eight times the size may cost a few times more than eight times as much: small runs have their code still to compile. */
const MOST = 3 * STEP;

/**
 * Fails where the cost of a work grows with its size as no linear work does. Counts processor time, which others on the
 * machine do not take away, and compares sizes with each other instead of with a clock.
 *
 * @param prepare what is to be done, for a size
 */
export function assertLinear(size: number, prepare: (size: number) => () => void): void {
  const large = cost(prepare(size));
  if (large < LITTLE) return;
  const small = Math.min(...[1, 2, 3].map(() => cost(prepare(size / STEP))));
  assert.ok(large < MOST * Math.max(small, LITTLE / MOST), `${small} ms, and ${large} ms for ${STEP} times as much`);
}

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
