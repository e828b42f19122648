import { isHan } from '../text/characters.ts';

/** Stands in a plain text for what is not the newspaper's: a tag, a link, a line of a web page, a torn place. */
export const NOT_TEXT = '\uffff';

const CHINESE_SIGNS = new Set('，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—·～');

/** Whether a character is Chinese script or punctuation; half-width signs, digits and letters are not. */
export function isChinese(character: string): boolean {
  return isHanCharacter(character) || CHINESE_SIGNS.has(character);
}

export function isHanCharacter(character: string): boolean {
  return character !== '' && isHan(character.charCodeAt(0));
}

/** Whether nothing stands at a place: a line ends there, or what is not the newspaper's begins. */
export function isEdge(character: string): boolean {
  return character === '' || character === '\n' || character === '\r' || character === NOT_TEXT;
}

/** The offset of the first character from `at` on that is no blank. */
export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlankCharacter(text.charAt(next))) next++;
  return next;
}

/** The end of what stands before the blanks before `at`. */
export function skipBlanksBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && isBlankCharacter(text.charAt(end - 1))) end--;
  return end;
}

function isBlankCharacter(character: string): boolean {
  return character === ' ' || character === '\u3000' || character === '\t' || character === '\u00a0';
}

/** Signs that part clauses, any two of which in a row are one too many. */
export const PAUSES = '，,、。；;：:';
