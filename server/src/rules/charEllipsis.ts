import { message } from '../text/messages.ts';
import { plainText, printedSpan } from './plainText.ts';
import type { RecordRule } from './rule.ts';
import { isChinese, isEdge, isHanCharacter } from './signs.ts';
import { TEXT } from './traces.ts';

const RIGHT = '……';
/** More dots than these lead to a page number. */
const MOST_DOTS = 6;

/** Dots, stops or half an ellipsis for …… . */
export const charEllipsis: RecordRule = {
  code: 'char.ellipsis',
  severity: 'info',
  needs: { text: [TEXT.ellipsis] },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    for (const { index, 0: run } of text.matchAll(/\.{3,}|．{3,}|。{3,}|·{3,}|…+/g)) {
      const end = index + run.length;
      if (!isEllipsis(text, index, end)) continue;
      const span = printedSpan(plain, index, end);
      const places = { printed: run };
      yield {
        span,
        message: message('char.ellipsis', places),
        fixes: [{ title: message('char.ellipsis.fix', places), safe: false, edits: [{ span, newText: RIGHT }] }],
      };
    }
  },
};

function isEllipsis(text: string, start: number, end: number): boolean {
  if (text.charAt(start) === '…' ? end - start !== 1 : end - start > MOST_DOTS) return false;
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  if (isEdge(before)) return isHanCharacter(behind);
  if (!isChinese(before)) return false;
  return isChinese(behind) || isEdge(behind) || behind === '\u3000' || /^[,;:!?)]$/.test(behind);
}
