import type { Vocabulary } from '../../markup/vocabulary.ts';
import { type Document, placedRecords } from '../../statement/document.ts';
import { bigramsOf } from '../bigrams.ts';
import type { AlikePassage, CorpusIndex, PassageCount, PlacedPassage } from '../corpusIndex.ts';
import { alikeIn } from './alike.ts';
import { Best, type Ranked } from './best.ts';
import { passagesContaining } from './containing.ts';
import { LiveSegment } from './liveSegment.ts';
import type { Part } from './merge.ts';
import { IndexedRecord } from './placedRecord.ts';
import { keyIndex, type Segment, segmentIn, unitOfPassage } from './segment.ts';
import { WantedPairs } from './wantedPairs.ts';

type Numbers = Uint32Array | readonly number[];

/** Passages of one record that answer a question, as they are numbered where the record's first one is `first`. */
interface Hits {
  readonly record: IndexedRecord;
  readonly passages: Numbers;
  readonly first: number;
}

/** Terms whose counts are remembered: more than all names of topics. */
const MOST_COUNTS = 10_000;

interface RankedPassage extends Ranked {
  readonly record: IndexedRecord;
}

/**
 * An index that is searched by what pairs of characters the passages have. Records are held by segments, which others build
 * (see build.ts), but for the loose ones, which are looked through: those that changed a moment ago. A change costs nothing
 * until somebody asks, and then only what the changed records cost.
 */
export class CompactIndex implements CorpusIndex {
  readonly #vocabulary: Vocabulary;
  readonly #files = new Map<string, readonly IndexedRecord[]>();
  /** Files that changed since somebody asked; `undefined`: they are gone. */
  readonly #news = new Map<string, Document | undefined>();
  #segments: readonly LiveSegment<IndexedRecord>[] = [];
  readonly #loose = new Set<IndexedRecord>();
  #looseUnits = 0;
  /** What was found last. */
  #found: { readonly term: string; readonly hits: readonly Hits[] } | undefined;
  /** What has been counted since the last change: the same names of topics are counted for one paragraph after another. */
  readonly #counts = new Map<string, PassageCount>();
  /** All records in order; `undefined` where that has to be worked out again. */
  #inOrder: readonly IndexedRecord[] | undefined;
  #uris: readonly string[] | undefined;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Adds a file or replaces it by its new state. */
  set(uri: string, document: Document): void {
    this.#news.set(uri, document);
  }

  delete(uri: string): void {
    this.#news.set(uri, undefined);
  }

  /** The records that no segment holds. */
  loose(): Iterable<IndexedRecord> {
    this.#takeIn();
    return this.#loose;
  }

  /** How much text the loose records have, in UTF-16 units. */
  looseUnits(): number {
    this.#takeIn();
    return this.#looseUnits;
  }

  segments(): readonly LiveSegment<IndexedRecord>[] {
    this.#takeIn();
    return this.#segments;
  }

  /** What {@link replace} may be given one segment for. */
  parts(): Part[] {
    return this.segments().map((live) => ({ segment: live.segment, wanted: live.wanted() }));
  }

  /** Like {@link replace}, with the memory that a thread has answered. */
  addBuffer(buffer: ArrayBufferLike, old: readonly Segment[] = []): Segment {
    const segment = segmentIn(buffer);
    this.replace(old, segment);
    return segment;
  }

  /** Takes in a segment; loose records whose text it was made from move there. */
  add(segment: Segment): void {
    this.replace([], segment);
  }

