import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { mojibakeIn } from './mojibake.ts';
import { foreignSpans, plainText, printedSpan } from './plainText.ts';
import { questionMarks } from './questionMarks.ts';
import type { Finding, RecordRule } from './rule.ts';
import { outside } from './spans.ts';
import { TEXT } from './traces.ts';

/** U+FFFD and the private areas, in whose place every system shows something else or nothing. */
const UNREADABLE = /(?:[\ufffd\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff])+/g;
/** Frames that are printed for a character that the set does not have: 朱□基. Before a byline they are ornaments. */
const FRAME = /(?<=[\u4e00-\u9fff])[□〓]{1,2}(?=[\u4e00-\u9fff])/g;

/** A character that a conversion or recognition could not read. What was printed can only be looked up. */
export const charLost: RecordRule = {
  code: 'char.lost',
  severity: 'warning',
  needs: { text: [TEXT.unreadable, TEXT.frame, TEXT.question] },
  *check(record) {
    const { text } = record;
    const foreign = foreignSpans(record);
    for (const span of outside(matches(text, UNREADABLE), foreign)) {
      const code = `U+${(text.codePointAt(span.start) ?? 0).toString(16).toUpperCase()}`;
      yield { span, message: message('char.lost.unreadable', { code }) };
    }
    for (const span of outside(mojibakeIn(text), foreign)) yield finding('char.lost.encoding', text, span);
    const plain = plainText(record);
    for (const { start, end } of matches(plain.text, FRAME))
      yield finding('char.lost', text, printedSpan(plain, start, end));
    for (const { start, end } of questionMarks(record).lost) {
      yield finding('char.lost', text, printedSpan(plain, start, end));
    }
  },
};

/** Longer runs are not repeated in a message. */
const LONGEST_SHOWN = 12;

function finding(id: 'char.lost' | 'char.lost.encoding', text: string, span: Span): Finding {
  return {
    span,
    message: message(id, { printed: text.slice(span.start, Math.min(span.end, span.start + LONGEST_SHOWN)) }),
  };
}

function matches(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: run }) => ({ start: index, end: index + run.length }));
}
