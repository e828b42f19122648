/** Text for people at terminals: how wide it is, and nothing in it that a terminal would obey. */

/** How many columns a terminal gives to a text of one line; ambiguous widths (“”…—·) count as narrow, as terminals do. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): 0 | 1 | 2 {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** First and last of the wide and full-width characters of Unicode, unassigned ones between them included. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

function isWide(point: number): boolean {
  return WIDE.some(([first, last]) => first <= point && point <= last);
}

/**
 * The text on one line, with control and formatting characters shown instead of obeyed: a corpus may hold anything,
 * escape sequences included.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\t') return ' ';
    if (point < 0x20) return String.fromCodePoint(0x2400 + point);
    if (point === 0x7f) return '\u2421';
    return `<${point.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Joins lines as a reader does: a blank between words of letters, nothing between Chinese characters. */
export function onOneLine(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((joined, line) => joined + (/[!-~]$/.test(joined) && /^[!-~]/.test(line) ? ' ' : '') + line, '');
}

/** Blanks as wide as the text, full-width ones where it has such: those fit in every font. */
export function blanksFor(text: string): string {
  return Array.from(text, (character) => ['', ' ', '\u3000'][characterWidth(character)]).join('');
}

/** A row of `^` under a text. */
export function caretsFor(text: string): string {
  return Array.from(text, (character) => ['', '^', '\uFF3E'][characterWidth(character)]).join('') || '^';
}
