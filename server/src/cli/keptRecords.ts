import { ComparedRecords, type Conflict } from '../corpus/conflicts.ts';
import { NumberColumn } from '../corpus/numberColumn.ts';
import type { CorpusRule, SummaryPlace } from '../rules/corpusRule.ts';
import { type PackedRecord, unpackedRecord } from './packedRecord.ts';
import { PackedTexts } from './packedTexts.ts';
import type { SurveyedRecord } from './survey.ts';
import type { Target } from './targets.ts';

/** A record of the file with this number. */
export interface KeptRecord extends SurveyedRecord, SummaryPlace {
  readonly file: number;
}

/** The records of all files until they are compared. There may be a million of them, so that each takes about a hundred bytes. */
export class KeptRecords {
  readonly #files = new NumberColumn();
  readonly #contents = new PackedTexts();
  readonly #compared: ComparedRecords<KeptRecord>;

  constructor(targets: readonly Pick<Target, 'uri'>[], rules: readonly CorpusRule[]) {
    this.#compared = new ComparedRecords(rules, (index) => {
      const file = this.#files.at(index);
      return { file, uri: targets[file]?.uri ?? '', ...unpackedRecord(this.#contents.at(index)) };
    });
  }

  add(file: number, { keys, content }: PackedRecord): void {
    this.#files.push(file);
    this.#contents.add(content);
    this.#compared.add(keys);
  }

  conflicts(): Iterable<Conflict<KeptRecord>> {
    return this.#compared.conflicts();
  }
}
