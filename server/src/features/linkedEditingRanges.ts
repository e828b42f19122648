import type { Tag } from '../markup/syntax.ts';
import { type Document, recordAt } from '../statement/document.ts';
import { type Span, shifted, spanOf, touches } from '../text/span.ts';
import { tagAt } from './tags.ts';

/**
 * What stands between the brackets of the two tags of a pair, the closing mark left out, where the caret is in one of them: what is typed
 * there is typed in both. `undefined` where the two differ or one of them is damaged, since both would then be written over.
 */
export function linkedEditingRanges(document: Document, offset: number): readonly Span[] | undefined {
  const { record, start } = recordAt(document, offset);
  const pair = tagAt(record, offset - start);
  if (!pair?.partner) return undefined;
  const [own, other] = [innerSpan(pair.tag), innerSpan(pair.partner)];
  if (!own || !other || !touches(own, offset - start)) return undefined;
  const printed = (span: Span) => record.text.slice(span.start, span.end);
  return printed(own) === printed(other) ? [shifted(own, start), shifted(other, start)] : undefined;
}

/** `BT/标题` of 〖BT/标题〗 and of 〖-BT/标题〗; `undefined` in a tag that is not written as it should be. */
export function innerSpan({ codeStart, end, defects }: Tag): Span | undefined {
  return defects.length === 0 ? spanOf(codeStart, end - 1) : undefined;
}
