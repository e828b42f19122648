import { readMarkup } from '../markup/fields.ts';
import { type Marks, marksOf } from '../markup/records.ts';
import type { Field, RecordMarkup } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimSpan } from '../text/trim.ts';
import { type FramePart, frameOf } from './frame.ts';
import { soundsConcluding } from './furniture.ts';
import { contentStart, paragraphsOf } from './paragraphs.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { segmentsOf } from './segments.ts';
import {
  NO_CHILDREN,
  type NodeKind,
  type NumberedList,
  type RecordTree,
  type StatementNode,
  type StatementTree,
  TreeNode,
} from './tree.ts';

/** The record that `text` is. Never throws; linear in the text. */
export function parseRecord(text: string, vocabulary: Vocabulary, marks = marksOf(text, vocabulary)): RecordTree {
  return new ParsedRecord(text, vocabulary, marks);
}

/** How many trees are kept: all those of a file of the usual size. */
const MOST_TREES = 256;

/**
 * Holds its tree only while it is one of those used last: the trees of a large file take more than its text, and what is
 * asked of all its records again and again is remembered elsewhere.
 */
class ParsedRecord implements RecordTree {
  /** Weakly, since a record that nobody else holds would keep the whole text alive that it was cut from. */
  static readonly #recent: (WeakRef<ParsedRecord> | undefined)[] = Array.from({ length: MOST_TREES }, () => undefined);
  static #next = 0;

  readonly text: string;
  readonly lineBreaks: readonly number[];
  readonly #vocabulary: Vocabulary;
  readonly #marks: Marks;
  #tree: StatementTree | undefined;

  constructor(text: string, vocabulary: Vocabulary, marks: Marks) {
    this.text = text;
    this.lineBreaks = marks.lineBreaks;
    this.#vocabulary = vocabulary;
    this.#marks = marks;
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

  read(): RecordTree {
    return this.#tree ? this : new ReadRecord(this.text, this.lineBreaks, this.#make());
  }

  #make(): StatementTree {
    return treeOf(this.text, this.#marks, readMarkup(this.text, this.#marks.tagBrackets, this.#vocabulary));
  }

  #parsed(): StatementTree {
    if (this.#tree) return this.#tree;
    const tree = this.#make();
    this.#tree = tree;
    const slot = ParsedRecord.#next;
    const forgotten = ParsedRecord.#recent[slot]?.deref();
    if (forgotten) forgotten.#tree = undefined;
    ParsedRecord.#recent[slot] = new WeakRef(this);
    ParsedRecord.#next = (slot + 1) % MOST_TREES;
    return tree;
  }
}

/** A record that holds its tree for good. */
class ReadRecord implements RecordTree {
  readonly text: string;
  readonly lineBreaks: readonly number[];
  readonly markup: RecordMarkup;
  readonly root: StatementNode;
  readonly lists: readonly NumberedList[];

  constructor(text: string, lineBreaks: readonly number[], { markup, root, lists }: StatementTree) {
    this.text = text;
    this.lineBreaks = lineBreaks;
    this.markup = markup;
    this.root = root;
    this.lists = lists;
  }

  read(): RecordTree {
    return this;
  }
}

function treeOf(text: string, marks: Marks, markup: RecordMarkup): StatementTree {
  const { nodes, lists } = markup.body ? readStatement(text, markup, markup.body, marks) : NOTHING;
  const { start, end } = trimSpan(text, spanOf(0, text.length));
  const root = new TreeNode('record', start, end, start, end);
  const { children, body } = withFields(text, markup, nodes);
  root.children = children;
  return { markup, root, lists: lists.map(({ parent, members }) => ({ parent: parent ?? body ?? root, members })) };
}

const NOTHING: Sections = { nodes: NO_CHILDREN, lists: [] };

/** The parts of the statement that `body` holds. */
function readStatement(text: string, markup: RecordMarkup, body: Span, { lineBreaks, hasGaps }: Marks): Sections {
  const hasTitle = markup.fields.some((field) => field.definition?.value === 'heading');
  const frame = frameOf(text, segmentsOf(text, body, lineBreaks, hasGaps), hasTitle);
  const { nodes, lists } = sectionsOf(text, paragraphsOf(text, frame.body));
  const isWhole = frame.tail.some((part) => part.kind === 'signature' || part.kind === 'credit');
  const said = isWhole ? withConclusion(text, nodes) : nodes;
  if (frame.head.length === 0 && frame.tail.length === 0) return { nodes: said, lists };
  const framed = (parts: readonly FramePart[]): TreeNode[] => parts.map((part) => frameNode(text, part));
  return { nodes: [...framed(frame.head), ...said, ...framed(frame.tail)], lists };
}

/**
 * The fields in their order, `statement` below the one that holds it. Without fields, or where the body has no tags of
 * its own, the statement follows them.
 */
function withFields(
  text: string,
  markup: RecordMarkup,
  statement: readonly TreeNode[],
): { children: readonly TreeNode[]; body?: TreeNode } {
  const { fields, body } = markup;
  if (fields.length === 0) return { children: statement };
  let holder: TreeNode | undefined;
  const children = fields.map((field) => {
    const node = field.value === body ? bodyNode(field, markup) : fieldNode(text, field);
    if (field.value === body) holder = node;
    return node;
  });
  if (!holder) return { children: [...children, ...statement] };
  holder.children = statement;
  return { children, body: holder };
}

function fieldNode(text: string, field: Field): TreeNode {
  const own = trimSpan(text, field.value);
  const selection: Span = own.end > own.start ? own : field;
  const { start, end, code } = field;
  const node = new TreeNode(kindOf(field), start, end, selection.start, selection.end, own.start, own.end);
  node.code = code;
  return node;
}

function bodyNode(field: Field, markup: RecordMarkup): TreeNode {
  const tag: Span = markup.isPlain ? spanOf(field.start, field.value.start) : (markup.tags[field.open] ?? field);
  const node = new TreeNode(kindOf(field), field.start, field.end, tag.start, tag.end);
  node.code = field.code;
  return node;
}

function kindOf({ code }: Field): NodeKind {
  return code === 'BT' ? 'title' : 'field';
}

/** The last paragraph of a numbered statement belongs to the whole, not to its last section, where it speaks of the whole. */
function withConclusion(text: string, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const path: TreeNode[] = [];
  for (let node = nodes.at(-1); node; node = node.children.at(-1)) path.push(node);
  const last = path.pop();
  const isInSection = path[0]?.kind === 'section' && nodes.filter((node) => node.kind === 'section').length > 1;
  if (last?.kind !== 'paragraph' || !isInSection) return nodes;
  if (!soundsConcluding(last.pieces.map((piece) => text.slice(piece.start, piece.end)).join(''))) return nodes;
  const parent = path.at(-1);
  if (parent) parent.children = parent.children.slice(0, -1);
  for (const node of path.toReversed()) {
    node.end = Math.max(node.selectionEnd, node.ownEnd, node.children.at(-1)?.end ?? 0);
  }
  last.kind = 'conclusion';
  return [...nodes, last];
}

function frameNode(text: string, { kind, lines }: FramePart): TreeNode {
  const pieces = lines.map((line) => spanOf(contentStart(text, line), line.end));
  const first = pieces[0] ?? spanOf(0, 0);
  const last = pieces.at(-1) ?? first;
  const node = new TreeNode(kind, lines[0]?.start ?? 0, last.end, first.start, first.end, first.start, last.end);
  if (pieces.length > 1) node.severalPieces = pieces;
  return node;
}
