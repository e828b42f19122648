import { once } from '../text/once.ts';

/** How often each pair of neighbouring characters of a text occurs; pairs with punctuation are left out. */
export type Bigrams = ReadonlyMap<string, number>;

export function bigramsOf(text: string): Bigrams {
  const isWord = wordUnits();
  const bigrams = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    if (isWord[text.charCodeAt(at)] === 0 || isWord[text.charCodeAt(at + 1)] === 0) continue;
    const pair = text.slice(at, at + 2);
    bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1);
  }
  return bigrams;
}

/** By UTF-16 unit: 1 for a letter, a digit or a Chinese character of the basic plane, otherwise 0. */
export const wordUnits = once(() => {
  const isWord = new Uint8Array(0x1_00_00);
  for (let unit = 0; unit < isWord.length; unit++) {
    if (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) isWord[unit] = 1;
  }
  return isWord;
});
