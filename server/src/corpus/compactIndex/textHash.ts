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
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, PRIMES[0]);
    second = Math.imul(second ^ unit, PRIMES[1]);
    second ^= second >>> 15;
  }
  return { first: first >>> 0, second: second >>> 0, length: text.length };
}

/** One number for a map's key: 53 of the bits. */
export function hashKey(first: number, second: number): number {
  return first * 0x20_00_00 + (second >>> 11);
}
