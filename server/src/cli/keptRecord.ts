import type { RecordSummary, SummaryPlace } from '../rules/corpusRule.ts';
import type { FieldValue } from '../rules/fields.ts';
import type { Document } from '../statement/document.ts';
import { type SurveyedRecord, surveyedRecords } from './survey.ts';

/**
 * A surveyed record for as long as a run lasts. There may be a million of them, so that each is one short string, a tenth
 * of what its objects would take.
 */
export class KeptRecord implements SummaryPlace {
  readonly uri: string;
  readonly start: number;
  readonly #packed: string;

  constructor(uri: string, record: string) {
    this.uri = uri;
    this.start = Number.parseInt(record.slice(1, LONGEST_START), 10);
    this.#packed = record;
  }

  get summary(): RecordSummary {
    return this.unpacked().summary;
  }

  unpacked(): SurveyedRecord {
    let content = opened.get(this);
    if (!content) {
      if (opened.size >= MOST_OPENED) opened.clear();
      opened.set(this, (content = unpacked(this.#packed)));
    }
    return content;
  }
}

/** A bracket and the digits of the largest offset. */
const LONGEST_START = 17;
/** A record is asked for many things, mostly several in a row; of a usual folder, all stay open. */
const MOST_OPENED = 16_384;
const opened = new Map<KeptRecord, SurveyedRecord>();

/** What a file's records are compared by, each as a JSON array that begins with where the record starts. */
export function packedRecords(document: Document): string[] {
  return surveyedRecords(document).map(packed);
}

type PackedValue = readonly [start: number, end: number, text: string] | 0;

/** In the order of packing. */
type Packed = readonly [
  start: number,
  line: number,
  character: number,
  breaks: readonly number[],
  headStart: number,
  headEnd: number,
  fingerprint: string | 0,
  issue: PackedValue,
  date: PackedValue,
  page: PackedValue,
  item: PackedValue,
];

function packed({ start, position, breaks, summary }: SurveyedRecord): string {
  const { head, fingerprint, issue, date, page, item } = summary;
  const content: Packed = [
    start,
    position.line,
    position.character,
    breaks,
    head.start,
    head.end,
    fingerprint ?? 0,
    packedValue(issue),
    packedValue(date),
    packedValue(page),
    packedValue(item),
  ];
  return JSON.stringify(content);
}

function packedValue(value: FieldValue | undefined): PackedValue {
  return value ? [value.span.start, value.span.end, narrow(value.text)] : 0;
}

/** A part of a Chinese text takes two bytes a character, and so does what it is put into, unless it is written anew. */
function narrow(text: string): string {
  let copy = '';
  for (let at = 0; at < text.length; at++) copy += String.fromCharCode(text.charCodeAt(at));
  return copy;
}

function unpacked(text: string): SurveyedRecord {
  const content: Packed = JSON.parse(text);
  const [start, line, character, breaks, headStart, headEnd, fingerprint, issue, date, page, item] = content;
  return {
    start,
    position: { line, character },
    breaks,
    summary: {
      head: { start: headStart, end: headEnd },
      fingerprint: fingerprint === 0 ? undefined : fingerprint,
      issue: unpackedValue(issue),
      date: unpackedValue(date),
      page: unpackedValue(page),
      item: unpackedValue(item),
    },
  };
}

function unpackedValue(value: PackedValue): FieldValue | undefined {
  return value === 0 ? undefined : { span: { start: value[0], end: value[1] }, text: value[2] };
}
