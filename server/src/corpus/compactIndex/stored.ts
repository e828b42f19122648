import { bytesOf, HEADER_WORDS, headerOf, type Segment, segmentIn, sizeIn } from './segment.ts';
import { textHash } from './textHash.ts';

/** RMRB, as the first word of a file. */
const MAGIC = 0x42_52_4d_52;
/** Grows with each change of what stands where. */
const FORMAT = 1;
const LANES = 4;
const PRIME = 0x01_00_01_93;
const SEED = 0x81_1c_9d_c5;

/** Why a stored segment is not used: it is none, another program made it, or it is not what was written. */
export type Unusable = 'foreign' | 'outdated' | 'damaged';

/**
 * Makes a segment's memory ready to be written to a file as it is. Bytes stand in the order of this machine, where it stays.
 *
 * @param stamp changes with whatever changes how texts are read and normalised
 */
export function seal({ buffer }: Segment, stamp: string): Uint8Array {
  const { first, second } = textHash(stamp);
  headerOf(buffer).set([MAGIC, FORMAT, first, second, ...checksum(buffer)]);
  return new Uint8Array(buffer);
}

/** The segment that was sealed; it is used where it stands, and only its checksum is worked out. */
export function openSealed(buffer: ArrayBufferLike, stamp: string): Segment | Unusable {
  if (buffer.byteLength < HEADER_WORDS * 4) return 'foreign';
  const [magic, format, ...words] = headerOf(buffer);
  if (magic !== MAGIC) return 'foreign';
  const { first, second } = textHash(stamp);
  if (format !== FORMAT || words[0] !== first || words[1] !== second) return 'outdated';
  if (bytesOf(sizeIn(buffer)) !== buffer.byteLength) return 'damaged';
  const [low, high] = checksum(buffer);
  return words[2] === low && words[3] === high ? segmentIn(buffer) : 'damaged';
}

/** Of all words behind the header and of the sizes in it. Several sums at once, since each has to wait for its last step. */
function checksum(buffer: ArrayBufferLike): [low: number, high: number] {
  const words = new Uint32Array(buffer, HEADER_WORDS * 4);
  let [a, b, c, d]: [number, number, number, number] = [SEED, SEED + 1, SEED + 2, SEED + 3];
  let at = 0;
  for (; at + LANES <= words.length; at += LANES) {
    a = Math.imul(a ^ (words[at] ?? 0), PRIME);
    b = Math.imul(b ^ (words[at + 1] ?? 0), PRIME);
    c = Math.imul(c ^ (words[at + 2] ?? 0), PRIME);
    d = Math.imul(d ^ (words[at + 3] ?? 0), PRIME);
    // A product carries upwards only; a turn brings the upper bits down.
    a = (a << 13) | (a >>> 19);
    b = (b << 13) | (b >>> 19);
    c = (c << 13) | (c >>> 19);
    d = (d << 13) | (d >>> 19);
  }
  for (; at < words.length; at++) a = Math.imul(a ^ (words[at] ?? 0), PRIME);
  const { textUnits, passages, units, keys, postings } = sizeIn(buffer);
  for (const size of [textUnits, passages, units, keys, postings]) d = Math.imul(d ^ size, PRIME) ^ (d >>> 15);
  return [(a ^ Math.imul(b, SEED)) >>> 0, (c ^ Math.imul(d, SEED)) >>> 0];
}
