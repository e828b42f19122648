import { readMarkup } from '../markup/fields.ts';
import { type Marks, marksOf } from '../markup/records.ts';
import type { RecordMarkup } from '../markup/syntax.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { NodeRows, type RecordRows } from './nodeRows.ts';
import { addRecord } from './recordRows.ts';
import type { NumberedList, RecordTree, StatementNode, StatementTree } from './tree.ts';
import { treeOfRows } from './treeOfRows.ts';

/** The record that `text` is. Never throws; linear in the text. */
export function parseRecord(text: string, vocabulary: Vocabulary, marks = marksOf(text, vocabulary)): RecordTree {
  return new ParsedRecord(text, vocabulary, marks);
}

/** Sees to it that the rows of records are there, which is cheaper for many at once: they share their room. */
export function readRows(records: readonly RecordTree[]): void {
  ParsedRecord.readRows(records);
}

/** How many trees are kept: all those of a file of the usual size. */
const MOST_TREES = 256;

/** What is read for now, and either copied or made a tree before anything else is read. */
const READ = new NodeRows();

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
  readonly gaps: readonly number[];
  readonly #vocabulary: Vocabulary;
  readonly #marks: Marks;
  #rows: RecordRows | undefined;
  #tree: StatementTree | undefined;

  static readRows(records: readonly RecordTree[]): void {
    READ.clear();
    const unread = records.filter((record) => record instanceof ParsedRecord && !record.#rows) as ParsedRecord[];
    const starts = unread.map((record) => {
      const first = READ.length;
      addRecord(READ, record.text, record.#marks, record.#vocabulary);
      return first;
    });
    const rows = READ.copy();
    unread.forEach((record, index) => {
      record.#rows = { rows, first: starts[index] ?? 0, behind: starts[index + 1] ?? rows.length };
    });
  }

  constructor(text: string, vocabulary: Vocabulary, marks: Marks) {
    this.text = text;
    this.lineBreaks = marks.lineBreaks;
    this.gaps = marks.gaps;
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

  get rows(): RecordRows {
    if (!this.#rows) ParsedRecord.readRows([this]);
    return this.#rows ?? { rows: READ, first: 0, behind: 0 };
  }

  read(): RecordTree {
    return this.#tree ? this : new ReadRecord(this, this.#make());
  }

  #markup(): RecordMarkup {
    return readMarkup(this.text, this.#marks, this.#vocabulary);
  }

  #make(): StatementTree {
    const markup = this.#markup();
    if (this.#rows) return treeOfRows(this.#rows, this.text, markup);
    READ.clear();
    addRecord(READ, this.text, this.#marks, this.#vocabulary);
    return treeOfRows({ rows: READ, first: 0, behind: READ.length }, this.text, markup);
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
  readonly gaps: readonly number[];
  readonly markup: RecordMarkup;
  readonly root: StatementNode;
  readonly lists: readonly NumberedList[];
  readonly #record: RecordTree;

  constructor(record: RecordTree, { markup, root, lists }: StatementTree) {
    this.text = record.text;
    this.lineBreaks = record.lineBreaks;
    this.gaps = record.gaps;
    this.markup = markup;
    this.root = root;
    this.lists = lists;
    this.#record = record;
  }

  get rows(): RecordRows {
    return this.#record.rows;
  }

  read(): RecordTree {
    return this;
  }
}
