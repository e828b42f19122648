import { codeNumberOf, codeOf, type TagDefinition, type Vocabulary } from '../markup/vocabulary.ts';
import { endsAsSentence } from './treeWalk.ts';
import { type CalendarDate, isoDate, parseDate } from '../statement/dates.ts';
import { meantBy } from '../statement/markers.ts';
import type { NodeRows, RecordRows } from '../statement/nodeRows.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message, type MessageId, type Say } from '../text/messages.ts';
import type { OutlineKind } from './outline.ts';
import { cut, hasWhite, isBlank, legible, MOST_OPENING, onOneLine, openingWords } from './wording.ts';

/** The record that an outline is made of, and for whom. */
export class OutlineSource implements RecordRows {
  readonly text: string;
  readonly rows: NodeRows;
  readonly first: number;
  readonly behind: number;
  readonly vocabulary: Vocabulary;
  readonly say: Say;
  /** Where its first headline stands beside the fields; -1 where it has none. */
  readonly titleRow: number;
  /** What that says. */
  readonly title: string;

  constructor({ text, rows: { rows, first, behind } }: RecordTree, vocabulary: Vocabulary, say: Say) {
    this.text = text;
    this.rows = rows;
    this.first = first;
    this.behind = behind;
    this.vocabulary = vocabulary;
    this.say = say;
    this.titleRow = titleRow(rows, first, behind);
    this.title = this.titleRow === -1 ? '' : titleIn(this, this.titleRow);
  }
}

const LONGEST_LINE = 80;

/** The name of the node in a row, behind which that of `behind` is the next that does not lie below it. Never empty. */
export function labelOf(source: OutlineSource, kind: OutlineKind, row: number, behind: number): string {
  return wordsOf(source, kind, row, behind) || kindName(source, kind);
}

function wordsOf(source: OutlineSource, kind: OutlineKind, row: number, behind: number): string {
  switch (kind) {
    case 'record':
      return source.title || dateOf(source) || firstWords(source, row, behind);
    case 'field':
      return definitionOf(source, row)?.name ?? codeOf(source.rows.about(row));
    case 'title':
      return row === source.titleRow ? source.title : titleIn(source, row);
    case 'section':
    case 'item':
    case 'bullet':
      return numberedLabel(source, kind, row, behind);
    case 'signature':
    case 'credit':
      return cut(lineByLine(source, row), LONGEST_LINE);
    default:
      return firstWords(source, row, behind);
  }
}

export function detailOf(source: OutlineSource, kind: OutlineKind, row: number, behind: number): string {
  switch (kind) {
    case 'record':
      return source.title ? dateOf(source) : '';
    case 'field':
      return definitionOf(source, row)?.use === 'body'
        ? countOf(source, kind, row, behind)
        : cut(onOneLine(ownText(source, row)), LONGEST_LINE);
    case 'title':
      return '';
    case 'section':
    case 'item':
    case 'bullet':
      return countOf(source, kind, row, behind);
    case 'signature':
    case 'credit':
      return kindName(source, kind);
    default: {
      const count = countOf(source, kind, row, behind);
      return count ? `${kindName(source, kind)} · ${count}` : kindName(source, kind);
    }
  }
}

function definitionOf({ rows, vocabulary }: OutlineSource, row: number): TagDefinition | undefined {
  return vocabulary.byCodeNumber[rows.about(row)];
}

function titleRow(rows: NodeRows, first: number, behind: number): number {
  for (let row = first + 1; row < behind; row++) if (rows.depth(row) === 1 && rows.kind(row) === 'title') return row;
  return -1;
}

function titleIn(source: OutlineSource, row: number): string {
  return cut(legible(ownText(source, row)), LONGEST_LINE);
}

/** The day of the newspaper; without one, that of the signature or of the page. */
function dateOf(source: OutlineSource): string {
  const printed = printedDate(source);
  const day = parseDate(printed) ?? dateIn(source, 'signature') ?? dateIn(source, 'credit');
  return day ? isoDate(day) : printed;
}

