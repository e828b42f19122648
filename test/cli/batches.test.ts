import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf } from '../../server/src/cli/batches.ts';
import { packedReport, WaitingReports } from '../../server/src/cli/packedReport.ts';

const sizes = (items: readonly number[]) =>
  Array.from(
    batchesOf(items, (size) => size),
    (batch) => batch.length,
  );

test('small pieces of work are handed over together, large ones alone', () => {
  assert.deepEqual(sizes([]), []);
  assert.deepEqual(sizes(Array(130).fill(0)), [64, 64, 2]);
  assert.deepEqual(sizes(Array(5).fill(1_000_000)), [1, 1, 1, 1, 1]);
  assert.deepEqual(sizes(Array(6).fill(50_000)), [3, 3]);
});

test('work is taken only as it is asked for', () => {
  let taken = 0;
  function* endless() {
    for (;;) yield taken++;
  }
  batchesOf(endless(), () => 1_000_000).next();
  assert.equal(taken, 1);
});

test('as many reports wait as there is room for, and clean ones always', () => {
  const problem = { code: 'x' } as unknown as Parameters<typeof packedReport>[1][number];
  const faulty = packedReport(
    'utf-8',
    Array.from({ length: 10 }, () => problem),
  );
  const waiting = new WaitingReports(faulty.problems.length + 1);
  const clean = packedReport(null, []);
  for (const report of [faulty, faulty, undefined, faulty, clean]) waiting.take(report);
  assert.equal(waiting.hasRoom, false);
  assert.deepEqual(
    Array.from({ length: 5 }, (_, index) => waiting.at(index)),
    [faulty, faulty, undefined, undefined, clean],
  );
});
