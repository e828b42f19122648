import { isHan } from '../text/characters.ts';

/** Stands in a plain text for what is not the newspaper's: a tag, a line of a web page, a torn place. */
export const NOT_TEXT = '\uffff';
/** Stands for an address, which is one word of the text. */
export const ADDRESS = '\ufffe';

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

/** Whether a line begins at `at`, indented or not; a gap of two ideographic spaces parts paragraphs on one line. */
export function opensLine(text: string, at: number): boolean {
  const end = skipBlanksBack(text, at);
  return isEdge(text.charAt(end - 1)) || text.slice(end, at).includes('\u3000\u3000');
}

/** Whether a line ends at `at`, blanks aside. */
export function endsLine(text: string, at: number): boolean {
  const next = skipBlanks(text, at);
  return isEdge(text.charAt(next)) || text.slice(at, next).includes('\u3000\u3000');
}

/** The offset of the first character from `at` on that is no blank. */
function skipBlanks(text: string, at: number): number {
  let next = at;
  while (isBlankCharacter(text.charAt(next))) next++;
  return next;
}

/** The end of what stands before the blanks before `at`. */
function skipBlanksBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && isBlankCharacter(text.charAt(end - 1))) end--;
  return end;
}

function isBlankCharacter(character: string): boolean {
  return character === ' ' || character === '\u3000' || character === '\t' || character === '\u00a0';
}

/** Signs that part clauses, any two of which in a row are one too many. */
export const PAUSES = '，,、。；;：:';

/** Whether a UTF-16 unit is a dash or quotation mark as Chinese has them; Unicode has them in the middle of its spaces. */
export function isDashOrQuote(unit: number): boolean {
  return 0x20_10 <= unit && unit <= 0x20_27;
}

export function isDigit(unit: number): boolean {
  return 0x30 <= unit && unit <= 0x39;
}
