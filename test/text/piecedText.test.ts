import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeOffset, type PiecedText, sourceEnd, sourceOf, sourceStart } from '../../server/src/text/piecedText.ts';

/** abcdefgh → abXh: `cde` became one sign, `fg` is left out. */
const MADE: PiecedText = {
  text: 'abXh',
  pieces: [
    { at: 0, start: 0, end: 2 },
    { at: 2, start: 2, end: 5 },
    { at: 3, start: 7, end: 8 },
  ],
  sourceLength: 8,
};

test('each unit knows where it came from', () => {
  const places = [0, 1, 2, 3, 4].map((at) => [sourceStart(MADE, at), sourceEnd(MADE, at)]);
  assert.deepEqual(places, [
    [0, 1],
    [1, 2],
    [2, 5],
    [7, 8],
    [8, 8],
  ]);
  assert.deepEqual(sourceOf(MADE, { start: 1, end: 3 }), { start: 1, end: 5 });
  assert.deepEqual(sourceOf(MADE, { start: 3, end: 3 }), { start: 7, end: 7 });
});

test('each offset of the source has its unit, or the next one after it', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => madeOffset(MADE, offset)),
    [0, 1, 2, 2, 2, 3, 3, 3, 4],
  );
});

const step = fc.record({ kind: fc.constantFrom('copy', 'sign', 'skip'), length: fc.integer({ min: 1, max: 5 }) });

test('as if each unit had its own entry', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const pieces: { at: number; start: number; end: number }[] = [];
      const from: number[] = [];
      const to: number[] = [];
      let source = 0;
      for (const { kind, length } of steps) {
        if (kind !== 'skip') pieces.push({ at: from.length, start: source, end: source + length });
        const units = kind === 'copy' ? length : kind === 'sign' ? 1 : 0;
        for (let unit = 0; unit < units; unit++) {
          from.push(source + unit);
          to.push(kind === 'sign' ? source + length : source + unit + 1);
        }
        source += length;
      }
      const made = { text: 'x'.repeat(from.length), pieces, sourceLength: source };
      from.forEach((start, at) => assert.deepEqual([sourceStart(made, at), sourceEnd(made, at)], [start, to[at]]));
      for (let offset = 0; offset <= source; offset++) {
        const next = to.findIndex((end) => end > offset);
        assert.equal(madeOffset(made, offset), next === -1 ? from.length : next);
      }
    }),
  );
});
