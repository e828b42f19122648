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
  readonly #staysOpen: boolean;
  #content: SurveyedRecord | undefined;

  /** @param staysOpen whether there are so few that what is unpacked once may stay so */
  constructor(uri: string, record: string, staysOpen: boolean) {
    this.uri = uri;
    this.start = Number.parseInt(record, 10);
    this.#packed = record;
    this.#staysOpen = staysOpen;
  }

  get summary(): RecordSummary {
    return this.unpacked().summary;
  }

  unpacked(): SurveyedRecord {
    if (this.#staysOpen) return (this.#content ??= unpacked(this.#packed));
    if (latest?.record !== this) latest = { record: this, content: unpacked(this.#packed) };
    return latest.content;
  }
}

/** A record is mostly asked for several things in a row. */
let latest: { readonly record: KeptRecord; readonly content: SurveyedRecord } | undefined;

/** What a file's records are compared by, each as a string that begins with where the record starts. */
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
  return JSON.stringify(content).slice(1, -1);
}

function packedValue(value: FieldValue | undefined): PackedValue {
  return value ? [value.span.start, value.span.end, value.text] : 0;
}

function unpacked(text: string): SurveyedRecord {
  const content: Packed = JSON.parse(`[${text}]`);
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
