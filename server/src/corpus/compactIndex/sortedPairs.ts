import { wordUnits } from '../bigrams.ts';
import { pairOf } from './pairs.ts';

const UNITS = 0x1_00_00;

/**
 * The pairs of word characters of a text with the passages that they stand in, sorted by pair, those of one pair in the order
 * of the text. They are dealt out by their second characters, and then by their first ones: to walk through memory in order
 * twice costs less than to look each pair up in a table of all.
 */
export class SortedPairs {
  readonly #isWord = wordUnits();
  /** By character: how many pairs begin or end with it, and then where the next one goes. */
  readonly #byFirst = new Uint32Array(UNITS);
  readonly #bySecond = new Uint32Array(UNITS);
  /** A pair and its passage side by side, by the second characters. */
  #dealt: Uint32Array = new Uint32Array(0);
  /** The same sorted. */
  #sorted: Uint32Array = new Uint32Array(0);
  #length = 0;

  /** @param starts where each passage starts in `text`, and where the last one ends */
  sort(text: Uint16Array, starts: readonly number[]): void {
    if (this.#sorted.length < text.length * 2) {
      this.#dealt = new Uint32Array(text.length * 2);
      this.#sorted = new Uint32Array(text.length * 2);
    }
    this.#count(text, starts);
    this.#dealBySecond(text, starts);
    this.#dealByFirst();
  }

  /** Tells of each pair, and then of each passage that has it, how often. */
  forEach(ofPair: (pair: number) => void, ofPassage: (passage: number, count: number) => void): void {
    const entries = this.#sorted;
    const end = this.#length * 2;
    for (let at = 0; at < end; ) {
      const pair = entries[at] ?? 0;
      ofPair(pair);
      while (at < end && entries[at] === pair) {
        const passage = entries[at + 1] ?? 0;
        const first = at;
        do at += 2;
        while (at < end && entries[at] === pair && entries[at + 1] === passage);
        ofPassage(passage, (at - first) / 2);
      }
    }
  }

  #count(text: Uint16Array, starts: readonly number[]): void {
    const isWord = this.#isWord;
    const byFirst = this.#byFirst.fill(0);
    const bySecond = this.#bySecond.fill(0);
    for (let passage = 0; passage + 1 < starts.length; passage++) {
      const end = starts[passage + 1] ?? 0;
      let before = 0;
      for (let at = starts[passage] ?? 0; at < end; at++) {
        const unit = text[at] ?? 0;
        const isInWord = isWord[unit] === 1;
        if (isInWord && before !== 0) {
          byFirst[before] = (byFirst[before] ?? 0) + 1;
          bySecond[unit] = (bySecond[unit] ?? 0) + 1;
        }
        before = isInWord ? unit : 0;
      }
    }
    this.#length = placesOf(byFirst);
    placesOf(bySecond);
  }

  #dealBySecond(text: Uint16Array, starts: readonly number[]): void {
    const isWord = this.#isWord;
    const next = this.#bySecond;
    const dealt = this.#dealt;
    for (let passage = 0; passage + 1 < starts.length; passage++) {
      const end = starts[passage + 1] ?? 0;
      let before = 0;
      for (let at = starts[passage] ?? 0; at < end; at++) {
        const unit = text[at] ?? 0;
        const isInWord = isWord[unit] === 1;
        if (isInWord && before !== 0) {
          const place = next[unit] ?? 0;
          next[unit] = place + 1;
          dealt[place * 2] = pairOf(before, unit);
          dealt[place * 2 + 1] = passage;
        }
        before = isInWord ? unit : 0;
      }
    }
  }

  #dealByFirst(): void {
    const next = this.#byFirst;
    const dealt = this.#dealt;
    const sorted = this.#sorted;
    const end = this.#length * 2;
    for (let at = 0; at < end; at += 2) {
      const pair = dealt[at] ?? 0;
      const place = next[pair >>> 16] ?? 0;
      next[pair >>> 16] = place + 1;
      sorted[place * 2] = pair;
      sorted[place * 2 + 1] = dealt[at + 1] ?? 0;
    }
  }
}

/** Makes of counts the place where the first of each goes; answers how many there are. */
function placesOf(counts: Uint32Array): number {
  let place = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    counts[at] = place;
    place += count;
  }
  return place;
}
