/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 on, below `limit`. */
  below(limit: number): number;
  of<Item>(items: readonly Item[]): Item;
}

/** Mulberry32: 32 bits of state are plenty for a text that only has to be uneven. */
export function randomNumbers(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, of: (items) => items[below(items.length)]! };
}
