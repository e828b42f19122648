/** How the bytes of a file are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      /** Whether the bytes began with a byte order mark, which `text` leaves out. */
      readonly byteOrderMark: boolean;
    }
  | {
      readonly ok: false;
      /**
       * Offset in bytes of the first character that cannot be read: where the encoding is a guess, the one that neither
       * UTF-8 nor GB18030 gets past. A character cut off by the end of the file cannot be read either.
       */
      readonly badByte: number;
    };

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of bytes that are UTF-8, byte order mark included; `undefined` where they are not. */
export type Utf8Reader = (bytes: Uint8Array) => string | undefined;

/**
 * Reads bytes as what their byte order mark says, else as UTF-8, else as GB18030; `encoding` skips the guess. `readUtf8`
 * is for hosts that know a quicker way than the one that every host has.
 */
export function decode(
  bytes: Uint8Array,
  encoding: Encoding | 'auto' = 'auto',
  readUtf8: Utf8Reader = (all) => textIn(all, 'utf-8'),
): Decoded {
  const candidates = encoding === 'auto' ? candidatesFor(bytes) : [encoding];
  for (const candidate of candidates) {
    const text = candidate === 'utf-8' ? readUtf8(bytes) : textIn(bytes, candidate);
    if (text === undefined) continue;
    const byteOrderMark = text.startsWith(BYTE_ORDER_MARK);
    return { ok: true, text: byteOrderMark ? text.slice(1) : text, encoding: candidate, byteOrderMark };
  }
  return { ok: false, badByte: Math.max(...candidates.map((candidate) => refusedAt(bytes, candidate))) };
}

function candidatesFor(bytes: Uint8Array): Encoding[] {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function textIn(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // A refusal is a TypeError; anything else says that the text is longer than a string can be.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const LONGEST_CHARACTER = 4;
const LONGEST_STEP = 1 << 16;

/**
 * Where a decoder that says only that something is wrong stops: steps from one character border to the next, with
 * shorter steps as they begin to fail, so that the answer is the decoder's own and takes linear time.
 */
function refusedAt(bytes: Uint8Array, encoding: Encoding): number {
  let border = 0;
  let step = LONGEST_STEP;
  while (border < bytes.length) {
    const next = borderBehind(bytes, encoding, border, Math.min(bytes.length, border + step));
    if (next > border) border = next;
    else if (step > LONGEST_CHARACTER) step >>= 1;
    else break;
  }
  return border;
}

/** The last border between characters up to `limit`, or `from` where the bytes between cannot be read. */
function borderBehind(bytes: Uint8Array, encoding: Encoding, from: number, limit: number): number {
  for (let end = limit; end > from && end > limit - LONGEST_CHARACTER; end--) {
    if (textIn(bytes.subarray(from, end), encoding) !== undefined) return end;
  }
  return from;
}
