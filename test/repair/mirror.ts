import { gbk } from '../../server/src/repair/gbk.ts';
import { damageTable } from '../../server/src/repair/pinyin.ts';

/**
 * Does to a text what the mirror did: over its GBK bytes, each marked character's two bytes, wherever they stand next to
 * each other, get the reading in brackets behind them; then the bytes are read as GBK again.
 */
export function mirror(text: string, marked: readonly string[]): string {
  const table = gbk();
  let bytes = encode(text);
  for (const character of marked) {
    const code = table.codeOf(character);
    const reading = damageTable().get(character)?.[0];
    if (reading === undefined) throw new Error(`${character} is not in the table`);
    bytes = mark(bytes, code >> 8, code & 0xff, encode(`(${reading})`));
  }
  return decode(bytes);
}

function mark(bytes: readonly number[], lead: number, trail: number, reading: readonly number[]): number[] {
  const marked: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    marked.push(bytes[at]!);
    if (bytes[at] === lead && bytes[at + 1] === trail) {
      marked.push(trail, ...reading);
      at++;
    }
  }
  return marked;
}

function encode(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) return [unit];
    const code = gbk().codeOf(character);
    if (code === 0) throw new Error(`${character} is not in GBK`);
    return [code >> 8, code & 0xff];
  });
}

/** A lead byte before an ASCII character below 0x40 becomes one question mark and swallows it; unknown pairs vanish. */
function decode(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[++at];
    if (trail === undefined || trail < 0x40) text += '?';
    else text += gbk().characterOf(lead * 256 + trail);
  }
  return text;
}
