import { isHan } from './characters.ts';
import { once } from './once.ts';

/** For each letter that a syllable of pinyin begins with, a character that is sorted before all others with it. */
const FIRST_CHARACTERS = Array.from('吖八嚓咑妸发旮哈丌咔垃妈拿噢趴七然仨他挖夕丫匝');
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const byPinyin = once(() => new Intl.Collator('zh-u-co-pinyin'));

/**
 * The first letters of a text's readings, as the order of pinyin tells them: yw for 要闻. Of a character with several readings it knows
 * one. Letters and digits stand for themselves; all else is left out.
 */
export function pinyinInitials(text: string): string {
  let initials = '';
  for (const character of text) {
    if (/[0-9A-Za-z]/.test(character)) initials += character.toLowerCase();
    else if (isHan(character.charCodeAt(0))) initials += initialOf(character);
  }
  return initials;
}

function initialOf(character: string): string {
  let low = 0;
  let high = FIRST_CHARACTERS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byPinyin().compare(FIRST_CHARACTERS[middle] ?? '', character) <= 0) low = middle + 1;
    else high = middle;
  }
  return LETTERS.charAt(low - 1);
}
