import type { RecordMarkup } from '../markup/syntax.ts';
import type { Span } from '../text/span.ts';

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

/** A part of a record. Spans count from the record's start, are trimmed of white space, and lie inside their parent's. */
export interface StatementNode {
  readonly kind: NodeKind;
  readonly span: Span;
  /** What stands for the node when it is pointed at: a numeral with its punctuation, a heading, a first line. */
  readonly selection: Span;
  readonly numeral?: Numeral;
  /** The field's code, for `field` nodes and the `title` of a tagged record. */
  readonly code?: string;
  /**
   * The text of the node itself without its children, one span for each physical piece: a paragraph that a page break
   * cut in two has two. Without numeral and bullet mark.
   */
  readonly pieces: readonly Span[];
  readonly children: readonly StatementNode[];
}

/** A node while it is being built: it may still reach farther and get children. */
export interface GrowingNode extends StatementNode {
  readonly span: { readonly start: number; end: number };
  children: readonly GrowingNode[];
}

/** Shared by the nodes that have none, which are most. */
export const NO_CHILDREN: readonly GrowingNode[] = [];
export const NO_PIECES: readonly Span[] = [];

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
}
