import type { Vocabulary } from '../markup/vocabulary.ts';
import { readingsIn } from '../repair/readings.ts';
import { isoDate, parseDate } from '../statement/dates.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import type { MappedText } from '../text/sourceMap.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { Statement } from './corpus.ts';
import { normalise, printed } from './normalise.ts';

/** A logical paragraph with its place in the statement. Spans count from the record's start. */
export interface Passage {
  /** With numeral or bullet mark. */
  readonly span: Span;
  /** The numbered nodes around it, outermost first. */
  readonly path: readonly StatementNode[];
  readonly normal: MappedText;
}

/** A record as the corpus sees it. */
export interface StatementPassages {
  readonly statement: Statement;
  readonly passages: readonly Passage[];
}

const known = new WeakMap<RecordTree, StatementPassages>();

/** The passages of a record; worked out once, since a record never changes. */
export function passagesOf(record: RecordTree, vocabulary: Vocabulary): StatementPassages {
  let found = known.get(record);
  if (!found) known.set(record, (found = readPassages(record, vocabulary)));
  return found;
}

/** What belongs to what a statement says, and not to its frame. */
const SAID: ReadonlySet<string> = new Set(['preamble', 'paragraph', 'bullet', 'section', 'item', 'conclusion']);

function readPassages(record: RecordTree, vocabulary: Vocabulary): StatementPassages {
  const passages: Passage[] = [];
  const { torn } = readingsIn(record);
  const visit = (node: StatementNode, path: readonly StatementNode[]): void => {
    const inner = node.numeral ? [...path, node] : path;
    const last = node.pieces.at(-1);
    if (SAID.has(node.kind) && last) {
      const normal = normalise(record.text, node.pieces, vocabulary, torn);
      passages.push({ span: spanOf(node.span.start, last.end), path: inner, normal });
    }
    for (const child of node.children) visit(child, inner);
  };
  visit(record.root, []);
  return { statement: statementOf(record, vocabulary), passages };
}

/** 三/五 */
export function sectionPath(path: readonly StatementNode[]): string {
  return path.map((node) => node.numeral?.text ?? '').join('/');
}

const described = new WeakMap<RecordTree, Statement>();

/** What a reader calls a record; takes nothing of its passages. */
export function statementOf(record: RecordTree, vocabulary: Vocabulary): Statement {
  let statement = described.get(record);
  if (!statement) described.set(record, (statement = describe(record, vocabulary)));
  return statement;
}

function describe(record: RecordTree, vocabulary: Vocabulary): Statement {
  const nodes = [...record.root.children, ...record.root.children.flatMap((node) => node.children)];
  const textOf = (node: StatementNode | undefined): string =>
    node ? node.pieces.map((piece) => record.text.slice(piece.start, piece.end)).join('') : '';
  const title = nodes.find((node) => node.kind === 'title');
  // The day on which it was signed, else that of the newspaper, else what the page says.
  const dated = [
    ...nodes.filter((node) => node.kind === 'signature'),
    ...nodes.filter((node) => node.code === 'RQ'),
    ...nodes.filter((node) => node.kind === 'credit'),
  ];
  const date = dated.map((node) => parseDate(textOf(node))).find((found) => found !== undefined);
  return { title: displayText(record, title, vocabulary), date: date ? isoDate(date) : '' };
}

/** The text of a node on one line, as printed but for the readings that a mirror put in. */
function displayText(record: RecordTree, node: StatementNode | undefined, vocabulary: Vocabulary): string {
  if (!node) return '';
  const normal = normalise(record.text, node.pieces, vocabulary);
  return printed(record.text, normal, spanOf(0, normal.text.length));
}
