/** Two sums of 32 bits and the length of a text: the same for the same text, and hardly ever for another. */
export interface TextHash {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

const SEEDS = [0x81_1c_9d_c5, 0x9e_37_79_b9] as const;
const PRIMES = [0x01_00_01_93, 0x85_eb_ca_6b] as const;

export function textHash(text: string): TextHash {
  let [first, second]: [number, number] = [...SEEDS];
  const { length } = text;
  // Two units a step; behind an odd last one stands nothing, which the length tells from a unit that is 0.
  for (let at = 0; at < length; at += 2) {
    const units = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
    first = Math.imul(first ^ units, PRIMES[0]);
    first ^= first >>> 15;
    second = Math.imul(second ^ units, PRIMES[1]);
    second ^= second >>> 13;
  }
  return { first: first >>> 0, second: second >>> 0, length };
}

/** One number for a map's key: 53 of the bits. */
export function hashKey(first: number, second: number): number {
  return first * 0x20_00_00 + (second >>> 11);
}