  /** Puts one segment in the place of others. What it lacks of theirs is loose. */
  replace(old: readonly Segment[], segment: Segment): void {
    this.#takeIn();
    this.#forgetAnswers();
    const isOld = (live: LiveSegment<IndexedRecord>): boolean => old.includes(live.segment);
    for (const live of this.#segments.filter(isOld)) for (const record of live.owners()) this.#loosen(record);
    const added = new LiveSegment<IndexedRecord>(segment);
    for (const record of this.#loose) this.#findHome(record, [added]);
    // The largest first: it has most of what is looked for.
    this.#segments = [...this.#segments.filter((live) => !isOld(live)), added].sort((a, b) => b.passages - a.passages);
  }

  size(): PassageCount {
    this.#takeIn();
    let passages = 0;
    let records = 0;
    for (const live of this.#segments) {
      passages += live.passages;
      records += live.records;
    }
    for (const { passageCount } of this.#loose) {
      passages += passageCount;
      if (passageCount > 0) records++;
    }
    return { passages, records };
  }

  *passages(): Generator<PlacedPassage> {
    this.#takeIn();
    for (const record of this.#recordsInOrder()) {
      const count = record.passageCount;
      for (let passage = 0; passage < count; passage++) yield record.placed(passage);
    }
  }

  count(term: string): PassageCount {
    this.#takeIn();
    const known = this.#counts.get(term);
    if (known) return known;
    const found = this.#find(term);
    const count = { passages: found.reduce((sum, { passages }) => sum + passages.length, 0), records: found.length };
    if (this.#counts.size === MOST_COUNTS) this.#counts.clear();
    this.#counts.set(term, count);
    return count;
  }

  containing(term: string): PlacedPassage[] {
    this.#recordsInOrder();
    const all = this.#find(term);
    // As they are where one segment has all of them.
    const isInOrder = all.every(({ record }, at) => at === 0 || (all[at - 1]?.record.ordinal ?? 0) <= record.ordinal);
    const ordered = isInOrder ? all : all.toSorted((a, b) => a.record.ordinal - b.record.ordinal);
    const found: PlacedPassage[] = [];
    for (const { record, passages, first } of ordered) {
      for (const passage of passages) found.push(record.placed(passage - first));
    }
    return found;
  }

  alike(text: string, most: number): AlikePassage[] {
    this.#recordsInOrder();
    const wanted = this.#wantedPairs(text);
    const best = new Best<RankedPassage>(most);
    for (const record of this.#loose) {
      record.loosePassages.forEach(({ units, length }, passage) => {
        const score = wanted.score(units, 0, units.length, length);
        if (score > 0) best.offer({ score, ordinal: record.ordinal, passage, record });
      });
    }
    for (const live of this.#segments) {
      alikeIn(
        live,
        wanted,
        most,
        () => best.threshold,
        (passage, score) => {
          const unit = unitOfPassage(live.segment, passage);
          const record = live.owner(unit);
          const nth = passage - (live.segment.units[unit] ?? 0);
          if (record) best.offer({ score, ordinal: record.ordinal, passage: nth, record });
        },
      );
    }
    return best.items.map(({ record, passage, score }) => ({ placed: record.placed(passage), score }));
  }

  /** The records in which `term` is found. Kept until the next question: who has counted a term often wants its passages. */
  #find(term: string): readonly Hits[] {
    this.#takeIn();
    if (this.#found?.term !== term) this.#found = { term, hits: term === '' ? [] : [...this.#hitsOf(term)] };
    return this.#found.hits;
  }

  *#hitsOf(term: string): Generator<Hits> {
    for (const record of this.#loose) {
      const passages = record.loosePassages.flatMap(({ text }, nth) => (text.includes(term) ? [nth] : []));
      if (passages.length > 0) yield { record, passages, first: 0 };
    }
    for (const live of this.#segments) {
      const passages = passagesContaining(live, term);
      const { units } = live.segment;
      let unit = 0;
      for (let at = 0; at < passages.length; ) {
        const passage = passages[at] ?? 0;
        while ((units[unit + 1] ?? 0) <= passage) unit++;
        const behind = units[unit + 1] ?? 0;
        const from = at++;
        while (at < passages.length && (passages[at] ?? 0) < behind) at++;
        const record = live.owner(unit);
        if (record) yield { record, passages: passages.subarray(from, at), first: units[unit] ?? 0 };
      }
    }
  }

  #wantedPairs(text: string): WantedPairs {
    const wanted = new WantedPairs(bigramsOf(text));
    const frequencies = new Uint32Array(wanted.pairs.length);
    let passages = 0;
    let length = 0;
    for (const record of this.#loose) {
      for (const loose of record.loosePassages) {
        wanted.countIn(loose.units, frequencies);
        passages++;
        length += loose.length;
      }
    }
    for (const live of this.#segments) {
      passages += live.passages;
      length += live.length;
      wanted.pairs.forEach((pair, number) => {
        const key = keyIndex(live.segment, pair);
        if (key !== -1) frequencies[number] = (frequencies[number] ?? 0) + live.frequency(key);
      });
    }
    wanted.weigh(frequencies, passages, length / Math.max(1, passages));
    return wanted;
  }

  /** Brings the records up to date with the files. */
  #takeIn(): void {
    if (this.#news.size === 0) return;
    const came: IndexedRecord[] = [];
    for (const [uri, document] of this.#news) {
      const before = new Map(this.#files.get(uri)?.map((indexed) => [indexed.record, indexed]));
      if (document) {
        const records = placedRecords(document).map(({ record, start }) => {
          // One and the same record may stand in a file twice.
          const known = before.get(record);
          before.delete(record);
          const indexed = known ?? new IndexedRecord(uri, record, this.#vocabulary);
          if (!known) came.push(indexed);
          indexed.start = start;
          return indexed;
        });
        if (!this.#files.has(uri)) this.#uris = undefined;
        this.#files.set(uri, records);
      } else if (this.#files.delete(uri)) this.#uris = undefined;
      for (const gone of before.values()) this.#forget(gone);
    }
    this.#news.clear();
    this.#inOrder = undefined;
    this.#forgetAnswers();
    // After all that has gone: what was closed may be there again.
    for (const record of came) {
      this.#loosen(record);
      this.#findHome(record, this.#segments);
    }
  }

  #forgetAnswers(): void {
    this.#found = undefined;
    this.#counts.clear();
  }

  #loosen(record: IndexedRecord): void {
    record.leave();
    if (!this.#loose.has(record)) this.#looseUnits += record.record.text.length;
    this.#loose.add(record);
  }

  #forget(record: IndexedRecord): void {
    record.leave();
    if (this.#loose.delete(record)) this.#looseUnits -= record.record.text.length;
  }

  #findHome(record: IndexedRecord, segments: readonly LiveSegment<IndexedRecord>[]): void {
    for (const segment of segments) {
      const unit = segment.claim(record.hash, record);
      if (unit === undefined) continue;
      this.#forget(record);
      record.settle(segment, unit);
      return;
    }
  }

  #recordsInOrder(): readonly IndexedRecord[] {
    this.#takeIn();
    if (this.#inOrder) return this.#inOrder;
    this.#uris ??= [...this.#files.keys()].sort((a, b) => (a < b ? -1 : 1));
    const records = this.#uris.flatMap((uri) => this.#files.get(uri) ?? []);
    records.forEach((record, ordinal) => (record.ordinal = ordinal));
    return (this.#inOrder = records);
  }
}
