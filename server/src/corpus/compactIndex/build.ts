import { MOST_COUNTED } from '../bm25.ts';
import { postingSize, writePosting } from './postings.ts';
import { allocateSegment, type Segment } from './segment.ts';
import { SortedPairs } from './sortedPairs.ts';
import type { TextHash } from './textHash.ts';

/** The passages of one record, normalised, in order, and the hash of the record's own text. */
export interface UnitTexts {
  readonly hash: TextHash;
  readonly passages: readonly string[];
}

/** Several in a row are cheaper with one {@link SegmentBuilder}. */
export function buildSegment(units: Iterable<UnitTexts>): Segment {
  const builder = new SegmentBuilder();
  for (const unit of units) builder.add(unit);
  return builder.finish();
}

/** Takes passages in; then sorts their pairs, which puts the postings of each pair beside each other and in order. */
export class SegmentBuilder {
  readonly #sorted = new SortedPairs();
  #text = new Uint16Array(1 << 16);
  #textEnd = 0;
  #starts: number[] = [0];
  #units: number[] = [0];
  #hashes: number[] = [];

  /** UTF-16 units of text that have been taken in. */
  get size(): number {
    return this.#textEnd;
  }

  add({ hash, passages }: UnitTexts): void {
    for (const passage of passages) this.#addPassage(passage);
    this.#units.push(this.#starts.length - 1);
    this.#hashes.push(hash.first, hash.second, hash.length);
  }

  /** The segment of all that was added; the next one starts empty. */
  finish(): Segment {
    const text = this.#text.subarray(0, this.#textEnd);
    this.#sorted.sort(text, this.#starts);
    const size = this.#measure();
    const segment = allocateSegment({
      textUnits: text.length,
      passages: this.#starts.length - 1,
      units: this.#units.length - 1,
      ...size,
    });
    segment.text.set(text);
    segment.starts.set(this.#starts);
    segment.units.set(this.#units);
    segment.hashes.set(this.#hashes);
    this.#write(segment);
    this.#clear();
    return segment;
  }

  #addPassage(passage: string): void {
    const needed = this.#textEnd + passage.length;
    if (needed > this.#text.length) {
      const longer = new Uint16Array(Math.max(needed, this.#text.length * 2));
      longer.set(this.#text);
      this.#text = longer;
    }
    const text = this.#text;
    let end = this.#textEnd;
    for (let at = 0; at < passage.length; at++) text[end++] = passage.charCodeAt(at);
    this.#textEnd = end;
    this.#starts.push(end);
  }

  /** How many different pairs there are and how much room their postings take. */
  #measure(): { readonly keys: number; readonly postings: number } {
    let keys = 0;
    let postings = 0;
    let last = -1;
    this.#sorted.forEach(
      () => {
        keys++;
        last = -1;
      },
      (passage, count) => {
        postings += postingSize(passage - last, count);
        last = passage;
      },
    );
    return { keys, postings };
  }

  #write({ keys, offsets, counts, peaks, lengths, postings }: Segment): void {
    let key = -1;
    let last = -1;
    let end = 0;
    this.#sorted.forEach(
      (pair) => {
        keys[++key] = pair;
        offsets[key] = end;
        last = -1;
      },
      (passage, times) => {
        const count = Math.min(times, MOST_COUNTED);
        end = writePosting(postings, end, passage - last, count);
        last = passage;
        counts[key] = (counts[key] ?? 0) + 1;
        if (count > (peaks[key] ?? 0)) peaks[key] = count;
        lengths[passage] = (lengths[passage] ?? 0) + count;
      },
    );
    offsets[key + 1] = end;
  }

  /** The memory is kept: what was large enough this time is so the next time, and new memory costs more than old. */
  #clear(): void {
    this.#textEnd = 0;
    this.#starts = [0];
    this.#units = [0];
    this.#hashes = [];
  }
}
