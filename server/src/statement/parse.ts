import { readMarkup } from '../markup/fields.ts';
import { scanMarks } from '../markup/scan.ts';
import type { RecordMarkup } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimSpan } from '../text/trim.ts';
import { type FramePart, frameOf } from './frame.ts';
import { soundsConcluding } from './furniture.ts';
import { paragraphsOf, withoutHeadingMark } from './paragraphs.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { segmentsOf } from './segments.ts';
import type { GrowingNode, RecordTree } from './tree.ts';

/** Parses the text of one record. Never throws; linear in the text. */
export function parseRecord(text: string, vocabulary: Vocabulary, marks = scanMarks(text, vocabulary)): RecordTree {
  const { lineBreaks } = marks;
  const markup = readMarkup(text, marks.tagStarts, vocabulary);
  const root = container('record', trimSpan(text, spanOf(0, text.length)));
  const body = container('field', markup.body ?? root.selection);
  const sections = markup.body ? readStatement(text, markup, body, lineBreaks) : { nodes: [], lists: [] };
  const bodyNode = addFields(text, markup, root, body);
  const lists = sections.lists.map(({ parent, members }) => ({ parent: parent ?? bodyNode, members }));
  return { text, markup, root, lists, lineBreaks };
}

/** Fills `body` with the parts of the statement that the markup's body holds. */
function readStatement(text: string, markup: RecordMarkup, body: GrowingNode, lineBreaks: readonly number[]): Sections {
  const span = markup.body ?? body.selection;
  const hasTitle = markup.fields.some((field) => field.definition?.value === 'heading');
  const frame = frameOf(text, segmentsOf(text, span, lineBreaks), hasTitle);
  const sections = sectionsOf(text, paragraphsOf(text, frame.body));
  body.children.push(...frame.head.map((part) => frameNode(text, part)), ...sections.nodes);
  const isWhole = frame.tail.some((part) => part.kind === 'signature' || part.kind === 'credit');
  if (isWhole) moveConclusion(text, body);
  body.children.push(...frame.tail.map((part) => frameNode(text, part)));
  return sections;
}

/** Puts the fields into the root in their order, `body` as the field that holds it, or in the root itself without fields. */
function addFields(text: string, markup: RecordMarkup, root: GrowingNode, body: GrowingNode): GrowingNode {
  if (markup.fields.length === 0) {
    root.children.push(...body.children);
    return root;
  }
  let bodyNode = root;
  for (const field of markup.fields) {
    const value = trimSpan(text, field.value);
    const isBody = field.value === markup.body;
    const node: GrowingNode = {
      kind: field.code === 'BT' ? 'title' : 'field',
      span: spanOf(field.start, field.end),
      selection: isBody ? spanAt(markup.tags[field.open] ?? field) : value.end > value.start ? value : spanAt(field),
      code: field.code,
      pieces: isBody ? [] : [value],
      children: isBody ? body.children : [],
    };
    root.children.push(node);
    if (isBody) bodyNode = node;
  }
  if (bodyNode === root) {
    // A body without tags of its own follows the fields.
    root.children.push(...body.children);
  }
  return bodyNode;
}

/** The last paragraph of a numbered statement belongs to the whole, not to its last section, where it speaks of the whole. */
function moveConclusion(text: string, body: GrowingNode): void {
  const path = [body];
  for (let node = body.children.at(-1); node; node = node.children.at(-1)) path.push(node);
  const last = path.pop();
  const isInSection = path[1]?.kind === 'section' && body.children.filter((node) => node.kind === 'section').length > 1;
  if (last?.kind !== 'paragraph' || !isInSection) return;
  if (!soundsConcluding(last.pieces.map((piece) => text.slice(piece.start, piece.end)).join(''))) return;
  path.at(-1)?.children.pop();
  for (const node of path.slice(1).reverse()) {
    node.span.end = Math.max(node.selection.end, node.pieces.at(-1)?.end ?? 0, node.children.at(-1)?.span.end ?? 0);
  }
  body.children.push({ ...last, kind: 'conclusion' });
}

function frameNode(text: string, { kind, lines }: FramePart): GrowingNode {
  const pieces = lines.map((line) => withoutHeadingMark(text, line));
  const [first] = pieces;
  const start = lines[0]?.start ?? 0;
  const span = spanOf(start, lines.at(-1)?.end ?? start);
  return { kind, span, selection: first ?? span, pieces, children: [] };
}

function container(kind: 'record' | 'field', span: Span): GrowingNode {
  return { kind, span: spanAt(span), selection: span, pieces: [], children: [] };
}

/** The span alone of something that has one. */
function spanAt({ start, end }: Span): Span {
  return spanOf(start, end);
}
