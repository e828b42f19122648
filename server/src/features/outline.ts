import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Block } from '../statement/blocks.ts';
import type { Document } from '../statement/document.ts';
import { readRows } from '../statement/parse.ts';
import type { NodeKind, RecordTree } from '../statement/tree.ts';
import type { Say } from '../text/messages.ts';
import { type Span, spanOf } from '../text/span.ts';
import { detailOf, labelOf, OutlineSource } from './outlineWording.ts';

export type OutlineKind = Exclude<NodeKind, 'paragraph'>;

/**
 * A part of a record that a reader would put down in a table of contents, from its start to its end, counted from the
 * record's.
 */
export interface OutlineNode extends Span {
  readonly kind: OutlineKind;
  /** Never empty. */
  readonly label: string;
  readonly detail: string;
  /** The numeral as printed. */
  readonly number: string | null;
  readonly value: number | null;
  /** The node's place by itself. */
  readonly span: Span;
  /** Lies inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The outline of one record, and where the record starts. */
export interface PlacedOutline {
  readonly root: OutlineNode;
  readonly start: number;
}

/** The outlines of a block's records, whose starts count from the block's, and where the block starts in the file. */
export interface OutlineBlock {
  readonly records: readonly PlacedOutline[];
  readonly start: number;
}

/**
 * The file's table of contents, record by record. Plain paragraphs are left out. After an edit, only the
 * records that it has reached are read.
 */
export function outline({ blocks, starts, vocabulary }: Document, say: Say): OutlineBlock[] {
  return blocks.map((block, index) => new ReadBlock(block, starts[index] ?? 0, vocabulary, say));
}

/** The same record by record, whose starts count from the file's. */
export function placedOutlines(blocks: readonly OutlineBlock[]): PlacedOutline[] {
  return blocks.flatMap(({ records, start: blockStart }) =>
    records.map(({ root, start }) => ({ root, start: blockStart + start })),
  );
}

/** The outline of one record. */
export function recordOutline(record: RecordTree, vocabulary: Vocabulary, say: Say): OutlineNode {
  const source = new OutlineSource(record, vocabulary, say);
  return new Entry(source, 'record', source.first, source.behind);
}

/** All nodes of an outline, each before what it holds. */
export function* outlineNodes(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* outlineNodes(node.children);
  }
}

/** A block whose records have been read. What is shown of them is made of their rows for who asks, and not kept. */
class ReadBlock implements OutlineBlock {
  readonly start: number;
  readonly #block: Block;
  readonly #vocabulary: Vocabulary;
  readonly #say: Say;

  constructor(block: Block, start: number, vocabulary: Vocabulary, say: Say) {
    if (!readBlocks.has(block)) {
      readRows(block.records);
      readBlocks.add(block);
    }
    this.start = start;
    this.#block = block;
    this.#vocabulary = vocabulary;
    this.#say = say;
  }

  get records(): readonly PlacedOutline[] {
    const { records, starts } = this.#block;
    return records.map((record, index) => ({
      root: recordOutline(record, this.#vocabulary, this.#say),
      start: starts[index] ?? 0,
    }));
  }
}

/** An edit spares the look at each record of all other blocks. */
const readBlocks = new WeakSet<Block>();

/** A row and its words. What lies below it is made when it is asked for. */
class Entry implements OutlineNode {
  readonly kind: OutlineKind;
  readonly label: string;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  readonly #source: OutlineSource;
  readonly #row: number;
  /** The row behind the last one that lies below. */
  readonly #behind: number;
  #children: readonly OutlineNode[] | undefined;

  constructor(source: OutlineSource, kind: OutlineKind, row: number, behind: number) {
    const { rows } = source;
    this.kind = kind;
    this.label = labelOf(source, kind, row, behind);
    this.detail = detailOf(source, kind, row, behind);
    this.start = rows.start(row);
    this.end = rows.end(row);
    this.#source = source;
    this.#row = row;
    this.#behind = behind;
  }

  get number(): string | null {
    const { rows, text } = this.#source;
    if (!isNumbered(this.kind)) return null;
    const { start, end } = rows.numeralSpan(rows.about(this.#row));
    return text.slice(start, end);
  }

  get value(): number | null {
    const { rows } = this.#source;
    return isNumbered(this.kind) ? rows.numeralValue(rows.about(this.#row)) : null;
  }

  get span(): Span {
    return spanOf(this.start, this.end);
  }

  get selection(): Span {
    const { start, end } = this;
    const { rows } = this.#source;
    const from = Math.min(Math.max(rows.selectionStart(this.#row), start), end);
    return spanOf(from, Math.max(from, Math.min(rows.selectionEnd(this.#row), end)));
  }

  get children(): readonly OutlineNode[] {
    return (this.#children ??= this.#below());
  }

  #below(): readonly OutlineNode[] {
    if (this.#row + 1 === this.#behind) return NO_CHILDREN;
    const { rows } = this.#source;
    const found: OutlineNode[] = [];
    for (let row = this.#row + 1, next = 0; row < this.#behind; row = next) {
      next = rows.behind(row, this.#behind);
      const kind = rows.kind(row);
      if (kind !== 'paragraph') found.push(new Entry(this.#source, kind, row, next));
    }
    return found.length > 0 ? found : NO_CHILDREN;
  }
}

const NO_CHILDREN: readonly OutlineNode[] = [];

function isNumbered(kind: OutlineKind): boolean {
  return kind === 'section' || kind === 'item';
}
