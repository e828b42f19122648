import { isBlank } from './characters.ts';
import { isLineBreak } from './lines.ts';

/** Whether a UTF-16 unit is white space: a blank of any width, a byte order mark or part of a line break. */
function isWhite(unit: number): boolean {
  return isBlank(unit) || isLineBreak(unit);
}

/** The first offset from `start` on, `end` at most, that holds no white space. */
export function skipWhite(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  return at;
}

/** The end of what is left of the text between `start` and `end` without the white space behind it. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhite(text.charCodeAt(at - 1))) at--;
  return at;
}
