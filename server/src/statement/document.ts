import { eachRecord, splitRecords } from '../markup/records.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Edit } from '../text/edits.ts';
import { countUpTo, type LinePosition } from '../text/lines.ts';
import { type Span, shifted } from '../text/span.ts';
import { type Block, blockBreaks, blockLength, blockOf, blocksOf, indexAt } from './blocks.ts';
import { parseRecord, readRows } from './parse.ts';
import type { RecordTree } from './tree.ts';

/**
 * A file as the list of its records, in order; a file without markup is one record. Every character belongs to exactly
 * one record. Plain immutable data: an edit makes a new document that shares the blocks and records it did not touch.
 */
export interface Document {
  readonly vocabulary: Vocabulary;
  /** Never empty: an empty file is one empty record. */
  readonly blocks: readonly Block[];
  /** Where each block starts in the file, and behind the last one, the file's length. */
  readonly starts: readonly number[];
  /** How many line breaks lie before each block, and behind the last one, in the file. */
  readonly breaksBefore: readonly number[];
}

/** One record of a document and where it starts in the file. */
export interface PlacedRecord {
  readonly record: RecordTree;
  readonly start: number;
}

export function parseDocument(text: string, vocabulary: Vocabulary): Document {
  const records: RecordTree[] = [];
  eachRecord(text, vocabulary, (found) => {
    records.push(parseRecord(text.slice(found.start, found.end), vocabulary, found));
    // Those of a large file will be asked for, and now the processor still has their text at hand.
    if (records.length % READ_TOGETHER === 0) readRows(records.slice(-READ_TOGETHER));
  });
  return documentOf(blocksOf(records), vocabulary);
}

const READ_TOGETHER = 32;

/** The document after `edit`, whose offsets count in the file. Records that the edit does not reach are kept as they are. */
export function editDocument(document: Document, edit: Edit): Document {
  const { blocks, starts, vocabulary } = document;
  const { start, end } = edit.span;
  let first = indexAt(starts, start);
  // What is typed at a record's start may belong to the one before.
  if (first > 0 && isInFirstRecord(blocks[first], start - (starts[first] ?? 0))) first--;
  for (let count = indexAt(starts, end) + 1 - first; ; count *= 2) {
    const near = blocks.slice(first, first + count).flatMap(({ records }) => records);
    const behind = first + count;
    const records = editRecords(near, shiftedEdit(edit, -(starts[first] ?? 0)), behind >= blocks.length, vocabulary);
    if (!records) continue;
    return documentOf([...blocks.slice(0, first), ...blocksOf(records), ...blocks.slice(behind)], vocabulary);
  }
}

function isInFirstRecord(block: Block | undefined, offset: number): boolean {
  return block !== undefined && indexAt(block.starts, offset) === 0;
}

function shiftedEdit({ span, newText }: Edit, by: number): Edit {
  return { span: shifted(span, by), newText };
}

/**
 * The records after `edit`, whose offsets count from the first one's start; `undefined` where it reaches beyond the last
 * one, unless that is the file's.
 */
function editRecords(
  records: readonly RecordTree[],
  { span, newText }: Edit,
  areLast: boolean,
  vocabulary: Vocabulary,
): RecordTree[] | undefined {
  const { starts } = blockOf(records);
  const first = Math.max(0, indexAt(starts, span.start) - 1);
  const base = starts[first] ?? 0;
  for (let last = indexAt(starts, span.end); ; last = Math.min(records.length - 1, last + 1 + (last - first))) {
    const next = records[last + 1];
    if (!next && !areLast) return undefined;
    const old = textOf(records.slice(first, last + 1));
    const edited = old.slice(0, span.start - base) + newText + old.slice(span.end - base);
    const around = next ? edited + next.text : edited;
    const found = splitRecords(around, vocabulary);
    // The split is in step again where it puts a border where the old one was: each record is split by itself.
    const count = next ? found.findIndex(({ start }) => start === edited.length) : found.length;
    if (count === -1) continue;
    const parsed = found
      .slice(0, count)
      .map((record) => parseRecord(edited.slice(record.start, record.end), vocabulary, record));
    return [...records.slice(0, first), ...parsed, ...records.slice(last + 1)];
  }
}

/** All of the file's text, or what `span` covers of it. */
export function documentText({ blocks, starts }: Document, span?: Span): string {
  if (!span) return blocks.map(({ records }) => textOf(records)).join('');
  let text = '';
  for (let index = indexAt(starts, span.start); index <= indexAt(starts, span.end); index++) {
    const block = blocks[index];
    const start = starts[index] ?? 0;
    if (block) text += blockText(block, Math.max(0, span.start - start), span.end - start);
  }
  return text;
}

