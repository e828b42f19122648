import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CLEAN_RECORDS } from './cleanRecords.ts';
import { INJURIES } from './injuries.ts';
import { problemsOf } from './specification.ts';
import { PLACES, tryOut } from './trial.ts';

/** Of a kind of injury, this share must be seen. */
const SEEN = 1;

describe('clean records', () => {
  it('have no problem at all', () => {
    for (const text of CLEAN_RECORDS)
      assert.deepEqual(
        problemsOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)]),
        [],
      );
  });
});

describe('injuries', () => {
  for (const injury of INJURIES) {
    it(`${injury.name}: ${injury.code}`, () => {
      const { tried, missed } = tryOut(injury, CLEAN_RECORDS);
      assert.equal(tried, PLACES);
      const shown = missed.slice(0, 4).map(({ text, span, found }) => {
        const around = text.slice(span.start - 12, span.end + 12);
        const instead = found.map((one) => `${one.code} ${JSON.stringify(text.slice(one.span.start, one.span.end))}`);
        return `${JSON.stringify(around)} → ${instead.join(', ')}`;
      });
      assert.ok(tried - missed.length >= tried * SEEN, `${missed.length} of ${tried} missed:\n${shown.join('\n')}`);
    });
  }
});
