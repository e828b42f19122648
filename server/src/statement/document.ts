import { recordStarts } from '../markup/records.ts';
import { type Marks, scanMarks } from '../markup/scan.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Edit } from '../text/edits.ts';
import { countUpTo, type LinePosition } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { parseRecord } from './parse.ts';
import type { RecordTree } from './tree.ts';

/**
 * A file as the list of its records, in order; a file without markup is one record. Every character belongs to exactly
 * one record. Plain immutable data: an edit makes a new document that shares the records it did not touch.
 */
export interface Document {
  readonly vocabulary: Vocabulary;
  /** Never empty: an empty file is one empty record. */
  readonly records: readonly RecordTree[];
  /** Where each record starts in the file, and behind the last one, the file's length. */
  readonly starts: readonly number[];
  /** How many line breaks lie before each record, and behind the last one, in the file. */
  readonly breaksBefore: readonly number[];
}

/** One record of a document and where it starts in the file. */
export interface PlacedRecord {
  readonly record: RecordTree;
  readonly start: number;
}

export function parseDocument(text: string, vocabulary: Vocabulary): Document {
  const marks = scanMarks(text, vocabulary);
  return documentOf(parseRecords(text, recordStarts(text, vocabulary, marks), marks, vocabulary), vocabulary);
}

/** The document after `edit`, whose offsets count in the file. Records that the edit does not reach are kept as they are. */
export function editDocument(document: Document, { span, newText }: Edit): Document {
  const { records, starts, vocabulary } = document;
  // One record further back than the edit: what is typed at a record's start may belong to the one before.
  const first = Math.max(0, recordIndexAt(document, span.start) - 1);
  let last = recordIndexAt(document, span.end);
  const base = starts[first] ?? 0;
  for (;;) {
    const old = textOf(records, first, last + 1);
    const edited = old.slice(0, span.start - base) + newText + old.slice(span.end - base);
    const next = records[last + 1];
    const around = next ? edited + next.text : edited;
    const marks = scanMarks(around, vocabulary);
    const found = recordStarts(around, vocabulary, marks);
    // The split is in step again where it puts a border where the old one was: each record is split by itself.
    if (next && !found.includes(edited.length)) {
      last = Math.min(records.length - 1, last + 1 + (last - first));
      continue;
    }
    const parsed = parseRecords(edited, next ? found.slice(0, found.indexOf(edited.length)) : found, marks, vocabulary);
    return documentOf([...records.slice(0, first), ...parsed, ...records.slice(last + 1)], vocabulary);
  }
}

/** All of the file's text, or what `span` covers of it. */
export function documentText(document: Document, span?: Span): string {
  const { records, starts } = document;
  if (!span) return textOf(records, 0, records.length);
  const first = recordIndexAt(document, span.start);
  const last = recordIndexAt(document, span.end);
  const base = starts[first] ?? 0;
  return textOf(records, first, last + 1).slice(span.start - base, span.end - base);
}

export function documentLength({ starts }: Document): number {
  return starts.at(-1) ?? 0;
}

export function placedRecords({ records, starts }: Document): PlacedRecord[] {
  return records.map((record, index) => ({ record, start: starts[index] ?? 0 }));
}

/** The record that holds the character behind `offset`; at the end of the file, the last one. */
export function recordAt(document: Document, offset: number): PlacedRecord {
  const index = recordIndexAt(document, offset);
  const record = document.records[index];
  if (!record) throw new RangeError('a document has at least one record');
  return { record, start: document.starts[index] ?? 0 };
}

/** Line and character of an offset, which is clamped to the file and drawn back from between CR and LF. */
export function positionAt(document: Document, offset: number): LinePosition {
  const clamped = Math.min(Math.max(0, offset), documentLength(document));
  const index = recordIndexAt(document, clamped);
  const record = document.records[index];
  const start = document.starts[index] ?? 0;
  if (!record) return { line: 0, character: 0 };
  const { text, lineBreaks } = record;
  let at = clamped - start;
  if (text.charCodeAt(at) === LF && text.charCodeAt(at - 1) === CR) at--;
  const breaks = countUpTo(lineBreaks, at);
  const line = (document.breaksBefore[index] ?? 0) + breaks;
  const behind = lineBreaks[breaks - 1];
  // A record may start in the middle of a line.
  return { line, character: behind === undefined ? start + at - lineStart(document, line) : at - behind };
}

/** The offset of a position; as LSP asks, a character behind the line's end means that end, a line behind the last the file's. */
export function offsetAt(document: Document, { line, character }: LinePosition): number {
  if (line < 0) return 0;
  if (line >= lineCount(document)) return documentLength(document);
  const start = lineStart(document, line);
  if (character <= 0) return start;
  if (line + 1 === lineCount(document)) return Math.min(start + character, documentLength(document));
  const next = lineStart(document, line + 1);
  const end = next - (isInLineBreak(document, next - 1) ? 2 : 1);
  return Math.min(start + character, end);
}

const LF = 10;
const CR = 13;

function isInLineBreak(document: Document, offset: number): boolean {
  return (
    documentText(document, { start: Math.max(0, offset - 1), end: Math.min(documentLength(document), offset + 1) }) ===
    '\r\n'
  );
}

export function lineCount({ breaksBefore }: Document): number {
  return (breaksBefore.at(-1) ?? 0) + 1;
}

function lineStart({ starts, breaksBefore, records }: Document, line: number): number {
  if (line <= 0) return 0;
  // The line starts behind break number `line`, which lies in the last record with fewer breaks before it.
  const index = countUpTo(breaksBefore, line - 1) - 1;
  const within = records[index]?.lineBreaks[line - 1 - (breaksBefore[index] ?? 0)] ?? 0;
  return (starts[index] ?? 0) + within;
}

function recordIndexAt({ starts, records }: Document, offset: number): number {
  return Math.min(records.length - 1, Math.max(0, countUpTo(starts, offset) - 1));
}

/** The records of `text` that start at `starts`, given the marks of the whole, or of a text that goes on behind it. */
function parseRecords(text: string, starts: readonly number[], marks: Marks, vocabulary: Vocabulary): RecordTree[] {
  const lineBreaks = new Window(marks.lineBreaks);
  const tagBrackets = new Window(marks.tagBrackets);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    // A line break ends with the unit before its offset, a tag starts with the one behind.
    const own = { lineBreaks: lineBreaks.upTo(end + 1, start), tagBrackets: tagBrackets.upTo(end, start) };
    return parseRecord(text.slice(start, end), vocabulary, own);
  });
}

/** Hands out ascending offsets stretch by stretch. */
class Window {
  readonly #offsets: readonly number[];
  #next = 0;

  constructor(offsets: readonly number[]) {
    this.#offsets = offsets;
  }

  /** Those below `limit` that have not been handed out, counted from `start`. */
  upTo(limit: number, start: number): number[] {
    const own: number[] = [];
    for (let offset = this.#offsets[this.#next]; offset !== undefined && offset < limit; ) {
      own.push(offset - start);
      offset = this.#offsets[++this.#next];
    }
    return own;
  }
}

function textOf(records: readonly RecordTree[], from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) text += records[index]?.text ?? '';
  return text;
}

function documentOf(records: readonly RecordTree[], vocabulary: Vocabulary): Document {
  const starts = [0];
  const breaksBefore = [0];
  let length = 0;
  let breaks = 0;
  for (const record of records) {
    starts.push((length += record.text.length));
    breaksBefore.push((breaks += record.lineBreaks.length));
  }
  return { vocabulary, records, starts, breaksBefore };
}
