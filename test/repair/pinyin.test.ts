import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingLengthAt } from '../../server/src/repair/pinyin.ts';

describe('readings that a mirror put behind characters', () => {
  for (const [text, length] of [
    ['聯(lián)', 6],
    ['績(jī)', 0],
    ['機(ji)', 4],
    ['質(zhì)', 5],
    ['聯(AUKUS)', 0],
    ['聯(guān)', 0],
    ['聯(', 0],
    ['桂(guì)', 0],
  ] as const) {
    it(`${text}: ${length} characters`, () => assert.equal(readingLengthAt(text, 1), length));
  }
});
