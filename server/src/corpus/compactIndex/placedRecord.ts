import type { Vocabulary } from '../../markup/vocabulary.ts';
import type { RecordTree } from '../../statement/tree.ts';
import { bigramsOf } from '../bigrams.ts';
import { lengthOf } from '../bm25.ts';
import type { Statement } from '../corpus.ts';
import type { PlacedPassage } from '../corpusIndex.ts';
import { type Passage, passagesOf } from '../passages.ts';
import type { LiveSegment } from './liveSegment.ts';
import { unitsOf } from './pairs.ts';
import { passageText } from './segment.ts';
import { type TextHash, textHash } from './textHash.ts';

/** A passage that no segment holds yet. */
interface LoosePassage {
  readonly text: string;
  readonly units: Uint16Array;
  /** As BM25 counts it. */
  readonly length: number;
}

/** A record in its file, and the unit of a segment that holds its passages, where there is one; otherwise it is *loose*. */
export class IndexedRecord {
  readonly uri: string;
  readonly record: RecordTree;
  readonly vocabulary: Vocabulary;
  /** Where the record starts in its file. */
  start = 0;
  /** The record's place among all records, in the order of files. */
  ordinal = 0;
  home: { readonly segment: LiveSegment<IndexedRecord>; readonly unit: number } | undefined;
  #hash: TextHash | undefined;
  #passages: readonly LoosePassage[] | undefined;

  constructor(uri: string, record: RecordTree, vocabulary: Vocabulary) {
    this.uri = uri;
    this.record = record;
    this.vocabulary = vocabulary;
  }

  get hash(): TextHash {
    return (this.#hash ??= textHash(this.record.text));
  }

  /** What is searched as long as no segment holds it. */
  get loosePassages(): readonly LoosePassage[] {
    return (this.#passages ??= passagesOf(this.record, this.vocabulary).passages.map(({ normal: { text } }) => {
      return { text, units: unitsOf(text), length: lengthOf(bigramsOf(text)) };
    }));
  }

  settle(segment: LiveSegment<IndexedRecord>, unit: number): void {
    this.home = { segment, unit };
    this.#passages = undefined;
  }

  leave(): void {
    this.home?.segment.release(this.home.unit);
    this.home = undefined;
  }

  get passageCount(): number {
    if (!this.home) return this.loosePassages.length;
    const { units } = this.home.segment.segment;
    return (units[this.home.unit + 1] ?? 0) - (units[this.home.unit] ?? 0);
  }

  /** The `nth` of its passages (from 0). */
  placed(nth: number): PlacedPassage {
    return new LazilyPlaced(this, nth);
  }
}

/** Reads of a record only what is asked for: most answers are counted, sorted and cut before anybody looks at a passage. */
class LazilyPlaced implements PlacedPassage {
  readonly #in: IndexedRecord;
  readonly nth: number;
  readonly recordStart: number;

  constructor(record: IndexedRecord, nth: number) {
    this.#in = record;
    this.nth = nth;
    this.recordStart = record.start;
  }

  get uri(): string {
    return this.#in.uri;
  }

  get record(): RecordTree {
    return this.#in.record;
  }

  get statement(): Statement {
    return passagesOf(this.#in.record, this.#in.vocabulary).statement;
  }

  get passage(): Passage {
    const passage = passagesOf(this.#in.record, this.#in.vocabulary).passages[this.nth];
    if (!passage) throw new RangeError('the index has more passages of a record than the record');
    return passage;
  }

  get text(): string {
    const { home } = this.#in;
    if (!home) return this.#in.loosePassages[this.nth]?.text ?? '';
    const { segment } = home.segment;
    return passageText(segment, (segment.units[home.unit] ?? 0) + this.nth);
  }
}
