import type { Bigrams } from './bigrams.ts';

/** How soon more of the same tells no more; the customary value. */
const BM25_K1 = 1.2;
/** How much a long passage is held against it; the customary value. */
const BM25_B = 0.75;
/** A pair counts at most this often in one passage, so that an index can keep the count in three bits. */
const MOST_COUNTED = 7;

/** What one pair is worth that `frequency` of `all` passages have. */
function bm25Weight(frequency: number, all: number): number {
  return Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
}

/**
 * What a passage gets for having one pair `count` times. `length` is that of the passage and `mean` that of all, both the
 * number of their pairs, each counted as often as {@link MOST_COUNTED} allows.
 */
function bm25Share(count: number, length: number, mean: number): number {
  const times = Math.min(count, MOST_COUNTED);
  return (times * (BM25_K1 + 1)) / (times + BM25_K1 * (1 - BM25_B + (BM25_B * length) / mean));
}

/** The positions of the `most` best of `texts`, best first; of two that are as good, the earlier one. Each wanted pair counts once. */
export function bestByBm25(
  wanted: Bigrams,
  texts: readonly Bigrams[],
  most: number,
): { readonly position: number; readonly score: number }[] {
  const lengths = texts.map(lengthOf);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  const weights = [...wanted.keys()].map((pair) => {
    const frequency = texts.reduce((sum, text) => sum + (text.has(pair) ? 1 : 0), 0);
    return [pair, bm25Weight(frequency, texts.length)] as const;
  });
  return texts
    .map((text, position) => {
      let score = 0;
      for (const [pair, weight] of weights) {
        const count = text.get(pair);
        if (count !== undefined) score += weight * bm25Share(count, lengths[position] ?? 0, mean);
      }
      return { position, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, most);
}

function lengthOf(bigrams: Bigrams): number {
  let length = 0;
  for (const count of bigrams.values()) length += Math.min(count, MOST_COUNTED);
  return length;
}
