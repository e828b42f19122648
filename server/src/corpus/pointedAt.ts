import type { Vocabulary } from '../markup/vocabulary.ts';
import { recordAt, type Document } from '../statement/document.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { mappedOffset } from '../text/sourceMap.ts';
import { covers, type Span, spanOf, touches } from '../text/span.ts';
import { type Passage, passagesOf } from './passages.ts';

/** What a caret or a selection means; spans count from the record's start, terms are normalised. */
type Pointed =
  | {
      readonly kind: 'words';
      readonly passage: Passage /** The place in the passage's normalised text. */;
      readonly at: Span;
    }
  | { readonly kind: 'passages'; readonly span: Span; readonly passages: readonly Passage[] };

export interface PointedPlace {
  readonly record: RecordTree;
  readonly recordStart: number;
  readonly pointed: Pointed;
}

/** A selection of this many characters or with a full stop in it asks for its paragraph, not for its words. */
const SENTENCE_LENGTH = 24;

/** What stands at `asked` in a document, as {@link Pointed}; `undefined` outside every passage. */
export function pointedAt(document: Document, asked: Span, vocabulary: Vocabulary): PointedPlace | undefined {
  const { record, start: recordStart } = recordAt(document, asked.start);
  const local = spanOf(asked.start - recordStart, Math.min(asked.end - recordStart, record.text.length));
  const { passages } = passagesOf(record, vocabulary);
  const isCaret = local.start === local.end;
  const section = isCaret ? numberedAt(record.root, local.start) : undefined;
  if (section) {
    const within = passages.filter((passage) => covers(section.span, passage.span));
    return within.length > 0
      ? { record, recordStart, pointed: { kind: 'passages', span: section.span, passages: within } }
      : undefined;
  }
  const touched = passages.filter(({ span }) =>
    isCaret ? touches(span, local.start) : span.start < local.end && local.start < span.end,
  );
  const [passage] = touched;
  if (!passage) return undefined;
  const at = spanOf(mappedOffset(passage.normal, local.start), mappedOffset(passage.normal, local.end));
  const words = passage.normal.text.slice(at.start, at.end);
  if (touched.length > 1 || words.length >= SENTENCE_LENGTH || words.includes('。')) {
    return { record, recordStart, pointed: { kind: 'passages', span: local, passages: touched } };
  }
  return { record, recordStart, pointed: { kind: 'words', passage, at } };
}

/** The numbered node on whose numeral the caret stands. */
function numberedAt(node: StatementNode, offset: number): StatementNode | undefined {
  if (
    node.numeral &&
    touches(node.selection, offset) &&
    offset < Math.max(node.selection.end, node.selection.start + 2)
  )
    return node;
  for (const child of node.children) {
    const found = touches(child.span, offset) ? numberedAt(child, offset) : undefined;
    if (found) return found;
  }
  return undefined;
}
