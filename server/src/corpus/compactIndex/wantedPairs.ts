import type { Bigrams } from '../bigrams.ts';
import { bm25Share, bm25Weight, MOST_COUNTED } from '../bm25.ts';
import { pairOf } from './pairs.ts';

/** What is being asked for: the pairs of a text, and what each is worth. */
export class WantedPairs {
  /** In the order in which they first occur, in which their shares are added up: sums of fractions depend on it. */
  readonly pairs: Uint32Array;
  readonly weights: Float64Array;
  /** The mean length of a passage. */
  mean = 0;
  /** By slot: a pair's number plus one. */
  readonly #slots: Int32Array;
  /** By number: how often the passage at hand has the pair. */
  readonly #counts: Uint8Array;

  constructor(bigrams: Bigrams) {
    this.pairs = Uint32Array.from(bigrams.keys(), (pair) => pairOf(pair.charCodeAt(0), pair.charCodeAt(1)));
    this.weights = new Float64Array(this.pairs.length);
    this.#counts = new Uint8Array(this.pairs.length);
    let slots = 16;
    while (slots < this.pairs.length * 4) slots *= 2;
    this.#slots = new Int32Array(slots);
    this.pairs.forEach((pair, number) => (this.#slots[this.#slotOf(pair)] = number + 1));
  }

  /** Says how many passages have each pair, how many there are and what their mean length is. */
  weigh(frequencies: Uint32Array, all: number, mean: number): void {
    frequencies.forEach((frequency, number) => (this.weights[number] = bm25Weight(frequency, all)));
    this.mean = mean;
  }

  /** Adds one to the frequency of each pair that a passage has. */
  countIn(text: Uint16Array, frequencies: Uint32Array): void {
    this.#count(text, 0, text.length).forEach((count, number) => {
      if (count > 0) frequencies[number] = (frequencies[number] ?? 0) + 1;
    });
  }

  /** The exact score of a passage. */
  score(text: Uint16Array, start: number, end: number, length: number): number {
    const counts = this.#count(text, start, end);
    let score = 0;
    for (let number = 0; number < counts.length; number++) {
      const count = counts[number] ?? 0;
      if (count > 0) score += (this.weights[number] ?? 0) * bm25Share(count, length, this.mean);
    }
    return score;
  }

  #count(text: Uint16Array, start: number, end: number): Uint8Array {
    const counts = this.#counts.fill(0);
    let before = text[start] ?? 0;
    for (let at = start + 1; at < end; at++) {
      const unit = text[at] ?? 0;
      const number = (this.#slots[this.#slotOf(pairOf(before, unit))] ?? 0) - 1;
      if (number >= 0 && (counts[number] ?? 0) < MOST_COUNTED) counts[number] = (counts[number] ?? 0) + 1;
      before = unit;
    }
    return counts;
  }

  /** The slot that holds a pair, or an empty one. */
  #slotOf(pair: number): number {
    const mask = this.#slots.length - 1;
    const scattered = Math.imul(pair, SCATTER);
    for (let at = (scattered ^ (scattered >>> 15)) & mask; ; at = (at + 1) & mask) {
      const number = this.#slots[at] ?? 0;
      if (number === 0 || this.pairs[number - 1] === pair) return at;
    }
  }
}

const SCATTER = 0x9e_37_79_b1;
