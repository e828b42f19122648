import { PostingReader, postingSize, writePosting } from './postings.ts';
import { allocateSegment, HASH_WORDS, passageCount, type Segment, unitCount } from './segment.ts';

/** A segment and which of its units are still wanted: 1 or 0 for each. */
export interface Part {
  readonly segment: Segment;
  readonly wanted: Uint8Array;
}

/** One segment of what is wanted of several, in their order. */
export function mergeSegments(parts: readonly Part[]): Segment {
  const sources = parts.map((part) => new Source(part));
  let passages = 0;
  for (const source of sources) passages = source.number(passages);
  const keys = total(sources, ({ segment }) => segment.keys.length);
  const bytes = total(sources, ({ segment }) => segment.postings.length);
  const dictionary = new Dictionary(keys, bytes + keys * FIRST_POSTING);
  mergePostings(sources, dictionary);

  const merged = allocateSegment({
    textUnits: total(sources, ({ textUnits }) => textUnits),
    passages,
    units: total(sources, ({ wantedUnits }) => wantedUnits),
    keys: dictionary.length,
    postings: dictionary.end,
  });
  copyUnits(sources, merged);
  for (const what of ['keys', 'offsets', 'counts', 'peaks'] as const) {
    merged[what].set(dictionary[what].subarray(0, dictionary.length));
  }
  merged.offsets[dictionary.length] = dictionary.end;
  merged.postings.set(dictionary.postings.subarray(0, dictionary.end));
  return merged;
}

function total(sources: readonly Source[], of: (source: Source) => number): number {
  return sources.reduce((sum, source) => sum + of(source), 0);
}

/** A segment while it is read. */
class Source {
  readonly segment: Segment;
  readonly wanted: Uint8Array;
  readonly reader = new PostingReader();
  /** What each passage is called in the merged segment; -1 where it is not wanted. */
  readonly numbers: Int32Array;
  textUnits = 0;
  wantedUnits = 0;
  /** The next of its keys. */
  at = 0;

  constructor({ segment, wanted }: Part) {
    this.segment = segment;
    this.wanted = wanted;
    this.numbers = new Int32Array(passageCount(segment)).fill(-1);
  }

  /** Numbers the wanted passages from `first` on; answers the number behind the last one. */
  number(first: number): number {
    const { units, starts } = this.segment;
    let next = first;
    for (let unit = 0; unit < unitCount(this.segment); unit++) {
      if (!this.wanted[unit]) continue;
      const [start, end] = [units[unit] ?? 0, units[unit + 1] ?? 0];
      for (let passage = start; passage < end; passage++) this.numbers[passage] = next++;
      this.textUnits += (starts[end] ?? 0) - (starts[start] ?? 0);
      this.wantedUnits++;
    }
    return next;
  }

  get key(): number {
    return this.segment.keys[this.at] ?? BEHIND_ALL;
  }
}

const BEHIND_ALL = 2 ** 32;

/** The pairs with their postings, while nobody knows how much there will be. */
class Dictionary {
  readonly keys: Uint32Array;
  readonly offsets: Uint32Array;
  readonly counts: Uint32Array;
  readonly peaks: Uint8Array;
  length = 0;
  readonly postings: Uint8Array;
  end = 0;

  /** With room for so many pairs, and so many bytes of postings. */
  constructor(pairs: number, bytes: number) {
    this.keys = new Uint32Array(pairs);
    this.offsets = new Uint32Array(pairs);
    this.counts = new Uint32Array(pairs);
    this.peaks = new Uint8Array(pairs);
    this.postings = new Uint8Array(bytes);
  }

  add(key: number, offset: number, count: number, peak: number): void {
    this.keys[this.length] = key;
    this.offsets[this.length] = offset;
    this.counts[this.length] = count;
    this.peaks[this.length++] = peak;
  }
}

/** The first posting of a list may become longer by so much, since passages go before it; no other does. */
const FIRST_POSTING = postingSize(2 ** 30, 1);

function mergePostings(sources: readonly Source[], dictionary: Dictionary): void {
  for (;;) {
    let key = BEHIND_ALL;
    for (const source of sources) key = Math.min(key, source.key);
    if (key === BEHIND_ALL) return;
    const offset = dictionary.end;
    let last = -1;
    let count = 0;
    let peak = 0;
    for (const source of sources) {
      if (source.key !== key) continue;
      const { segment, numbers, reader, at } = source;
      reader.open(segment.postings, segment.offsets[at] ?? 0, segment.offsets[at + 1] ?? 0);
      while (reader.next()) {
        const number = numbers[reader.passage] ?? -1;
        if (number < 0) continue;
        dictionary.end = writePosting(dictionary.postings, dictionary.end, number - last, reader.count);
        last = number;
        count++;
        if (reader.count > peak) peak = reader.count;
      }
      source.at++;
    }
    if (count > 0) dictionary.add(key, offset, count, peak);
  }
}

function copyUnits(sources: readonly Source[], merged: Segment): void {
  let textEnd = 0;
  let passage = 0;
  let number = 0;
  for (const { segment, wanted } of sources) {
    for (let unit = 0; unit < unitCount(segment); unit++) {
      if (!wanted[unit]) continue;
      const [first, end] = [segment.units[unit] ?? 0, segment.units[unit + 1] ?? 0];
      const from = segment.starts[first] ?? 0;
      merged.text.set(segment.text.subarray(from, segment.starts[end] ?? 0), textEnd);
      merged.units[number] = passage;
      merged.hashes.set(segment.hashes.subarray(unit * HASH_WORDS, (unit + 1) * HASH_WORDS), number * HASH_WORDS);
      for (let old = first; old < end; old++) {
        merged.starts[passage] = textEnd + (segment.starts[old] ?? 0) - from;
        merged.lengths[passage] = segment.lengths[old] ?? 0;
        passage++;
      }
      textEnd += (segment.starts[end] ?? 0) - from;
      number++;
    }
  }
  merged.units[number] = passage;
  merged.starts[passage] = textEnd;
}
