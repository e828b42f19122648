/** How the bytes of a file are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; /** Whether the bytes began with a byte order mark, which `text` leaves out. */ readonly byteOrderMark: boolean }
  | { readonly ok: false; /** Offset in bytes of the first one that neither UTF-8 nor GB18030 allows. */ readonly badByte: number };

/** Reads bytes as what their byte order mark says, else as UTF-8, else as GB18030; `encoding` skips the guess. */
export function decode(bytes: Uint8Array, encoding: Encoding | 'auto' = 'auto'): Decoded {
  throw new Error('pending');
}
