import { pairsIn } from './pairs.ts';
import { PostingReader } from './postings.ts';
import { HASH_WORDS, keyIndex, passageCount, type Segment, unitCount } from './segment.ts';
import { hashKey, type TextHash } from './textHash.ts';

/** Where so many of a segment's units have changed hands, counting anew costs less than taking off. */
const MOST_TAKEN_OFF = 0.05;

/**
 * A segment of which some passages no longer count: those of units that nobody owns, since the record was changed or
 * deleted. An owner finds his unit by the hash of the record's text, so that a record that comes back, after an undo or
 * from a file that was closed, or a program that was started again, is there at once.
 */
export class LiveSegment<Owner> {
  readonly segment: Segment;
  /** By passage: 1 where it counts. */
  readonly alive: Uint8Array;
  /** Of the passages that count. */
  passages = 0;
  /** Of the records that have such passages. */
  records = 0;
  length = 0;
  readonly #owners: (Owner | undefined)[];
  /** Units by {@link hashKey}, first of several. */
  readonly #byHash = new Map<number, number>();
  /** By unit: the next one with the same key, or -1. */
  readonly #nextOfHash: Int32Array;
  /** By unit: whether its passages are among those of {@link #frequencies}. */
  readonly #isCounted: Uint8Array;
  /** Units that changed hands since. */
  readonly #uncounted = new Set<number>();
  /** How many passages have each pair; the segment's own counts as long as nothing was taken off. */
  #frequencies: Uint32Array;

  constructor(segment: Segment) {
    const units = unitCount(segment);
    this.segment = segment;
    this.alive = new Uint8Array(passageCount(segment));
    this.#owners = Array.from({ length: units }, () => undefined);
    this.#nextOfHash = new Int32Array(units).fill(-1);
    this.#isCounted = new Uint8Array(units).fill(1);
    this.#frequencies = segment.counts;
    for (let unit = units - 1; unit >= 0; unit--) {
      const key = hashKey(segment.hashes[unit * HASH_WORDS] ?? 0, segment.hashes[unit * HASH_WORDS + 1] ?? 0);
      this.#nextOfHash[unit] = this.#byHash.get(key) ?? -1;
      this.#byHash.set(key, unit);
      this.#uncounted.add(unit);
    }
  }

  get allUnits(): number {
    return this.#owners.length;
  }

  owners(): Owner[] {
    return this.#owners.filter((owner) => owner !== undefined);
  }

  owner(unit: number): Owner | undefined {
    return this.#owners[unit];
  }

  /** Gives a unit made of such a text to `owner`; `undefined` where all there are have one. */
  claim(hash: TextHash, owner: Owner): number | undefined {
    const { hashes } = this.segment;
    for (let unit = this.#byHash.get(hashKey(hash.first, hash.second)) ?? -1; unit >= 0; ) {
      const at = unit * HASH_WORDS;
      const isSame = hashes[at] === hash.first && hashes[at + 1] === hash.second && hashes[at + 2] === hash.length;
      if (isSame && this.#owners[unit] === undefined) {
        this.#owners[unit] = owner;
        this.#changedHands(unit, 1);
        return unit;
      }
      unit = this.#nextOfHash[unit] ?? -1;
    }
    return undefined;
  }

  release(unit: number): void {
    this.#owners[unit] = undefined;
    this.#changedHands(unit, 0);
  }

  /** How many passages that count have the pair at `key`, which is its place among the segment's keys. */
  frequency(key: number): number {
    if (this.#uncounted.size <= this.#owners.length * MOST_TAKEN_OFF) {
      this.#count();
      return this.#frequencies[key] ?? 0;
    }
    const { postings, offsets } = this.segment;
    const reader = new PostingReader();
    reader.open(postings, offsets[key] ?? 0, offsets[key + 1] ?? 0);
    let frequency = 0;
    while (reader.next()) frequency += this.alive[reader.passage] ?? 0;
    return frequency;
  }

  /** 1 for each unit that has an owner, 0 for the others. */
  wanted(): Uint8Array {
    return Uint8Array.from(this.#owners, (owner) => (owner === undefined ? 0 : 1));
  }

  #changedHands(unit: number, alive: 0 | 1): void {
    const { units, lengths } = this.segment;
    const [first, end] = [units[unit] ?? 0, units[unit + 1] ?? 0];
    this.alive.fill(alive, first, end);
    const sign = alive ? 1 : -1;
    if (end > first) this.records += sign;
    this.passages += sign * (end - first);
    for (let passage = first; passage < end; passage++) this.length += sign * (lengths[passage] ?? 0);
    if (this.#isCounted[unit] === alive) this.#uncounted.delete(unit);
    else this.#uncounted.add(unit);
  }

  #count(): void {
    if (this.#uncounted.size === 0) return;
    if (this.#frequencies === this.segment.counts) this.#frequencies = this.segment.counts.slice();
    for (const unit of this.#uncounted) {
      const isAlive = this.#owners[unit] !== undefined;
      this.#isCounted[unit] = isAlive ? 1 : 0;
      for (const key of this.#keysOf(unit)) this.#frequencies[key] = (this.#frequencies[key] ?? 0) + (isAlive ? 1 : -1);
    }
    this.#uncounted.clear();
  }

  /** The places of the pairs of a unit, each once for each of its passages. */
  *#keysOf(unit: number): Generator<number> {
    const { segment } = this;
    const { units, starts, text } = segment;
    for (let passage = units[unit] ?? 0; passage < (units[unit + 1] ?? 0); passage++) {
      const pairs = pairsIn(text, starts[passage] ?? 0, starts[passage + 1] ?? 0);
      for (const pair of new Set(pairs)) yield keyIndex(segment, pair);
    }
  }
}
