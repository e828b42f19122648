import { isHan } from '../text/characters.ts';
import { once } from '../text/once.ts';
import { resource } from '../text/resources.ts';

/** Characters that a mirror is known to have followed by their reading, with those readings as they are printed. */
export const damageTable = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(Object.entries(resource('dictionaries/pinyin-damage')).map(([character, { py }]) => [character, py])),
);
/** The same without tones. */
const plainReadings = once(
  (): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map([...damageTable()].map(([character, readings]) => [character, new Set(readings.map(withoutTone))])),
);

const OPENING = '('.charCodeAt(0);
/** zhuāng and its bracket. */
const LONGEST = 8;
const SYLLABLE = /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}$/;
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;

/**
 * The length, brackets included, of the reading that was put behind a character, where `at` is the offset of the opening
 * bracket: 6 for the `(lián)` behind 聯. 0 where what stands there is the text's own.
 */
export function readingLengthAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== OPENING || !isHan(text.charCodeAt(at - 1))) return 0;
  const reading = bracketedAt(text, at + 1);
  return reading !== '' && isReadingOf(text.charAt(at - 1), reading) ? reading.length + 2 : 0;
}

/** The letters from `at` to a closing bracket where they look like one syllable; empty where they do not. */
export function bracketedAt(text: string, at: number): string {
  const close = text.slice(at, at + LONGEST).indexOf(')');
  const reading = close < 1 ? '' : text.slice(at, at + close);
  return SYLLABLE.test(reading) ? reading : '';
}

/** Whether the table has this reading for the character, tones aside: 機 is (jī) and (ji). */
export function isReadingOf(character: string, reading: string): boolean {
  return plainReadings().get(character)?.has(withoutTone(reading)) ?? false;
}

export function hasTone(reading: string): boolean {
  return TONED.test(reading);
}

/** lián → lian, lǜ → lü. */
function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}
