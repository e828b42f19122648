/**
 * The passages that have a pair, ascending. Each is written as the distance to the one before (the first one to -1), doubled,
 * plus one where the passage has the pair more than once: seven bits a byte, the lowest first, the eighth bit saying that there is
 * more. Where it is odd, a byte follows that says how often, at most {@link MOST_COUNTED}.
 */
import { MOST_COUNTED } from '../bm25.ts';

/** How many bytes a posting takes. */
export function postingSize(distance: number, count: number): number {
  const value = distance * 2;
  const more = count > 1 ? 1 : 0;
  return (value < 0x80 ? 1 : value < 0x40_00 ? 2 : value < 0x20_00_00 ? 3 : value < 0x10_00_00_00 ? 4 : 5) + more;
}

/** Writes a posting at `at`; answers where the next one goes. */
export function writePosting(bytes: Uint8Array, at: number, distance: number, count: number): number {
  let value = distance * 2 + (count > 1 ? 1 : 0);
  let next = at;
  while (value > 0x7f) {
    bytes[next++] = (value & 0x7f) | 0x80;
    value >>>= 7;
  }
  bytes[next++] = value;
  if (count > 1) bytes[next++] = Math.min(count, MOST_COUNTED);
  return next;
}

/** Reads postings one after the other. The loops that must be fast have this written out: see alike.ts. */
export class PostingReader {
  passage = -1;
  count = 0;
  #at = 0;
  #end = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  /** Starts at the postings between two offsets. */
  open(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.passage = -1;
  }

  /** Goes on to the next posting; `false` behind the last one. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const bytes = this.#bytes;
    let byte = bytes[this.#at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    this.passage += value >>> 1;
    this.count = value & 1 ? (bytes[this.#at++] ?? 0) : 1;
    return true;
  }
}
