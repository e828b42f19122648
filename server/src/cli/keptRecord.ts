import type { RecordSummary, SummaryPlace } from '../rules/corpusRule.ts';
import { packedStart, unpackedRecord } from './packedRecord.ts';
import type { SurveyedRecord } from './survey.ts';

/** A surveyed record for as long as a run lasts. There may be a million of them, so that each is hardly more than a string. */
export class KeptRecord implements SummaryPlace {
  /** Its file, as the user knows it, and as everything else does. */
  readonly target: { readonly file: string; readonly uri: string };
  readonly #packed: string;

  constructor(target: KeptRecord['target'], packed: string) {
    this.target = target;
    this.#packed = packed;
  }

  get uri(): string {
    return this.target.uri;
  }

  get start(): number {
    return packedStart(this.#packed);
  }

  get summary(): RecordSummary {
    return this.unpacked().summary;
  }

  unpacked(): SurveyedRecord {
    if (opened?.record !== this) opened = { record: this, content: unpackedRecord(this.#packed) };
    return opened.content;
  }
}

/** A record is asked for many things in a row. */
let opened: { readonly record: KeptRecord; readonly content: SurveyedRecord } | undefined;