function blockText({ records, starts }: Block, from: number, to: number): string {
  const first = indexAt(starts, from);
  const base = starts[first] ?? 0;
  return textOf(records.slice(first, indexAt(starts, to) + 1)).slice(from - base, to - base);
}

export function documentLength({ starts }: Document): number {
  return starts.at(-1) ?? 0;
}

export function recordsOf({ blocks }: Document): RecordTree[] {
  return blocks.flatMap(({ records }) => records);
}

export function recordCount({ blocks }: Document): number {
  return blocks.reduce((count, { records }) => count + records.length, 0);
}

export function placedRecords({ blocks, starts }: Document): PlacedRecord[] {
  return blocks.flatMap((block, index) => placedRecordsOf(block, starts[index] ?? 0));
}

/** The records of a block that starts at `start`. */
export function placedRecordsOf({ records, starts }: Block, start: number): PlacedRecord[] {
  return records.map((record, index) => ({ record, start: start + (starts[index] ?? 0) }));
}

/** The record that holds the character behind `offset`; at the end of the file, the last one. */
export function recordAt(document: Document, offset: number): PlacedRecord {
  const { record, start } = lookUp(document, offset);
  if (!record) throw new RangeError('a document has at least one record');
  return { record, start };
}

export function recordBehind(document: Document, { record, start }: PlacedRecord): PlacedRecord | undefined {
  const end = start + record.text.length;
  return end < documentLength(document) ? recordAt(document, end) : undefined;
}

export function recordBefore(document: Document, { start }: PlacedRecord): PlacedRecord | undefined {
  return start > 0 ? recordAt(document, start - 1) : undefined;
}

/** Where in a document something is. */
interface Place {
  readonly record: RecordTree | undefined;
  /** Where the record starts in the file. */
  readonly start: number;
  /** How many line breaks lie before it in the file. */
  readonly breaksBefore: number;
}

function lookUp(document: Document, offset: number): Place {
  const index = indexAt(document.starts, offset);
  const start = document.starts[index] ?? 0;
  const block = document.blocks[index];
  const inBlock = block ? indexAt(block.starts, offset - start) : 0;
  return placeOf(document, index, inBlock);
}

function placeOf({ blocks, starts, breaksBefore }: Document, index: number, inBlock: number): Place {
  const block = blocks[index];
  return {
    record: block?.records[inBlock],
    start: (starts[index] ?? 0) + (block?.starts[inBlock] ?? 0),
    breaksBefore: (breaksBefore[index] ?? 0) + (block?.breaksBefore[inBlock] ?? 0),
  };
}

/** Line and character of an offset, which is clamped to the file and drawn back from between CR and LF. */
export function positionAt(document: Document, offset: number): LinePosition {
  const clamped = Math.min(Math.max(0, offset), documentLength(document));
  const { record, start, breaksBefore } = lookUp(document, clamped);
  if (!record) return { line: 0, character: 0 };
  const { text, lineBreaks } = record;
  let at = clamped - start;
  if (text.charCodeAt(at) === LF && text.charCodeAt(at - 1) === CR) at--;
  const breaks = countUpTo(lineBreaks, at);
  const line = breaksBefore + breaks;
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

function lineStart(document: Document, line: number): number {
  if (line <= 0) return 0;
  // The line starts behind break number `line`, which lies in the last block and record with fewer breaks before it.
  const index = countUpTo(document.breaksBefore, line - 1) - 1;
  const inBlock = countUpTo(document.blocks[index]?.breaksBefore ?? [], line - 1 - (document.breaksBefore[index] ?? 0));
  const { record, start, breaksBefore } = placeOf(document, index, inBlock - 1);
  return start + (record?.lineBreaks[line - 1 - breaksBefore] ?? 0);
}

function textOf(records: readonly RecordTree[]): string {
  let text = '';
  for (const record of records) text += record.text;
  return text;
}

function documentOf(blocks: readonly Block[], vocabulary: Vocabulary): Document {
  const starts = [0];
  const breaksBefore = [0];
  let length = 0;
  let breaks = 0;
  for (const block of blocks) {
    starts.push((length += blockLength(block)));
    breaksBefore.push((breaks += blockBreaks(block)));
  }
  // As for a block, without room for more.
  return { vocabulary, blocks, starts: starts.slice(), breaksBefore: breaksBefore.slice() };
}
