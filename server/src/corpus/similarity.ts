import type { Bigrams } from './bigrams.ts';

/** Weights pairs by how few of `texts` have them: ln(n / df). */
export function rarity(texts: readonly Bigrams[]): (bigram: string) => number {
  const frequency = new Map<string, number>();
  for (const bigrams of texts)
    for (const bigram of bigrams.keys()) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
  return (bigram) => Math.log(texts.length / (frequency.get(bigram) ?? texts.length));
}

/** 0 for nothing in common, 1 for the same pairs as often: the cosine of the weighted, dampened counts. */
export function similarity(a: Bigrams, b: Bigrams, weight: (bigram: string) => number): number {
  let common = 0;
  for (const [bigram, count] of a) {
    const other = b.get(bigram);
    if (other !== undefined) common += damped(count) * damped(other) * weight(bigram) ** 2;
  }
  const norm = Math.sqrt(squared(a, weight) * squared(b, weight));
  return norm > 0 ? common / norm : 0;
}

function squared(bigrams: Bigrams, weight: (bigram: string) => number): number {
  let sum = 0;
  for (const [bigram, count] of bigrams) sum += (damped(count) * weight(bigram)) ** 2;
  return sum;
}

function damped(count: number): number {
  return 1 + Math.log(count);
}
