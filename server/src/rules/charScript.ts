import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { overConversions } from './overConversions.ts';
import { type PlainText, plainText, printedSpan } from './plainText.ts';
import type { Finding, RecordRule } from './rule.ts';
import { strayScript } from './strayScript.ts';
import { TEXT } from './traces.ts';

/** A character of the other script, or one that a converter took for another word's: 書麵, 互不幹涉. */
export const charScript: RecordRule = {
  code: 'char.script',
  severity: 'warning',
  needs: { text: [TEXT.converted, TEXT.traditional | TEXT.simplified] },
  *check(record) {
    const plain = plainText(record);
    const phrases = [...overConversions(plain.text)];
    for (const { span, right } of phrases) yield phraseFinding(plain, span, right);
    for (const { span, right, script } of strayScript(
      record,
      plain,
      phrases.map((one) => one.span),
    )) {
      const printed = plain.text.slice(span.start, span.end);
      const printedAt = printedSpan(plain, span.start, span.end);
      const words = message(script === 'traditional' ? 'char.script.traditional' : 'char.script.simplified', {
        printed,
      });
      if (right === undefined) yield { span: printedAt, message: words };
      else yield { span: printedAt, message: words, fixes: [fixOf(plain, span, right)] };
    }
  },
};

function phraseFinding(plain: PlainText, span: Span, right: string): Finding {
  const printed = plain.text.slice(span.start, span.end);
  return {
    span: printedSpan(plain, span.start, span.end),
    message: message('char.script', { printed, right }),
    fixes: [fixOf(plain, span, right)],
  };
}

/** Edits only the characters that change: a reading may stand behind the others. */
function fixOf(plain: PlainText, { start, end }: Span, right: string) {
  const edits: Edit[] = [];
  for (let at = start; at < end; at++) {
    const newText = right.charAt(at - start);
    if (newText !== plain.text.charAt(at)) edits.push({ span: printedSpan(plain, at, at + 1), newText });
  }
  return {
    title: message('char.script.fix', { printed: plain.text.slice(start, end), right }),
    safe: false,
    edits,
  };
}
