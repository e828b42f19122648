import type { Disk } from '../host/disk.node.ts';
import type { Decoded } from '../text/decode.ts';
import { encode } from '../text/encode.ts';
import { type Message, message } from '../text/messages.ts';
import { unwritableMessage } from './failures.ts';

/** A file as it was read. */
export interface ReadBytes {
  readonly bytes: Uint8Array;
  readonly decoded: Extract<Decoded, { ok: true }>;
}

/**
 * A text in the encoding that its file had; `undefined` where that would change what nobody has touched: GB18030 has several
 * codes for a few characters, and a file that uses the rarer ones would change elsewhere too.
 */
export function encodedLike(
  { bytes, decoded: { text: old, encoding, byteOrderMark } }: ReadBytes,
  text: string,
): Uint8Array | undefined {
  const before = encode(old, encoding, byteOrderMark);
  const after = encode(text, encoding, byteOrderMark);
  return before.ok && after.ok && sameBytes(before.bytes, bytes) ? after.bytes : undefined;
}

export function unwritableEncoding(file: string, { decoded: { encoding } }: ReadBytes): Message {
  return message('cli.unwritableEncoding', { file, encoding });
}

/** Puts bytes where the file was. Answers what went wrong, if anything did. */
export async function replaceFile(
  disk: Pick<Disk, 'replace'>,
  { file, path }: { readonly file: string; readonly path: string },
  before: Uint8Array,
  after: Uint8Array,
): Promise<Message | undefined> {
  const result = await disk.replace(path, before, after);
  if (result === 'written') return undefined;
  return result === 'changed' ? message('cli.changedMeanwhile', { file }) : unwritableMessage(file, result);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
