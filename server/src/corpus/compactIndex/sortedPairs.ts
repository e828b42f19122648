import { pairOf } from './pairs.ts';

/** Of how many bits a pass sorts: so many places can be written to at once without going far for each. */
const DIGIT = 9;

/**
 * The pairs of word characters of a text with the passages that they stand in, sorted by pair, those of one pair in the order
 * of the text. Sorting digit by digit walks through memory in order, which tables of millions of pairs do not.
 */
export class SortedPairs {
  /** The word characters that occur, ascending. */
  #characters: number[] = [];
  /** By UTF-16 unit: its place among {@link #characters}, plus one. */
  readonly #ranks = new Uint32Array(0x1_00_00);
  #length = 0;
  #pairs: Uint32Array = new Uint32Array(0);
  #passages: Uint32Array = new Uint32Array(0);
  #otherPairs: Uint32Array = new Uint32Array(0);
  #otherPassages: Uint32Array = new Uint32Array(0);

  /**
   * @param starts where each passage starts in `text`, and where the last one ends
   * @param occurs by UTF-16 unit: 1 for word characters of the text, 0 for all others
   */
  sort(text: Uint16Array, starts: readonly number[], occurs: Uint8Array): void {
    this.#characters = [];
    occurs.forEach((isThere, unit) => (this.#ranks[unit] = isThere ? this.#characters.push(unit) : 0));
    this.#reserve(text.length);
    this.#collect(text, starts);
    const largest = this.#characters.length ** 2;
    for (let shift = 0; 2 ** shift < largest; shift += DIGIT) this.#sortBy(shift);
  }

  /** Tells of each pair, and then of each passage that has it, how often. */
  forEach(ofPair: (pair: number) => void, ofPassage: (passage: number, count: number) => void): void {
    const pairs = this.#pairs;
    const passages = this.#passages;
    const length = this.#length;
    const { length: radix } = this.#characters;
    for (let at = 0; at < length; ) {
      const ranks = pairs[at] ?? 0;
      ofPair(pairOf(this.#characters[Math.floor(ranks / radix)] ?? 0, this.#characters[ranks % radix] ?? 0));
      while (at < length && pairs[at] === ranks) {
        const passage = passages[at] ?? 0;
        const first = at++;
        while (at < length && passages[at] === passage && pairs[at] === ranks) at++;
        ofPassage(passage, at - first);
      }
    }
  }

  #reserve(length: number): void {
    if (length <= this.#pairs.length) return;
    this.#pairs = new Uint32Array(length);
    this.#passages = new Uint32Array(length);
    this.#otherPairs = new Uint32Array(length);
    this.#otherPassages = new Uint32Array(length);
  }

  #collect(text: Uint16Array, starts: readonly number[]): void {
    const ranks = this.#ranks;
    const pairs = this.#pairs;
    const passages = this.#passages;
    const { length: radix } = this.#characters;
    let length = 0;
    for (let passage = 0; passage + 1 < starts.length; passage++) {
      const end = starts[passage + 1] ?? 0;
      let before = 0;
      for (let at = starts[passage] ?? 0; at < end; at++) {
        const rank = ranks[text[at] ?? 0] ?? 0;
        if (rank !== 0 && before !== 0) {
          pairs[length] = (before - 1) * radix + rank - 1;
          passages[length++] = passage;
        }
        before = rank;
      }
    }
    this.#length = length;
  }

  /** Sorts by one digit and leaves those with the same one in their order. */
  #sortBy(shift: number): void {
    const pairs = this.#pairs;
    const passages = this.#passages;
    const sortedPairs = this.#otherPairs;
    const sortedPassages = this.#otherPassages;
    const length = this.#length;
    const mask = (1 << DIGIT) - 1;
    const next = new Uint32Array(mask + 2);
    for (let at = 0; at < length; at++) {
      const digit = ((pairs[at] ?? 0) >>> shift) & mask;
      next[digit + 1] = (next[digit + 1] ?? 0) + 1;
    }
    for (let digit = 1; digit <= mask; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
    for (let at = 0; at < length; at++) {
      const pair = pairs[at] ?? 0;
      const digit = (pair >>> shift) & mask;
      const place = next[digit] ?? 0;
      next[digit] = place + 1;
      sortedPairs[place] = pair;
      sortedPassages[place] = passages[at] ?? 0;
    }
    [this.#pairs, this.#otherPairs] = [sortedPairs, pairs];
    [this.#passages, this.#otherPassages] = [sortedPassages, passages];
  }
}
