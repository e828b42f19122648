import { message } from '../text/messages.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** A character that only looks like a numeral: a dash for 一. */
export const numberGlyph: RecordRule = {
  code: 'number.glyph',
  severity: 'warning',
  needs: { tree: TREE.oddNumber },
  *check({ lists }) {
    for (const { members } of lists) {
      for (const { numeral } of members) {
        if (numeral?.meant === undefined) continue;
        const places = { printed: numeral.text, meant: numeral.meant };
        yield {
          span: numeral.span,
          message: message('number.glyph', places),
          fixes: [
            {
              title: message('number.glyph.fix', places),
              safe: true,
              edits: [{ span: numeral.span, newText: numeral.meant }],
            },
          ],
        };
      }
    }
  },
};
