import type { RecordMarkup } from '../markup/syntax.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { RecordRows } from './nodeRows.ts';

export type NodeKind =
  | 'record'
  | 'field'
  | 'title'
  | 'preamble'
  | 'section'
  | 'item'
  | 'bullet'
  | 'paragraph'
  | 'conclusion'
  | 'signature'
  | 'credit'
  | 'boilerplate';

/** How a numeral is written, which tells one level of a text from another. */
export type NumeralStyle =
  /** 一 alone on its line. */
  | 'han-alone'
  /** 一、 */
  | 'han-comma'
  /** （一）, ㈠ */
  | 'han-parentheses'
  /** 1 alone on its line. */
  | 'digit-alone'
  /** 1. １． 1、 */
  | 'digit-point'
  /** 1） */
  | 'digit-parenthesis'
  /** （1）, ⑴ */
  | 'digit-parentheses'
  /** ① */
  | 'digit-circled'
  /** 第一章 / 第一节 / 第一条 */
  | 'chapter'
  | 'part'
  | 'article'
  /** 第一， */
  | 'ordinal';

/** The number of a section or item. */
export interface Numeral {
  readonly style: NumeralStyle;
  /** Only what counts, without its punctuation: 三, not （三）. */
  readonly span: Span;
  /** As printed. */
  readonly text: string;
  readonly value: number;
  /** What belongs in its place where a look-alike is printed (— for 一). */
  readonly meant?: string;
}

/**
 * A part of a record: from its start to its end, counted from the record's, trimmed of white space and inside its parent.
 */
export interface StatementNode extends Span {
  readonly kind: NodeKind;
  /** The node's place by itself. */
  readonly span: Span;
  /** What stands for the node when it is pointed at: a numeral with its punctuation, a heading, a first line. */
  readonly selection: Span;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly numeral: Numeral | undefined;
  /** The field's code, for `field` nodes and the `title` of a tagged record. */
  readonly code: string | undefined;
  /**
   * The text of the node itself without its children, one span for each physical piece: a paragraph that a page break
   * cut in two has two. Without numeral and bullet mark.
   */
  readonly pieces: readonly Span[];
  /** Where the first piece starts and the last one ends; -1 where there is none. */
  readonly ownStart: number;
  readonly ownEnd: number;
  /** The pieces where there are several. */
  readonly severalPieces: readonly Span[] | undefined;
  readonly children: readonly StatementNode[];
}

/**
 * A node as it is built: it may still reach farther and get children. A large file has tens of thousands of nodes, so that
 * they hold numbers; spans are made for who asks.
 */
export class TreeNode implements StatementNode {
  kind: NodeKind;
  readonly start: number;
  end: number;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly ownStart: number;
  readonly ownEnd: number;
  severalPieces: readonly Span[] | undefined;
  numeral: Numeral | undefined;
  code: string | undefined;
  children: readonly TreeNode[];

  /** Numbers one by one, since spans of many shapes would slow this down. */
  constructor(
    kind: NodeKind,
    start: number,
    end: number,
    selectionStart: number,
    selectionEnd: number,
    ownStart = -1,
    ownEnd = -1,
  ) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.selectionStart = selectionStart;
    this.selectionEnd = selectionEnd;
    this.ownStart = ownStart;
    this.ownEnd = ownEnd;
    this.severalPieces = undefined;
    this.numeral = undefined;
    this.code = undefined;
    this.children = NO_CHILDREN;
  }

  get span(): Span {
    return spanOf(this.start, this.end);
  }

  get selection(): Span {
    return spanOf(this.selectionStart, this.selectionEnd);
  }

  get pieces(): readonly Span[] {
    return this.severalPieces ?? (this.ownStart === -1 ? NO_PIECES : [spanOf(this.ownStart, this.ownEnd)]);
  }
}

const NO_PIECES: readonly Span[] = [];
/** Shared by the nodes that have none, which are most. */
const NO_CHILDREN: readonly TreeNode[] = [];

/** The members of one list in order: the sections of a text, the items under one of them. */
export interface NumberedList {
  readonly parent: StatementNode;
  readonly members: readonly StatementNode[];
}

/** What a record's text was found to hold. Plain data, which is never changed once it is there. */
export interface StatementTree {
  readonly markup: RecordMarkup;
  readonly root: StatementNode;
  /** Every list of numbered nodes, outer ones first. */
  readonly lists: readonly NumberedList[];
}

/**
 * One record: its own text and what was found in it. Never changes. The tree is made when it is first asked for, and may
 * be given up and made again: to remember something of a record, remember it by the record, not by a node.
 */
export interface RecordTree extends StatementTree {
  readonly text: string;
  /** Offsets just behind each line break of `text`. */
  readonly lineBreaks: readonly number[];
  /** Where two ideographic spaces or more begin that stand side by side inside a line of `text`. */
  readonly gaps: readonly number[];
  /** The nodes of the tree as numbers, which are kept once they have been asked for: for who shows all records of a file. */
  readonly rows: RecordRows;
  /** The record with its tree made, which is there as long as this answer: for who goes through all records of a file. */
  read(): RecordTree;
}
