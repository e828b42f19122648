import { message } from '../text/messages.ts';
import { plainText, printedSpan } from './plainText.ts';
import { glyphNumerals } from './prose.ts';
import type { RecordRule } from './rule.ts';
import { isChinese, isEdge, isHanCharacter, opensLine } from './signs.ts';
import { TEXT } from './traces.ts';

const RIGHT = '——';
/** —方面 is 一方面: a look-alike inside a word, which is no dash at all. */
const AFTER_ONE = /^(?:方面|[个個些样樣定般旦切起致直项項次系种種])/;
/** What a dash leads on to, or comes behind; between other words a single one joins them: 北京—上海. */
const EXPLAINS = /^(?:即|也就是|就是|这是|這是|这就是|這就是|那就是|特别是|特別是|尤其是|包括|甚至)/;
const ANNOUNCES = /(?:就是|即|问道|問道|说道|說道)$/;
const NUMERAL = /[〇零一二三四五六七八九十百千万]/;

/** Another sign, or half of one, for ——. Ranges, numbers and compounds keep their short dash. */
export const charDash: RecordRule = {
  code: 'char.dash',
  severity: 'info',
  needs: { text: [TEXT.dash] },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    const numerals = glyphNumerals(record, plain);
    for (const { index, 0: run } of text.matchAll(/[—―─–－-]+/g)) {
      const end = index + run.length;
      if (numerals.has(index) || !isDash(text, index, end)) continue;
      const span = printedSpan(plain, index, end);
      const places = { printed: run };
      yield {
        span,
        message: message('char.dash', places),
        fixes: [{ title: message('char.dash.fix', places), safe: false, edits: [{ span, newText: RIGHT }] }],
      };
    }
  },
};

function isDash(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end);
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  const isFirst = opensLine(text, start);
  if (run === RIGHT) return false;
  if (NUMERAL.test(before) && NUMERAL.test(behind)) return false;
  if (run.length === 1) return /[—―─–]/.test(run) && isHalf(text, start, end, isFirst);
  // Longer ones are rules, and borders of tables.
  if (run.length > 2 && !/^-{3,4}$/.test(run)) return false;
  if (isFirst) return isHanCharacter(behind) || behind === '“' || behind === '《';
  return isChinese(before) && (isChinese(behind) || (isEdge(behind) && run.length === 2));
}

/** Whether a single dash is half of one: at the start of a line, behind punctuation, or before an explanation. */
function isHalf(text: string, start: number, end: number, isFirst: boolean): boolean {
  const before = text.charAt(start - 1);
  const behind = text.slice(end, end + 4);
  if (!isHanCharacter(behind) && behind.charAt(0) !== '“') return false;
  if (isFirst) return !AFTER_ONE.test(behind);
  if (before !== '' && '，。；：！？'.includes(before)) return !AFTER_ONE.test(behind);
  return isHanCharacter(before) && (EXPLAINS.test(behind) || ANNOUNCES.test(text.slice(Math.max(0, start - 4), start)));
}
