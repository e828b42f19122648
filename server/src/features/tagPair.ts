import { type Document, recordAt } from '../statement/document.ts';
import { type Span, shifted } from '../text/span.ts';
import { tagAt } from './tags.ts';

/** The tag at an offset and the other one of its pair; spans count in the file. */
export function tagPairAt(
  document: Document,
  offset: number,
): { readonly tag: Span; readonly partner: Span } | undefined {
  const { record, start } = recordAt(document, offset);
  const pair = tagAt(record, offset - start);
  return pair?.partner && { tag: shifted(pair.tag, start), partner: shifted(pair.partner, start) };
}
