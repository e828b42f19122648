import { wordUnits } from '../bigrams.ts';

/** Two neighbouring UTF-16 units as one number, the first in the upper 16 bits. */
export function pairOf(first: number, second: number): number {
  return first * 0x1_00_00 + second;
}

/** The pairs of word characters of a stretch of text, in order. */
export function pairsIn(text: ArrayLike<number>, start: number, end: number): number[] {
  const isWord = wordUnits();
  const pairs: number[] = [];
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text[at] ?? 0;
    const isInWord = isWord[unit] === 1;
    if (isInWord && before) pairs.push(pairOf(before, unit));
    before = isInWord ? unit : 0;
  }
  return pairs;
}

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
