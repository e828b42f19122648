import { message } from '../text/messages.ts';
import { pairsOf } from './pairs.ts';
import { plainText, printedSpan } from './plainText.ts';
import type { RecordRule } from './rule.ts';
import { TEXT, TREE } from './traces.ts';

/** A quotation mark that is turned the wrong way, or straight. */
export const pairQuote: RecordRule = {
  code: 'pair.quote',
  severity: 'warning',
  needs: { text: [TEXT.pair, TEXT.halfBracket], tree: TREE.oddTag },
  *check(record) {
    const plain = plainText(record);
    const { turned, straight } = pairsOf(record);
    for (const { at, right } of [...turned, ...straight]) {
      const span = printedSpan(plain, at, at + 1);
      const places = { printed: plain.text.charAt(at), right };
      yield {
        span,
        message: message(places.printed === '"' ? 'pair.quote.straight' : 'pair.quote', places),
        fixes: [{ title: message('pair.quote.fix', places), safe: false, edits: [{ span, newText: right }] }],
      };
    }
  },
};
