import { isAscii, isUtf8, transcode } from 'node:buffer';
import type { Utf8Reader } from '../text/decode.ts';

/**
 * Several times as fast as a TextDecoder on Chinese text, which makes a string character by character; here the bytes are
 * checked and turned into UTF-16 many at a time.
 */
export const readUtf8: Utf8Reader = (bytes) => {
  if (!isUtf8(bytes)) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Half the memory, and what most configuration files are.
  if (isAscii(buffer)) return buffer.toString('latin1');
  return transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
};
