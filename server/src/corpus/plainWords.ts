import { once } from '../text/once.ts';
import { resource } from '../text/resources.ts';

/** What a word does in official prose, whatever it speaks of. */
export type WordKind = 'function' | 'framing' | 'general';

const kinds = once((): ReadonlyMap<string, WordKind> => {
  const words = resource('dictionaries/plain-words');
  const all = (['general', 'framing', 'function'] as const).flatMap((kind) =>
    words[kind].map((word) => [word, kind] as const),
  );
  return new Map(all);
});

/**
 * `function` words begin or end no term. `framing` ones tell in what respect something is spoken of, and may be left out
 * at either end of a term: 阿富汗局势 and 解决阿富汗问题 are on 阿富汗. `general` ones go with any subject too, but may belong to its
 * name: where nothing but these is shared, nothing is. All others say what they are about.
 */
export function kindOf(word: string): WordKind | 'own' {
  return kinds().get(word) ?? 'own';
}
