/** A place in a text as LSP counts it: a 0-based line and a 0-based UTF-16 offset in that line. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Offsets just behind each line break of `text`; a break is LF, CR LF or a lone CR, as in LSP. */
export function lineBreaks(text: string): number[] {
  const behind: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (endsLine(text, at, text.charCodeAt(at))) behind.push(at + 1);
  }
  return behind;
}

/** Whether the `unit` at `at` is the last one of a line break. */
export function endsLine(text: string, at: number, unit: number): boolean {
  return unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF);
}

/** Line and character of an offset in the text that has these line breaks. */
export function positionIn(breaks: ArrayLike<number>, offset: number): LinePosition {
  const line = countUpTo(breaks, offset);
  return { line, character: offset - (breaks[line - 1] ?? 0) };
}

export function isLineBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** How many of the ascending `values` are at most `limit`. */
export function countUpTo(values: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle];
    if (value !== undefined && value <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
