import { isBlank } from '../../text/characters.ts';
import { lineBreaks } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { skipWhite, trimEnd } from '../../text/trim.ts';

/** A line that is not blank. Its span is what stands on it, without the white space around. */
export interface TextLine extends Span {
  /** Where the line begins, and what ends it, its break included. */
  readonly whole: Span;
  /** How far it is indented, in columns: an ideographic space takes two. */
  readonly indent: number;
  /** Whether it follows the one before without a blank line between. */
  readonly isNext: boolean;
  /** As much of it as any pattern looks at. */
  readonly text: string;
}

const LOOKED_AT = 400;

/** The lines of a text that hold something. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  let isNext = true;
  for (const behind of [...lineBreaks(text), text.length]) {
    const start = skipWhite(text, at, behind);
    const end = trimEnd(text, start, behind);
    if (end > start) {
      const indent = columns(text, at, start);
      lines.push({
        start,
        end,
        whole: { start: at, end: behind },
        indent,
        isNext,
        text: text.slice(start, Math.min(end, start + LOOKED_AT)),
      });
    }
    if (behind > at) isNext = end > start;
    at = behind;
  }
  return lines;
}

const IDEOGRAPHIC_SPACE = 0x30_00;

function columns(text: string, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) sum += unit === IDEOGRAPHIC_SPACE ? 2 : 1;
  }
  return sum;
}

/** How wide a line is printed, a Chinese character being two columns. */
export function printedWidth(text: string, { start, end }: Span): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += text.charCodeAt(at) < 0x2e_80 ? 1 : 2;
  return sum;
}
