import { type Document, type PlacedRecord, placedRecords, recordCount } from '../statement/document.ts';
import { type Span, shifted } from '../text/span.ts';
import { descendants, paragraphCount } from './treeWalk.ts';

export interface FoldingRange {
  /** Its first line stays in sight. */
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

/**
 * What can be folded away: records, metadata, 正文, sections, items of several paragraphs, what a web page left around
 * the text. An editor folds lines, so that what lies on one line falls out at the edge.
 */
export function foldingRanges(document: Document): FoldingRange[] {
  const several = recordCount(document) > 1;
  return placedRecords(document).flatMap((placed) => [...markupRanges(placed, several), ...statementRanges(placed)]);
}

function* markupRanges({ record, start }: PlacedRecord, several: boolean): Generator<FoldingRange> {
  const { tags, fields } = record.markup;
  const first = tags[0];
  const last = tags.at(-1);
  if (!first || !last) return;
  if (several) yield region({ start: first.start, end: last.end }, start);

  const body = fields.find((field) => record.markup.body && field.value.start === record.markup.body.start);
  const metadata = fields.filter((field) => field !== body && (!body || field.end <= body.start));
  // An editor keeps one range a line, so that where the record has its first line, the metadata folds from the next.
  const head = metadata[several ? 1 : 0];
  const tail = metadata.at(-1);
  if (head && tail && head !== tail) yield region({ start: head.start, end: tail.end }, start);
  // The closing tag stays in sight, as that of an element does.
  if (body)
    yield region({ start: body.start, end: Math.max(body.start, lineEndBefore(record.text, body.value.end)) }, start);
}

function* statementRanges({ record, start }: PlacedRecord): Generator<FoldingRange> {
  for (const node of descendants(record.root)) {
    switch (node.kind) {
      case 'section':
        yield region(node.span, start);
        break;
      case 'item':
      case 'bullet':
      case 'preamble':
      case 'conclusion':
      case 'signature':
        if (paragraphCount(record, node) > 1) yield region(node.span, start);
        break;
      case 'boilerplate':
        yield { span: shifted(node.span, start), kind: 'comment' };
        break;
    }
  }
}

function region(span: Span, start: number): FoldingRange {
  return { span: shifted(span, start), kind: 'region' };
}

/** Where the text before `offset` ends, white space left out. */
function lineEndBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}
