import type { Encoding } from './decode.ts';

export type Encoded =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false /** UTF-16 offset of the first character that the encoding cannot express. */;
      readonly badCharacter: number;
    };

/** The bytes that `decode` reads as this text. */
export function encode(text: string, encoding: Encoding, byteOrderMark: boolean): Encoded {
  const badCharacter = text.search(/\p{Surrogate}/u);
  if (badCharacter >= 0) return { ok: false, badCharacter };
  const whole = byteOrderMark ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return { ok: true, bytes: new TextEncoder().encode(whole) };
    case 'utf-16le':
      return { ok: true, bytes: utf16(whole, true) };
    case 'utf-16be':
      return { ok: true, bytes: utf16(whole, false) };
    case 'gb18030':
      return gb18030(whole, whole.length - text.length);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function gb18030(text: string, lead: number): Encoded {
  const codes = gb18030Codes();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    const code =
      point < FIRST_SUPPLEMENTARY
        ? (codes[point] ?? 0)
        : fourBytes(point - FIRST_SUPPLEMENTARY + SUPPLEMENTARY_POINTER);
    if (code === 0) return { ok: false, badCharacter: at - lead };
    if (code > 0xffff) {
      bytes[length++] = code >>> 24;
      bytes[length++] = (code >>> 16) & 0xff;
    }
    bytes[length++] = (code >>> 8) & 0xff;
    bytes[length++] = code & 0xff;
    if (point >= FIRST_SUPPLEMENTARY) at++;
  }
  return { ok: true, bytes: bytes.slice(0, length) };
}

const FIRST_SUPPLEMENTARY = 0x10000;
/** GB18030 counts its four-byte codes; from this one on they follow Unicode. */
const SUPPLEMENTARY_POINTER = 189_000;
/** How many four-byte codes stand for characters below the supplementary ones. */
const BASIC_POINTERS = 39_420;

/** The decoder gives U+FFFD for codes without a character too, so that this one cannot be told from its output. */
const REPLACEMENT_CHARACTER_CODE = 0x8431a437;

let cachedCodes: Uint32Array | undefined;

/**
 * Character → code, 0 where there is none. The platform decodes GB18030 but does not encode it, so that the table is
 * what its decoder makes of every code.
 */
function gb18030Codes(): Uint32Array {
  cachedCodes ??= invert(allCodes());
  return cachedCodes;
}

function allCodes(): number[] {
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.push((lead << 8) | trail);
    }
  }
  for (let pointer = 0; pointer < BASIC_POINTERS; pointer++) codes.push(fourBytes(pointer));
  return codes;
}

function invert(codes: readonly number[]): Uint32Array {
  const LINE_BREAK = 0x0a;
  // A line each: a code without a character does not put the others out of step.
  const bytes = new Uint8Array(codes.flatMap((code) => [...bytesOf(code), LINE_BREAK]));
  const characters = new TextDecoder('gb18030').decode(bytes).split('\n');
  const table = new Uint32Array(FIRST_SUPPLEMENTARY);
  table[0xfffd] = REPLACEMENT_CHARACTER_CODE;
  for (const [index, code] of codes.entries()) {
    const character = characters[index] ?? '';
    const point = character.charCodeAt(0);
    // The first code wins where several stand for one character: the two-byte ones come first.
    if (character.length === 1 && table[point] === 0) table[point] = code;
  }
  return table;
}

function fourBytes(pointer: number): number {
  const fourth = pointer % 10;
  const third = Math.floor(pointer / 10) % 126;
  const second = Math.floor(pointer / 1260) % 10;
  const first = Math.floor(pointer / 12_600);
  return (((0x81 + first) << 24) | ((0x30 + second) << 16) | ((0x81 + third) << 8) | (0x30 + fourth)) >>> 0;
}

function bytesOf(code: number): number[] {
  const pair = [(code >>> 8) & 0xff, code & 0xff];
  return code > 0xffff ? [code >>> 24, (code >>> 16) & 0xff, ...pair] : pair;
}
