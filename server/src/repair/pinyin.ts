import table from '../../data/pinyin-damage-table.json';
import { isHan } from '../text/characters.ts';

/** Characters that a mirror is known to have followed by their reading, with those readings; tones are left out. */
const READINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table).map(([character, { py }]) => [character, new Set(py.map(withoutTone))]),
);

const OPENING = '('.charCodeAt(0);
/** zhuāng in brackets. */
const LONGEST = 8;

/**
 * The length, brackets included, of the reading that was put behind a character, where `at` is the offset of the opening
 * bracket: 6 for the `(lián)` behind 聯. 0 where what stands there is the text's own.
 */
export function readingLengthAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== OPENING || !isHan(text.charCodeAt(at - 1))) return 0;
  const close = text.slice(at + 1, at + LONGEST).indexOf(')');
  if (close < 1) return 0;
  const readings = READINGS.get(text.charAt(at - 1));
  return readings?.has(withoutTone(text.slice(at + 1, at + 1 + close))) ? close + 2 : 0;
}

/** lián → lian, lǜ → lü. */
function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}
