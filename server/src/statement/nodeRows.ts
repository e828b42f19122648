import { type Span, spanOf } from '../text/span.ts';
import { Table } from '../text/table.ts';
import type { NodeKind, NumeralStyle } from './tree.ts';

/**
 * The nodes of records as rows of numbers, each before what lies below it. A large file has tens of thousands of them, and
 * whoever makes its outline needs no objects: those are made of a record's rows for who asks for its tree (`nodes.ts`).
 * Offsets count from the start of the row's record.
 */
export class NodeRows {
  readonly #nodes: Table;
  readonly #numerals: Table;
  /** By row, its pieces where there are several. */
  #pieces: Map<number, readonly Span[]> | undefined;

  constructor(nodes = new Table(9), numerals = new Table(5), pieces?: Map<number, readonly Span[]>) {
    this.#nodes = nodes;
    this.#numerals = numerals;
    this.#pieces = pieces;
  }

  get length(): number {
    return this.#nodes.length;
  }

  /** Forgets all rows, and keeps the room for others. */
  clear(): void {
    this.#nodes.clear();
    this.#numerals.clear();
    this.#pieces = undefined;
  }

  /** What is there now in no more room than it takes. */
  copy(): NodeRows {
    return new NodeRows(this.#nodes.copy(), this.#numerals.copy(), this.#pieces);
  }

  /** @param about a field's code as {@link codeNumber} counts it, or which numeral is the row's; else -1 */
  add(
    kind: NodeKind,
    depth: number,
    start: number,
    end: number,
    selectionStart: number,
    selectionEnd: number,
    ownStart = -1,
    ownEnd = -1,
    about = -1,
  ): number {
    const nodes = this.#nodes;
    const row = nodes.add();
    nodes.set(row, 0, NUMBER_OF_KIND[kind]);
    nodes.set(row, 1, depth);
    nodes.set(row, 2, start);
    nodes.set(row, 3, end);
    nodes.set(row, 4, selectionStart);
    nodes.set(row, 5, selectionEnd);
    nodes.set(row, 6, ownStart);
    nodes.set(row, 7, ownEnd);
    nodes.set(row, 8, about);
    return row;
  }

  /** @param list which of the record's lists it is in */
  addNumeral(style: NumeralStyle, value: number, start: number, end: number, list: number): number {
    const numerals = this.#numerals;
    const numeral = numerals.add();
    numerals.set(numeral, 0, NUMBER_OF_STYLE[style]);
    numerals.set(numeral, 1, value);
    numerals.set(numeral, 2, start);
    numerals.set(numeral, 3, end);
    numerals.set(numeral, 4, list);
    return numeral;
  }

  kind(row: number): NodeKind {
    return KINDS[this.#nodes.at(row, 0)] ?? 'record';
  }

  isParagraph(row: number): boolean {
    return this.#nodes.at(row, 0) === NUMBER_OF_KIND.paragraph;
  }

  /** The record's own row has none above it. */
  depth(row: number): number {
    return this.#nodes.at(row, 1);
  }

  start(row: number): number {
    return this.#nodes.at(row, 2);
  }

  end(row: number): number {
    return this.#nodes.at(row, 3);
  }

  selectionStart(row: number): number {
    return this.#nodes.at(row, 4);
  }

  selectionEnd(row: number): number {
    return this.#nodes.at(row, 5);
  }

  /** -1 where a node has no text of its own. */
  ownStart(row: number): number {
    return this.#nodes.at(row, 6);
  }

  ownEnd(row: number): number {
    return this.#nodes.at(row, 7);
  }

  about(row: number): number {
    return this.#nodes.at(row, 8);
  }

  /** The pieces of the node's text where there are several. */
  pieces(row: number): readonly Span[] | undefined {
    return this.#pieces?.get(row);
  }

  setPieces(row: number, pieces: readonly Span[]): void {
    (this.#pieces ??= new Map()).set(row, pieces);
  }

  setEnd(row: number, end: number): void {
    this.#nodes.set(row, 3, end);
  }

  /** Makes a row another kind of node, which lies elsewhere. */
  move(row: number, kind: NodeKind, depth: number): void {
    this.#nodes.set(row, 0, NUMBER_OF_KIND[kind]);
    this.#nodes.set(row, 1, depth);
  }

  /** The row behind all that lies below `row`, `limit` at most. */
  behind(row: number, limit: number): number {
    const depth = this.depth(row);
    let next = row + 1;
    while (next < limit && this.depth(next) > depth) next++;
    return next;
  }

  numeralStyle(numeral: number): NumeralStyle {
    return STYLES[this.#numerals.at(numeral, 0)] ?? 'han-alone';
  }

  numeralValue(numeral: number): number {
    return this.#numerals.at(numeral, 1);
  }

  numeralSpan(numeral: number): Span {
    return spanOf(this.#numerals.at(numeral, 2), this.#numerals.at(numeral, 3));
  }

  numeralList(numeral: number): number {
    return this.#numerals.at(numeral, 4);
  }
}

/** The rows of one record among those of several. */
export interface RecordRows {
  readonly rows: NodeRows;
  readonly first: number;
  /** The row behind its last one. */
  readonly behind: number;
}

const NUMBER_OF_KIND: Readonly<Record<NodeKind, number>> = {
  record: 0,
  field: 1,
  title: 2,
  preamble: 3,
  section: 4,
  item: 5,
  bullet: 6,
  paragraph: 7,
  conclusion: 8,
  signature: 9,
  credit: 10,
  boilerplate: 11,
};
const KINDS = Object.keys(NUMBER_OF_KIND) as readonly NodeKind[];

export const NUMBER_OF_STYLE: Readonly<Record<NumeralStyle, number>> = {
  'han-alone': 0,
  'han-comma': 1,
  'han-parentheses': 2,
  'digit-alone': 3,
  'digit-point': 4,
  'digit-parenthesis': 5,
  'digit-parentheses': 6,
  'digit-circled': 7,
  chapter: 8,
  part: 9,
  article: 10,
  ordinal: 11,
};
const STYLES = Object.keys(NUMBER_OF_STYLE) as readonly NumeralStyle[];
