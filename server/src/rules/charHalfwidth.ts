import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import { plainText, printedSpan } from './plainText.ts';
import { questionMarks } from './questionMarks.ts';
import { type RoundBrackets, roundBrackets } from './roundBrackets.ts';
import type { RecordRule } from './rule.ts';
import { endsLine, isChinese, isEdge, PAUSES } from './signs.ts';
import { TEXT } from './traces.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Half-width punctuation between Chinese characters. Digits and Latin letters keep theirs: 06:56, 1,000, (AUKUS). */
export const charHalfwidth: RecordRule = {
  code: 'char.halfwidth',
  severity: 'info',
  needs: { text: [TEXT.halfMark, TEXT.halfBracket] },
  *check(record) {
    const plain = plainText(record);
    const { text } = plain;
    const brackets = roundBrackets(text);
    const { explained } = questionMarks(record);
    for (const { index, 0: run } of text.matchAll(/[,:;!?()]+/g)) {
      const surroundings = surroundingsOf(text, index, index + run.length, brackets);
      const wrong = Array.from(run, (_, offset) => index + offset).filter(
        (at) => !explained.has(at) && isWrong(text, at, surroundings, brackets),
      );
      for (const { start, end } of neighbours(wrong)) {
        // In the English manner a space follows: it belongs to the mark.
        const reach =
          end === index + run.length && surroundings.gap > end && text.charAt(end - 1) !== '(' ? surroundings.gap : end;
        const span = printedSpan(plain, start, reach);
        const edits: Edit[] = [];
        for (let at = start; at < end; at++) {
          const place = printedSpan(plain, at, at === end - 1 ? reach : at + 1);
          edits.push({ span: place, newText: FULL_WIDTH[text.charAt(at)] ?? '' });
        }
        const printed = text.slice(start, end);
        const right = edits.map(({ newText }) => newText).join('');
        yield {
          span,
          message: message('char.halfwidth', { printed, right }),
          fixes: [{ title: message('char.halfwidth.fix', { printed, right }), safe: false, edits }],
        };
      }
    }
  },
};

interface Surroundings {
  readonly isChinese: boolean;
  /** Where what stands behind the run begins, blanks skipped, if that is Chinese; else the run's end. */
  readonly gap: number;
}

function surroundingsOf(text: string, start: number, end: number, { partner, chinese }: RoundBrackets): Surroundings {
  // Behind (AUKUS) it is what stands before the bracket that tells.
  const opening = chinese.has(start) ? undefined : text.charAt(start) === ')' ? partner.get(start) : undefined;
  const before = text.charAt((opening ?? start) - 1);
  let gap = end;
  while (gap < end + WIDEST_GAP && text.charAt(gap) === ' ') gap++;
  const behind = text.charAt(gap);
  const goesOn = isChinese(behind) || (behind === '(' && chinese.has(gap));
  return {
    isChinese: isChinese(before) && (goesOn || endsLine(text, end)),
    gap: isChinese(behind) ? gap : end,
  };
}

/** Spaces that follow a mark in the English manner. */
const WIDEST_GAP = 2;

function isWrong(text: string, at: number, around: Surroundings, { partner, chinese }: RoundBrackets): boolean {
  const mark = text.charAt(at);
  if (mark === '(' || mark === ')') {
    if (!chinese.has(at)) return false;
    const opening = mark === '(' ? at : (partner.get(at) ?? at);
    const before = text.charAt(opening - 1);
    return isChinese(before) || isEdge(before) || /[\s,:;!?()]/.test(before);
  }
  if (!around.isChinese) return false;
  // Of two marks in a row one is too many, whatever their width: `char.repeat`.
  return !PAUSES.includes(mark) || (!isPause(text.charAt(at - 1)) && !isPause(text.charAt(at + 1)));
}

function isPause(character: string): boolean {
  return character !== '' && PAUSES.includes(character);
}

/** Runs of offsets that follow each other. */
function neighbours(offsets: readonly number[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const at of offsets) {
    const last = runs.at(-1);
    if (last?.end === at) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
}