function printedDate(source: OutlineSource): string {
  const { rows, first, behind } = source;
  for (let row = first + 1; row < behind; row++) {
    if (rows.about(row) !== DATE || rows.kind(row) !== 'field') continue;
    const printed = ownText(source, row).trim();
    if (printed) return printed;
  }
  return '';
}

const DATE = codeNumberOf('RQ');

/** The first date in the parts of a kind that stand beside the fields, or without fields, beside the text. */
function dateIn(source: OutlineSource, kind: OutlineKind): CalendarDate | undefined {
  const { rows, first, behind } = source;
  for (let row = first + 1; row < behind; row++) {
    if (rows.depth(row) !== 1 || rows.kind(row) !== kind) continue;
    const found = parseDate(lineByLine(source, row));
    if (found) return found;
  }
  return undefined;
}

/** `一 中俄两国元首…`, `一、双方一致认为…`, `——根据…`: the mark as printed, and the first words behind it. */
function numberedLabel(source: OutlineSource, kind: OutlineKind, row: number, behind: number): string {
  const { text, rows } = source;
  const start = rows.start(row);
  const ownStart = rows.ownStart(row);
  let mark = text.slice(start, ownStart === -1 ? rows.selectionEnd(row) : ownStart);
  if (kind !== 'bullet') {
    const numeral = rows.numeralSpan(rows.about(row));
    const printed = text.slice(numeral.start, numeral.end);
    const meant = meantBy(printed);
    if (meant !== printed) mark = mark.replace(printed, meant);
  }
  const words = firstWords(source, row, behind);
  // The words are on one line already.
  if (ownStart !== -1) return hasWhite(mark) ? onOneLine(mark + words) : mark + words;
  return words ? `${onOneLine(mark)}\u3000${words}` : onOneLine(mark);
}

/** The first words of the node, or of the first thing in it that has some. */
function firstWords(source: OutlineSource, row: number, behind: number): string {
  for (let next = row; next < behind; next++) {
    const beginning = beginningOf(source, next);
    if (beginning && !isBlank(beginning)) return openingWords(beginning);
  }
  return '';
}

/** Of the node's own text, what its first words are taken from. */
function beginningOf(source: OutlineSource, row: number): string {
  const { text, rows } = source;
  const start = rows.ownStart(row);
  if (start === -1) return '';
  if (rows.pieces(row)) return ownText(source, row);
  return text.slice(start, Math.min(rows.ownEnd(row), start + MOST_OPENING));
}

/** The node's own text, its physical pieces joined as if no break had cut them. */
function ownText({ text, rows }: OutlineSource, row: number): string {
  const pieces = rows.pieces(row);
  if (pieces) return pieces.map(({ start, end }) => text.slice(start, end)).join('');
  return rows.ownStart(row) === -1 ? '' : text.slice(rows.ownStart(row), rows.ownEnd(row));
}

/** Names and offices stand on lines of their own. */
function lineByLine(source: OutlineSource, row: number): string {
  const pieces = source.rows.pieces(row);
  return legible(pieces?.map(({ start, end }) => source.text.slice(start, end)).join(' ') ?? ownText(source, row));
}

function kindName({ say }: OutlineSource, kind: OutlineKind): string {
  return said(say, `outline.${kind}`);
}

/** How many paragraphs a node has, where that is worth telling. */
function countOf({ text, rows, say }: OutlineSource, kind: OutlineKind, row: number, behind: number): string {
  let count = rows.ownStart(row) !== -1 && endsAsSentence(text, rows.ownEnd(row)) ? 1 : 0;
  for (let next = row + 1; next < behind; next++) if (rows.ownStart(next) !== -1) count++;
  return count > 1 || (count === 1 && kind === 'section') ? said(say, 'outline.paragraphs', count) : '';
}

const counts = new WeakMap<Say, Map<string | number, string>>();

/** The same few words are told of all sections of a file. */
function said(say: Say, id: MessageId, count?: number): string {
  let known = counts.get(say);
  if (!known) counts.set(say, (known = new Map()));
  const key = count ?? id;
  let words = known.get(key);
  if (words === undefined) known.set(key, (words = say(message(id, count === undefined ? undefined : { count }))));
  return words;
}
