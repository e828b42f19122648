import { bm25Share, MOST_COUNTED } from '../bm25.ts';
import { nthLargest } from './best.ts';
import type { LiveSegment } from './liveSegment.ts';
import { keyIndex, type Segment } from './segment.ts';
import type { WantedPairs } from './wantedPairs.ts';

/** A pair that is wanted and that the segment has. */
interface List {
  readonly key: number;
  readonly weight: number;
  readonly count: number;
  /** How often it occurs in one passage at most. */
  readonly peak: number;
}

/** Sums of fractions in another order differ by less. */
const SLACK = 1 - 1e-9;
/** What the exact score of a passage costs, in postings read. */
const EXACT_SCORE = 256;

/**
 * The passages of a segment that may be among the `most` best, each with its exact score; what is left out is surely not.
 *
 * Lists of rare pairs, which are short and weigh most, are added up first. When all that the lists to come can add is less than
 * what the best have already, passages that have not been met need not be looked for any more, and when few are left that
 * could still be among the best, these are scored by their text: most of what common pairs would cost is never paid.
 *
 * @param threshold what a passage needs at least, which may grow while scores are told
 */
export function alikeIn(
  live: LiveSegment<unknown>,
  wanted: WantedPairs,
  most: number,
  threshold: () => number,
  found: (passage: number, score: number) => void,
): void {
  const lists = listsOf(live.segment, wanted);
  if (lists.length === 0 || most <= 0) return;
  const search = new Search(live, wanted, lists);
  let unchecked = 0;
  for (let next = 0; next < lists.length; ) {
    const list = lists[next++];
    if (!list) break;
    search.add(list);
    unchecked += list.count;
    const following = lists[next];
    if (following && unchecked < search.candidates.length / 2) continue;
    unchecked = 0;
    search.narrow(next, most, threshold());
    if (search.isClosed && search.candidates.length * EXACT_SCORE < (following?.count ?? 0)) break;
  }
  search.finish(threshold, found);
}

function listsOf(segment: Segment, wanted: WantedPairs): List[] {
  const { counts, peaks } = segment;
  const lists: List[] = [];
  wanted.pairs.forEach((pair, number) => {
    const key = keyIndex(segment, pair);
    if (key === -1) return;
    lists.push({ key, weight: wanted.weights[number] ?? 0, count: counts[key] ?? 0, peak: peaks[key] ?? 0 });
  });
  return lists.sort((a, b) => b.weight - a.weight);
}

/** Lengths at which bounds are worked out: a passage as long as one, or longer but not as long as the next, has that one's. */
const LENGTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256] as const;
const LONGEST = LENGTHS.at(-1) ?? 1;
const CLASS_OF_LENGTH = Uint8Array.from({ length: LONGEST + 1 }, (_, length) =>
  Math.max(
    0,
    LENGTHS.findLastIndex((least) => least <= length),
  ),
);

class Search {
  /** Passages that may be among the best. */
  candidates: Uint32Array = new Uint32Array(0);
  /** Whether nobody else can be among the best. */
  isClosed = false;
  readonly #live: LiveSegment<unknown>;
  readonly #wanted: WantedPairs;
  /** By passage: what the lists so far came to. */
  readonly #sums: Float64Array;
  readonly #met: Uint32Array;
  #metEnd = 0;
  /** By count and length. */
  readonly #shares: Float64Array;
  readonly #bounds: Bounds;
  /** By class of length: what the lists to come can add. */
  #rest: Float64Array = new Float64Array(LENGTHS.length);

  constructor(live: LiveSegment<unknown>, wanted: WantedPairs, lists: readonly List[]) {
    this.#bounds = new Bounds(lists, wanted.mean);
    this.#live = live;
    this.#wanted = wanted;
    const { length } = live.alive;
    this.#sums = new Float64Array(length);
    this.#met = new Uint32Array(length);
    this.#shares = new Float64Array((MOST_COUNTED + 1) * (LONGEST + 1));
    for (let count = 1; count <= MOST_COUNTED; count++) {
      for (let size = 1; size <= LONGEST; size++) {
        this.#shares[count * (LONGEST + 1) + size] = bm25Share(count, size, wanted.mean);
      }
    }
  }

