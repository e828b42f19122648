import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RECORDS } from './cleanRecords.ts';
import { INJURIES, type Pick } from './injuries.ts';
import { problemsOf } from './specification.ts';

/** How many places each injury is tried at. */
const PLACES = 50;
/** Of a kind of injury, this share must be seen. */
const SEEN = 1;

describe('clean records', () => {
  it('have no problem at all', () => {
    for (const text of RECORDS)
      assert.deepEqual(
        problemsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)]),
        [],
      );
  });
});

describe('injuries', () => {
  for (const { name, code, inflict } of INJURIES) {
    it(`${name}: ${code}`, () => {
      let seed = 1;
      const pick: Pick = (items) => items[(seed = (seed * 48_271) % 2_147_483_647) % items.length];
      const missed: string[] = [];
      let tried = 0;
      for (let place = 0; tried < PLACES && place < PLACES * 4; place++) {
        const injured = inflict(RECORDS[place % RECORDS.length]!, pick);
        if (!injured) continue;
        tried++;
        const { text, span } = injured;
        const isSeen = problemsOf(text).some(
          (one) => one.code === code && one.span.start === span.start && one.span.end === span.end,
        );
        if (!isSeen) {
          const found = problemsOf(text).map(
            (one) => `${one.code} ${JSON.stringify(text.slice(one.span.start, one.span.end))}`,
          );
          missed.push(`${JSON.stringify(text.slice(span.start - 12, span.end + 12))} → ${found.join(', ')}`);
        }
      }
      assert.equal(tried, PLACES);
      assert.ok(
        tried - missed.length >= tried * SEEN,
        `${missed.length} of ${tried} missed:\n${missed.slice(0, 4).join('\n')}`,
      );
    });
  }
});
