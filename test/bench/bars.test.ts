import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Bar, isHeld, ratio } from './harness/bar.ts';
import { figureOf, type Measured, type Unit } from './harness/figure.ts';

const bar = (ours: Measured, theirs: Measured, asked?: Bar['asked']): Bar => ({
  what: '',
  ours,
  peer: { name: 'peer', measured: theirs },
  ...(asked && { asked }),
});
const figure = (value: number, unit: Unit = 'ms'): Measured => ({ value, unit });
const absent: Measured = { missing: 'not available' };

describe('a figure', () => {
  test('is the median, however the samples lie', () => {
    assert.equal(figureOf([9, 1, 2], 'ms').value, 2);
    assert.equal(figureOf([4, 1, 9, 2], 'ms').value, 3);
    assert.deepEqual(figureOf([10, 9, 100], 'ms'), { value: 10, unit: 'ms', low: 9, high: 100, samples: 3 });
  });
});

describe('a bar', () => {
  test('counts how many times better ours is: less time, more of a rate', () => {
    assert.equal(ratio(bar(figure(10), figure(50))), 5);
    assert.equal(ratio(bar(figure(50, 'MB/s'), figure(10, 'MB/s'))), 5);
    assert.equal(ratio(bar(figure(10), absent)), undefined);
  });

  test('holds at its limit and not beyond it', () => {
    assert.equal(isHeld(bar(figure(5), figure(50), { times: 10 })), true);
    assert.equal(isHeld(bar(figure(6), figure(50), { times: 10 })), false);
    assert.equal(isHeld(bar(figure(15), figure(10), { within: 1.5 })), true);
    assert.equal(isHeld(bar(figure(16), figure(10), { within: 1.5 })), false);
    assert.equal(isHeld(bar(figure(25), absent, { most: 25 })), true);
    assert.equal(isHeld(bar(figure(99, '%'), absent, { least: 100 })), false);
  });

  test('is missed when ours is missing, and undecided when the peer it compares with is', () => {
    assert.equal(isHeld(bar(absent, figure(50), { times: 10 })), false);
    assert.equal(isHeld(bar(figure(5), absent, { times: 10 })), undefined);
    assert.equal(isHeld(bar(figure(5), figure(50))), undefined);
  });
});
