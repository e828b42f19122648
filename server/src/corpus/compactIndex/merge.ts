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
  const dictionary = new Dictionary();
  mergePostings(sources, dictionary);

  const merged = allocateSegment({
    textUnits: total(sources, ({ textUnits }) => textUnits),
    passages,
    units: total(sources, ({ wantedUnits }) => wantedUnits),
    keys: dictionary.keys.length,
    postings: dictionary.end,
  });
  copyUnits(sources, merged);
  merged.keys.set(dictionary.keys);
  merged.offsets.set(dictionary.offsets);
  merged.offsets[dictionary.keys.length] = dictionary.end;
  merged.counts.set(dictionary.counts);
  merged.peaks.set(dictionary.peaks);
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
  readonly keys: number[] = [];
  readonly offsets: number[] = [];
  readonly counts: number[] = [];
  readonly peaks: number[] = [];
  postings = new Uint8Array(1 << 20);
  end = 0;

  add(key: number, offset: number, count: number, peak: number): void {
    this.keys.push(key);
    this.offsets.push(offset);
    this.counts.push(count);
    this.peaks.push(peak);
  }

  reserve(bytes: number): void {
    if (this.end + bytes <= this.postings.length) return;
    const longer = new Uint8Array(Math.max(this.end + bytes, this.postings.length * 2));
    longer.set(this.postings.subarray(0, this.end));
    this.postings = longer;
  }
}

const LARGEST_POSTING = postingSize(2 ** 30, 2);

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
      dictionary.reserve((segment.counts[at] ?? 0) * LARGEST_POSTING);
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
