import { message } from '../text/messages.ts';
import { pairsOf } from './pairs.ts';
import { plainText, printedSpan } from './plainText.ts';
import type { RecordRule } from './rule.ts';
import { TEXT, TREE } from './traces.ts';

/** 《》 inside 《》, where 〈〉 belong; and two closing marks in the wrong order. */
export const pairNesting: RecordRule = {
  code: 'pair.nesting',
  severity: 'warning',
  needs: { text: [TEXT.pair, TEXT.halfBracket], tree: TREE.oddTag },
  *check(record) {
    const plain = plainText(record);
    const { nested, crossed } = pairsOf(record);
    for (const { open, close, isDoubled } of nested) {
      const marks = [printedSpan(plain, open, open + 1), printedSpan(plain, close, close + 1)];
      const inner = isDoubled ? ['', ''] : ['〈', '〉'];
      yield {
        span: printedSpan(plain, open, close + 1),
        message: message(isDoubled ? 'pair.nesting.doubled' : 'pair.nesting'),
        fixes: [
          {
            title: message(isDoubled ? 'pair.nesting.fix.doubled' : 'pair.nesting.fix'),
            safe: false,
            edits: marks.map((span, index) => ({ span, newText: inner[index] ?? '' })),
          },
        ],
      };
    }
    for (const { at } of crossed) {
      const printed = plain.text.slice(at, at + 2);
      const right = printed.charAt(1) + printed.charAt(0);
      const span = printedSpan(plain, at, at + 2);
      yield {
        span,
        message: message('pair.nesting.crossed', { printed, right }),
        fixes: [
          {
            title: message('pair.nesting.fix.crossed', { printed, right }),
            safe: false,
            edits: [{ span, newText: right }],
          },
        ],
      };
    }
  },
};
