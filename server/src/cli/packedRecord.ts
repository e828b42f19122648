import { type RecordKeys, recordKeys } from '../corpus/conflicts.ts';
import { CORPUS_RULES } from '../rules/corpusRules.ts';
import type { FieldValue } from '../rules/fields.ts';
import { stringOf } from './ownString.ts';
import type { SurveyedRecord } from './survey.ts';

/** A record of a file on its way between threads, until all files have been seen, and in the cache. */
export interface PackedRecord {
  /** With which others it is compared. */
  readonly keys: RecordKeys;
  /** What it is compared by, as one short string. */
  readonly content: string;
}

export function packedRecords(uri: string, surveyed: readonly SurveyedRecord[]): PackedRecord[] {
  return surveyed.map((record) => ({
    keys: recordKeys({ uri, ...record }, CORPUS_RULES),
    content: packedContent(record),
  }));
}

function packedContent({ start, position, breaks, summary }: SurveyedRecord): string {
  const { head, fingerprint, issue, date, page, item } = summary;
  const units: number[] = [];
  addNumber(units, start);
  addNumber(units, position.line);
  addNumber(units, position.character);
  addNumber(units, breaks.length);
  let before = 0;
  for (const offset of breaks) {
    addNumber(units, offset - before);
    before = offset;
  }
  addNumber(units, head.start);
  addNumber(units, head.end);
  addText(units, fingerprint ?? '');
  addValue(units, issue);
  addValue(units, date);
  addValue(units, page);
  addValue(units, item);
  return stringOf(units);
}

export function unpackedRecord(packed: string): SurveyedRecord {
  const reader: Reader = { packed, at: 0 };
  const start = readNumber(reader);
  const position = { line: readNumber(reader), character: readNumber(reader) };
  const breaks: number[] = [];
  for (let left = readNumber(reader), before = 0; left > 0; left--) breaks.push((before += readNumber(reader)));
  const head = { start: readNumber(reader), end: readNumber(reader) };
  const fingerprint = readText(reader);
  const [issue, date, page, item] = [readValue(reader), readValue(reader), readValue(reader), readValue(reader)];
  return { start, position, breaks, summary: { head, fingerprint: fingerprint || undefined, issue, date, page, item } };
}

interface Reader {
  readonly packed: string;
  at: number;
}

// Numbers are written in digits of five bits, the lowest first; one more bit says whether another follows. The characters
// for that are those that neither JSON has to escape nor a string needs two bytes for.
const DIGIT_BITS = 5;
const DIGITS = 1 << DIGIT_BITS;
const FIRST_DIGIT = 0x5d;

function addNumber(units: number[], value: number): void {
  let rest = value;
  for (; rest >= DIGITS; rest >>>= DIGIT_BITS) units.push(FIRST_DIGIT + DIGITS + (rest & (DIGITS - 1)));
  units.push(FIRST_DIGIT + rest);
}

function readNumber(reader: Reader): number {
  let value = 0;
  for (let shift = 0; ; shift += DIGIT_BITS) {
    const digit = reader.packed.charCodeAt(reader.at++) - FIRST_DIGIT;
    value |= (digit & (DIGITS - 1)) << shift;
    if (digit < DIGITS) return value;
  }
}

function addText(units: number[], text: string): void {
  addNumber(units, text.length);
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
}

function readText(reader: Reader): string {
  const length = readNumber(reader);
  return reader.packed.slice(reader.at, (reader.at += length));
}

function addValue(units: number[], value: FieldValue | undefined): void {
  addNumber(units, value ? 1 : 0);
  if (!value) return;
  addNumber(units, value.span.start);
  addNumber(units, value.span.end);
  addText(units, value.text);
}

function readValue(reader: Reader): FieldValue | undefined {
  if (readNumber(reader) === 0) return undefined;
  const span = { start: readNumber(reader), end: readNumber(reader) };
  return { span, text: readText(reader) };
}
