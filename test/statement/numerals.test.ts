import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseNumeral, writeNumeral } from '../../server/src/statement/numerals.ts';

describe('numerals', () => {
  for (const [printed, value] of [
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十五', 25],
    ['九十九', 99],
    ['一百零五', 105],
    ['一百二十', 120],
    ['一千零一', 1001],
    ['〇', 0],
    ['一〇', 10],
    ['二〇〇二', 2002],
    ['二○一四', 2014],
    ['廿', 20],
    ['廿一', 21],
    ['卅', 30],
    ['卌二', 42],
    ['壹', 1],
    ['贰', 2],
    ['叁', 3],
    ['拾贰', 12],
    ['參', 3],
    ['貳', 2],
    ['7', 7],
    ['１２', 12],
    ['①', 1],
    ['㉑', 21],
    ['㊿', 50],
    ['⑴', 1],
    ['⒛', 20],
    ['㈩', 10],
    ['Ⅻ', 12],
  ] as const) {
    it(`${printed} is ${value}`, () => assert.equal(parseNumeral(printed), value));
  }

  for (const text of ['', '百', '百二', '十十', '一切', '第一', '两国', '1a', '1000000', '一一十']) {
    it(`${text || 'nothing'} is no numeral`, () => assert.equal(parseNumeral(text), undefined));
  }

  for (const [value, like, printed] of [
    [12, '三', '十二'],
    [21, '廿', '廿一'],
    [12, '叁', '壹拾贰'],
    [3, '貳', '參'],
    [12, '３', '１２'],
    [12, '3', '12'],
    [21, '⑳', '㉑'],
    [4, '㈢', '㈣'],
    [11, '㈩', '十一'],
    [51, '㊿', '51'],
    [11, '一〇', '一一'],
  ] as const) {
    it(`${value} in the manner of ${like} is ${printed}`, () => assert.equal(writeNumeral(value, like), printed));
  }

  it('reads what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('三', '叁', '參', '1', '２', '一〇', '廿', '③', '㈠'),
        (value, like) => assert.equal(parseNumeral(writeNumeral(value, like)), value),
      ),
    );
  });
});
