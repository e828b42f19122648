import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';

/** A full-text index by others, over pairs of characters, without which none of them finds a part of a Chinese sentence. */
export interface TextIndex {
  readonly name: string;
  /** Answers how to ask: a term's or a paragraph's passages, as many as there are or at most `most`. */
  build(passages: readonly string[]): { find(term: string): number; alike(text: string, most: number): number };
}

export const miniSearch: TextIndex = {
  name: 'MiniSearch',
  build(passages) {
    const index = new MiniSearch({ fields: ['text'], tokenize: pairsOf, processTerm: (pair) => pair });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return {
      find: (term) => index.search(term, { combineWith: 'AND' }).length,
      alike: (text, most) => index.search(text).slice(0, most).length,
    };
  },
};

export const flexSearch: TextIndex = {
  name: 'FlexSearch',
  build(passages) {
    const index = new Index({ tokenize: 'strict', encode: pairsOf });
    passages.forEach((text, id) => index.add(id, text));
    return {
      find: (term) => index.search(term, { limit: passages.length }).length,
      alike: (text, most) => index.search(text, { limit: most, suggest: true }).length,
    };
  },
};

function pairsOf(text: string): string[] {
  return Array.from(text.matchAll(PAIR), ([, pair]) => pair!);
}

const PAIR = /(?=([\p{L}\p{N}]{2}))/gu;
