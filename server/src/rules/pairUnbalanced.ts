import { message } from '../text/messages.ts';
import { sourceEnd, sourceStart } from '../text/piecedText.ts';
import { pairsOf, type SingleMark } from './pairs.ts';
import { type PlainText, plainText, printedSpan } from './plainText.ts';
import type { Fix, RecordRule } from './rule.ts';
import { TEXT, TREE } from './traces.ts';

/** A bracket or quotation mark without its partner. A quotation may go on over several paragraphs. */
export const pairUnbalanced: RecordRule = {
  code: 'pair.unbalanced',
  severity: 'warning',
  needs: { text: [TEXT.pair, TEXT.halfBracket], tree: TREE.oddTag },
  *check(record) {
    const plain = plainText(record);
    for (const single of pairsOf(record).single) {
      const { at, mark, missing, opens } = single;
      yield {
        span: printedSpan(plain, at, at + 1),
        message: message(opens ? 'pair.unbalanced.unclosed' : 'pair.unbalanced', { mark, missing }),
        fixes: fixesOf(plain, single),
      };
    }
  },
};

function fixesOf(plain: PlainText, { at, mark, missing, place }: SingleMark): Fix[] {
  const removal = {
    title: message('pair.unbalanced.fix.remove', { mark }),
    safe: false,
    edits: [{ span: printedSpan(plain, at, at + 1), newText: '' }],
  };
  if (place === undefined) return [removal];
  // An opening mark goes before a character, a closing one behind the character before it, whatever was put between.
  const offset = place > at ? sourceEnd(plain, place - 1) : sourceStart(plain, place);
  const neighbour = place > at ? plain.text.charAt(place - 1) : plain.text.charAt(place);
  return [
    {
      title: message(place > at ? 'pair.unbalanced.fix.close' : 'pair.unbalanced.fix.open', { missing, neighbour }),
      safe: false,
      edits: [{ span: { start: offset, end: offset }, newText: missing }],
    },
    removal,
  ];
}
