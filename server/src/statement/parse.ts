import { readMarkup } from '../markup/fields.ts';
import { type Marks, scanMarks } from '../markup/scan.ts';
import type { Field, RecordMarkup, Tag } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimSpan } from '../text/trim.ts';
import { type FramePart, frameOf } from './frame.ts';
import { soundsConcluding } from './furniture.ts';
import { paragraphsOf, withoutHeadingMark } from './paragraphs.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { segmentsOf } from './segments.ts';
import {
  type GrowingNode,
  NO_CHILDREN,
  NO_PIECES,
  type NumberedList,
  type RecordTree,
  type StatementNode,
  type StatementTree,
} from './tree.ts';

/** The record that `text` is. Never throws; linear in the text. */
export function parseRecord(text: string, vocabulary: Vocabulary, marks = scanMarks(text, vocabulary)): RecordTree {
  return new ParsedRecord(text, vocabulary, marks);
}

/** How many trees are kept: all those of a file of the usual size. */
const MOST_TREES = 256;

/**
 * Holds its tree only while it is one of those used last: the trees of a large file take more than its text, and what is
 * asked of all its records again and again is remembered elsewhere.
 */
class ParsedRecord implements RecordTree {
  static readonly #recent: (ParsedRecord | undefined)[] = Array.from({ length: MOST_TREES }, () => undefined);
  static #next = 0;

  readonly text: string;
  readonly lineBreaks: readonly number[];
  readonly #vocabulary: Vocabulary;
  readonly #tagBrackets: readonly number[];
  #tree: StatementTree | undefined;

  constructor(text: string, vocabulary: Vocabulary, { lineBreaks, tagBrackets }: Marks) {
    this.text = text;
    this.lineBreaks = lineBreaks;
    this.#vocabulary = vocabulary;
    this.#tagBrackets = tagBrackets;
  }

  get markup(): RecordMarkup {
    return this.#parsed().markup;
  }

  get root(): StatementNode {
    return this.#parsed().root;
  }

  get lists(): readonly NumberedList[] {
    return this.#parsed().lists;
  }

  #parsed(): StatementTree {
    if (this.#tree) return this.#tree;
    const tree = treeOf(this.text, this.lineBreaks, readMarkup(this.text, this.#tagBrackets, this.#vocabulary));
    this.#tree = tree;
    const slot = ParsedRecord.#next;
    const forgotten = ParsedRecord.#recent[slot];
    if (forgotten) forgotten.#tree = undefined;
    ParsedRecord.#recent[slot] = this;
    ParsedRecord.#next = (slot + 1) % MOST_TREES;
    return tree;
  }
}

function treeOf(text: string, lineBreaks: readonly number[], markup: RecordMarkup): StatementTree {
  const { nodes, lists } = markup.body ? readStatement(text, markup, markup.body, lineBreaks) : NOTHING;
  const span = trimSpan(text, spanOf(0, text.length));
  const root: GrowingNode = { kind: 'record', span, selection: span, pieces: NO_PIECES, children: NO_CHILDREN };
  const { children, body } = withFields(text, markup, nodes);
  root.children = children;
  return { markup, root, lists: lists.map(({ parent, members }) => ({ parent: parent ?? body ?? root, members })) };
}

const NOTHING: Sections = { nodes: NO_CHILDREN, lists: [] };

/** The parts of the statement that `body` holds. */
function readStatement(text: string, markup: RecordMarkup, body: Span, lineBreaks: readonly number[]): Sections {
  const hasTitle = markup.fields.some((field) => field.definition?.value === 'heading');
  const frame = frameOf(text, segmentsOf(text, body, lineBreaks), hasTitle);
  const { nodes, lists } = sectionsOf(text, paragraphsOf(text, frame.body));
  const isWhole = frame.tail.some((part) => part.kind === 'signature' || part.kind === 'credit');
  const head = frame.head.map((part) => frameNode(text, part));
  const tail = frame.tail.map((part) => frameNode(text, part));
  return { nodes: [...head, ...(isWhole ? withConclusion(text, nodes) : nodes), ...tail], lists };
}

/**
 * The fields in their order, `statement` below the one that holds it. Without fields, or where the body has no tags of
 * its own, the statement follows them.
 */
function withFields(
  text: string,
  { fields, tags, body }: RecordMarkup,
  statement: readonly GrowingNode[],
): { children: readonly GrowingNode[]; body?: GrowingNode } {
  if (fields.length === 0) return { children: statement };
  let bodyNode: GrowingNode | undefined;
  const children = fields.map((field) => {
    const isBody = field.value === body;
    const node = isBody ? bodyField(field, tags, statement) : plainField(text, field);
    if (isBody) bodyNode = node;
    return node;
  });
  return bodyNode ? { children, body: bodyNode } : { children: [...children, ...statement] };
}

function plainField(text: string, field: Field): GrowingNode {
  const value = trimSpan(text, field.value);
  const span = spanAt(field);
  return {
    kind: field.code === 'BT' ? 'title' : 'field',
    span,
    selection: value.end > value.start ? value : span,
    code: field.code,
    pieces: [value],
    children: NO_CHILDREN,
  };
}

function bodyField(field: Field, tags: readonly Tag[], children: readonly GrowingNode[]): GrowingNode {
  const selection = spanAt(tags[field.open] ?? field);
  const kind = field.code === 'BT' ? 'title' : 'field';
  return { kind, span: spanAt(field), selection, code: field.code, pieces: NO_PIECES, children };
}

/** The last paragraph of a numbered statement belongs to the whole, not to its last section, where it speaks of the whole. */
function withConclusion(text: string, nodes: readonly GrowingNode[]): readonly GrowingNode[] {
  const path: GrowingNode[] = [];
  for (let node = nodes.at(-1); node; node = node.children.at(-1)) path.push(node);
  const last = path.pop();
  const isInSection = path[0]?.kind === 'section' && nodes.filter((node) => node.kind === 'section').length > 1;
  if (last?.kind !== 'paragraph' || !isInSection) return nodes;
  if (!soundsConcluding(last.pieces.map((piece) => text.slice(piece.start, piece.end)).join(''))) return nodes;
  const parent = path.at(-1);
  if (parent) parent.children = parent.children.slice(0, -1);
  for (const node of path.toReversed()) {
    node.span.end = Math.max(node.selection.end, node.pieces.at(-1)?.end ?? 0, node.children.at(-1)?.span.end ?? 0);
  }
  return [...nodes, { ...last, kind: 'conclusion' }];
}

function frameNode(text: string, { kind, lines }: FramePart): GrowingNode {
  const pieces = lines.map((line) => withoutHeadingMark(text, line));
  const [first] = pieces;
  const start = lines[0]?.start ?? 0;
  const span = spanOf(start, lines.at(-1)?.end ?? start);
  return { kind, span, selection: first ?? span, pieces, children: NO_CHILDREN };
}

/** The span alone of something that has one. */
function spanAt({ start, end }: Span): Span {
  return spanOf(start, end);
}
