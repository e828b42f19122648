import type { Markup } from '../corpus/markups.ts';

/** A parser, as an editor uses it. */
export interface Peer {
  readonly name: string;
  readonly markup: Markup;
  /** Whole text → tree → symbols; answers how many, so that nothing can be left out. */
  load(): Promise<LoadedPeer>;
}

interface LoadedPeer {
  parse(text: string): number | Promise<number>;
  /** Opens a text; each call of the answer types a character at `at`, or deletes it again, and brings the symbols up to date. */
  open(text: string, at: number): Typist | Promise<Typist>;
}

/** Answers how many symbols there are. */
type Typist = () => number | Promise<number>;

export const TYPED = '人';

/** For what a parser needs of an edit: each call alternates between typing and deleting. */
export function typing(text: string, at: number): () => { readonly text: string; readonly isTyped: boolean } {
  const before = text.slice(0, at);
  const behind = text.slice(at);
  let isTyped = false;
  return () => {
    isTyped = !isTyped;
    return { text: before + (isTyped ? TYPED : '') + behind, isTyped };
  };
}
