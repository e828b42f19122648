/**
 * Passages in the form in which they are searched, all in one piece of memory: it can be shared between threads, written to a file
 * and used where it was read, without taking anything apart. Never changes once it is built. What belongs together, the
 * passages of one record, is a *unit*, and is known by the hash of the record's text.
 */
export interface Segment {
  readonly buffer: ArrayBufferLike;
  /** The normalised passages, one behind the other, in UTF-16. */
  readonly text: Uint16Array;
  /** Where each passage starts in `text`, and where the last one ends. */
  readonly starts: Uint32Array;
  /** How many pairs each passage has, as BM25 counts them. */
  readonly lengths: Uint32Array;
  /** The first passage of each unit, and behind the last one, how many passages there are. */
  readonly units: Uint32Array;
  /** Three numbers for each unit: see {@link TextHash}. */
  readonly hashes: Uint32Array;
  /** The pairs of characters, ascending: the first in the upper 16 bits, the second in the lower. */
  readonly keys: Uint32Array;
  /** Where the postings of each pair start, and where those of the last one end. */
  readonly offsets: Uint32Array;
  /** How many passages have each pair. */
  readonly counts: Uint32Array;
  /** How often each pair occurs in the passage that has it most often, as BM25 counts. */
  readonly peaks: Uint8Array;
  /** Which passages have a pair, and how often: see postings.ts. */
  readonly postings: Uint8Array;
}

/** How much of everything there is. */
export interface SegmentSize {
  readonly textUnits: number;
  readonly passages: number;
  readonly units: number;
  readonly keys: number;
  readonly postings: number;
}

export const HASH_WORDS = 3;
/** Magic, format, two words of the program's stamp, two words of checksum, {@link SegmentSize}, and room for more. */
export const HEADER_WORDS = 16;
const SIZE_AT = 6;

/** A page that is not isolated from others has no memory that its threads could share, or may not pass it on. */
const canShare =
  typeof SharedArrayBuffer === 'function' &&
  (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated !== false;

/** An empty segment of that size, to be filled. */
export function allocateSegment(size: SegmentSize): Segment {
  const bytes = bytesOf(size);
  const buffer = canShare ? sharedMemory(bytes) : new ArrayBuffer(bytes);
  const { textUnits, passages, units, keys, postings } = size;
  headerOf(buffer).set([textUnits, passages, units, keys, postings], SIZE_AT);
  return segmentIn(buffer);
}

/** Engines that know no such buffers make others. */
const GrowableBuffer = globalThis.SharedArrayBuffer as new (
  length: number,
  options: { maxByteLength: number },
) => SharedArrayBuffer;

/**
 * Memory that the threads have together, so that they need no copies. What may grow is memory of its own, which goes back to the
 * system at once when nobody has it any more; other memory stays with the process that has asked for it.
 */
export function sharedMemory(bytes: number): SharedArrayBuffer {
  return new GrowableBuffer(bytes, { maxByteLength: bytes });
}

/** The segment that a buffer holds; it must be one, whole: see stored.ts. */
export function segmentIn(buffer: ArrayBufferLike): Segment {
  const { textUnits, passages, units, keys, postings } = sizeIn(buffer);
  let at = HEADER_WORDS * 4;
  const words = (length: number): Uint32Array => {
    const start = at;
    at += length * 4;
    return new Uint32Array(buffer, start, length);
  };
  const [starts, lengths, unitStarts] = [words(passages + 1), words(passages), words(units + 1)];
  const [hashes, pairs, offsets, counts] = [words(units * HASH_WORDS), words(keys), words(keys + 1), words(keys)];
  const text = new Uint16Array(buffer, at, textUnits);
  at += textUnits * 2;
  const peaks = new Uint8Array(buffer, at, keys);
  at += keys;
  const postingBytes = new Uint8Array(buffer, at, postings);
  return {
    buffer,
    text,
    starts,
    lengths,
    units: unitStarts,
    hashes,
    keys: pairs,
    offsets,
    counts,
    peaks,
    postings: postingBytes,
  };
}

export function headerOf(buffer: ArrayBufferLike): Uint32Array {
  return new Uint32Array(buffer, 0, HEADER_WORDS);
}

export function sizeIn(buffer: ArrayBufferLike): SegmentSize {
  const [textUnits = 0, passages = 0, units = 0, keys = 0, postings = 0] = headerOf(buffer).subarray(SIZE_AT);
  return { textUnits, passages, units, keys, postings };
}

/** In whole words, so that a checksum can be taken of them. */
export function bytesOf({ textUnits, passages, units, keys, postings }: SegmentSize): number {
  const words = HEADER_WORDS + (2 * passages + 1) + (units + 1) + units * HASH_WORDS + (3 * keys + 1);
  const bytes = words * 4 + textUnits * 2 + keys + postings;
  return Math.ceil(bytes / 4) * 4;
}

export function passageCount({ lengths }: Segment): number {
  return lengths.length;
}

export function unitCount({ units }: Segment): number {
  return units.length - 1;
}

/** The unit that holds a passage. */
export function unitOfPassage({ units }: Segment, passage: number): number {
  let low = 0;
  let high = units.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((units[middle] ?? 0) <= passage) low = middle;
    else high = middle;
  }
  return low;
}

/** A passage's normalised text. */
export function passageText({ text, starts }: Segment, passage: number): string {
  return textOf(text, starts[passage] ?? 0, starts[passage + 1] ?? 0);
}

const MOST_ARGUMENTS = 8192;

function textOf(units: Uint16Array, start: number, end: number): string {
  if (end - start <= MOST_ARGUMENTS) return String.fromCharCode.apply(null, units.subarray(start, end) as never);
  let text = '';
  for (let at = start; at < end; at += MOST_ARGUMENTS) text += textOf(units, at, Math.min(at + MOST_ARGUMENTS, end));
  return text;
}

/** Where a pair is among the keys; -1 where no passage has it. */
export function keyIndex({ keys }: Segment, pair: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const key = keys[middle] ?? 0;
    if (key === pair) return middle;
    if (key < pair) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
