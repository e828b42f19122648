import { recordsOf } from '../statement/document.ts';
import type { Corpus } from './corpus.ts';

/** UTF-16 units that are looked through, which takes a few milliseconds: enough to tell common words from rare ones. */
const SAMPLE = 4_000_000;

/** How often words that begin with `start` are printed in a part of the corpus; those that are not found are left out. */
export function termCounts(corpus: Corpus, start: string, words: readonly string[]): ReadonlyMap<string, number> {
  const sought = new Set(words);
  const lengths = [...new Set(words.map(({ length }) => length))];
  const counts = new Map<string, number>();
  if (sought.size === 0 || start === '') return counts;
  let left = SAMPLE;
  for (const { document } of corpus.documents()) {
    for (const { text } of recordsOf(document)) {
      for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
        for (const length of lengths) {
          const word = text.slice(at, at + length);
          if (sought.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
      left -= text.length;
      if (left <= 0) return counts;
    }
  }
  return counts;
}
