/** How often each pair of neighbouring characters of a text occurs; pairs with punctuation are left out. */
export type Bigrams = ReadonlyMap<string, number>;

const WORD_CHARACTERS = /^[\p{L}\p{N}]{2}$/u;

export function bigramsOf(text: string): Bigrams {
  const bigrams = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (WORD_CHARACTERS.test(pair)) bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1);
  }
  return bigrams;
}