  /** Adds what a list is worth to the passages that have its pair. */
  add({ key, weight }: List): void {
    const { segment, alive } = this.#live;
    const { postings, offsets, lengths } = segment;
    const sums = this.#sums;
    const met = this.#met;
    const shares = this.#shares;
    const { isClosed } = this;
    const end = offsets[key + 1] ?? 0;
    let metEnd = this.#metEnd;
    let at = offsets[key] ?? 0;
    let passage = -1;
    // PostingReader, written out: this is where the time goes.
    while (at < end) {
      let byte = postings[at++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = postings[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      passage += value >>> 1;
      const count = value & 1 ? (postings[at++] ?? 0) : 1;
      const sum = sums[passage] ?? 0;
      if (sum === 0) {
        if (isClosed || !alive[passage]) continue;
        met[metEnd++] = passage;
      }
      const length = lengths[passage] ?? 0;
      const share =
        length <= LONGEST ? (shares[count * (LONGEST + 1) + length] ?? 0) : bm25Share(count, length, this.#wanted.mean);
      sums[passage] = sum + weight * share;
    }
    this.#metEnd = metEnd;
    if (!isClosed) this.candidates = met.subarray(0, metEnd);
  }

  /** Leaves out who cannot be among the best any more, whatever the lists from `next` on add. */
  narrow(next: number, most: number, threshold: number): void {
    this.#rest = this.#bounds.from(next);
    const needed = SLACK * Math.max(threshold, nthLargest(this.#sums, this.candidates, most));
    this.isClosed ||= Math.max(...this.#rest) < needed;
    if (this.isClosed) this.candidates = this.candidates.filter((passage) => this.#bound(passage) >= needed);
  }

  finish(threshold: () => number, found: (passage: number, score: number) => void): void {
    const { text, starts, lengths } = this.#live.segment;
    const bounds = Float64Array.from(this.candidates, (passage) => this.#bound(passage));
    const order = Uint32Array.from(bounds, (_, index) => index).filter(
      (index) => (bounds[index] ?? 0) >= SLACK * threshold(),
    );
    order.sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0));
    for (const index of order) {
      if ((bounds[index] ?? 0) < SLACK * threshold()) break;
      const passage = this.candidates[index] ?? 0;
      const [start, end] = [starts[passage] ?? 0, starts[passage + 1] ?? 0];
      found(passage, this.#wanted.score(text, start, end, lengths[passage] ?? 0));
    }
  }

  #bound(passage: number): number {
    const length = Math.min(LONGEST, this.#live.segment.lengths[passage] ?? 0);
    return (this.#sums[passage] ?? 0) + (this.#rest[CLASS_OF_LENGTH[length] ?? 0] ?? 0);
  }
}

/** The most that lists can add to a passage, which has no more pairs than it is long. */
class Bounds {
  readonly #mean: number;
  /** By list: what it and those behind it weigh. */
  readonly #weights: Float64Array;
  /** By class of length, by list: what it and those behind it come to in a passage that has all of them as often as any has. */
  readonly #sums: readonly Float64Array[];

  /** @param lists the heaviest first */
  constructor(lists: readonly List[], mean: number) {
    this.#mean = mean;
    this.#weights = sumsFromBehind(lists, ({ weight }) => weight);
    this.#sums = LENGTHS.map((_, lengthClass) => {
      const shares = Array.from({ length: MOST_COUNTED + 1 }, (_, peak) => this.#share(lengthClass, peak));
      return sumsFromBehind(lists, ({ weight, peak }) => weight * (shares[peak] ?? 0));
    });
  }

  /** By class of length: what the lists from `next` on can add. */
  from(next: number): Float64Array {
    return Float64Array.from(this.#sums, (sums, lengthClass) => {
      const behind = Math.min(next + longestOf(lengthClass), sums.length - 1);
      const weight = (this.#weights[next] ?? 0) - (this.#weights[behind] ?? 0);
      return Math.min(sums[next] ?? 0, weight * this.#share(lengthClass, MOST_COUNTED));
    });
  }

  #share(lengthClass: number, peak: number): number {
    return bm25Share(Math.min(peak, longestOf(lengthClass)), LENGTHS[lengthClass] ?? 1, this.#mean);
  }
}

function longestOf(lengthClass: number): number {
  return (LENGTHS[lengthClass + 1] ?? Number.POSITIVE_INFINITY) - 1;
}

function sumsFromBehind(lists: readonly List[], value: (list: List) => number): Float64Array {
  const sums = new Float64Array(lists.length + 1);
  for (let at = lists.length - 1; at >= 0; at--) {
    const list = lists[at];
    sums[at] = (sums[at + 1] ?? 0) + (list ? value(list) : 0);
  }
  return sums;
}
