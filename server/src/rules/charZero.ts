import { message } from '../text/messages.ts';
import { plainText, printedSpan } from './plainText.ts';
import { glyphNumerals } from './prose.ts';
import type { RecordRule } from './rule.ts';
import { TEXT } from './traces.ts';

const RIGHT = '〇';
const NUMBER = /[〇零○◯0０OoＯΟО一二三四五六七八九十]{2,12}/g;
const DIGIT = /[一二三四五六七八九]/;
/** Never a zero in Chinese numerals. */
const LOOKALIKES = /[0０OoＯΟО]+/g;
/** Right in old print, which had no other; wrong beside 〇. */
const WITH_CIRCLES = /[0０OoＯΟО○◯]+/g;

/** A digit, letter or circle for 〇 in a year or date: 二00九年, 二OO二. */
export const charZero: RecordRule = {
  code: 'char.zero',
  severity: 'info',
  needs: { text: [TEXT.zero, TEXT.circle | TEXT.ideographicZero] },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    const numerals = glyphNumerals(record, plain);
    const wrong = text.includes(RIGHT) ? WITH_CIRCLES : LOOKALIKES;
    for (const { index, 0: number } of text.matchAll(NUMBER)) {
      if (!isDate(text, index, number)) continue;
      for (const { index: offset, 0: printed } of number.matchAll(wrong)) {
        const start = index + offset;
        if (numerals.has(start)) continue;
        const span = printedSpan(plain, start, start + printed.length);
        const right = RIGHT.repeat(printed.length);
        yield {
          span,
          message: message('char.zero', { number, printed, right }),
          fixes: [
            {
              title: message('char.zero.fix', { printed, right }),
              safe: false,
              edits: [{ span, newText: right }],
            },
          ],
        };
      }
    }
  },
};

/** Whether a run of Chinese digits is a year, month or day, or a year without the word. */
function isDate(text: string, start: number, number: string): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(start + number.length);
  if (!DIGIT.test(number) || /[0-9０-９A-Za-z]/.test(before) || /[0-9０-９A-Za-z]/.test(behind)) return false;
  if (/[年月日号號]/.test(behind)) return true;
  return number.length === 4 && /^(?:一[八九]|二[〇○◯0０OoＯΟО一])/.test(number);
}
