import { countUpTo, isLineBreak } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';

/** A line, or the part of a line between ideographic gaps, without the white space around it. Never empty. */
export interface Segment extends Span {
  /** How much white space stands before it on its line, in UTF-16 units. */
  readonly indent: number;
  /** Whether it begins a line; false for what follows a gap inside one. */
  readonly startsLine: boolean;
}

/** Lines longer than this with gaps inside are paragraphs run together. */
const LONG_LINE = 200;
const GAP = '\u3000\u3000';

/**
 * What `span` of a record's text holds, line by line, given the record's line breaks; blank lines give nothing. Without
 * `hasGaps`, nobody looks for gaps.
 */
export function segmentsOf(text: string, span: Span, lineBreaks: readonly number[], hasGaps = true): Segment[] {
  const segments: Segment[] = [];
  const gaps = hasGaps ? new Gaps(text) : undefined;
  let lineStart = span.start;
  for (let next = countUpTo(lineBreaks, span.start); lineStart < span.end; next++) {
    const behind = Math.min(lineBreaks[next] ?? span.end, span.end);
    addLine(segments, text, gaps, lineStart, withoutLineBreak(text, lineStart, behind));
    lineStart = behind;
  }
  return segments;
}

function withoutLineBreak(text: string, start: number, behind: number): number {
  let end = behind;
  while (end > start && isLineBreak(text.charCodeAt(end - 1))) end--;
  return end;
}

function addLine(segments: Segment[], text: string, gaps: Gaps | undefined, start: number, end: number): void {
  const from = skipWhite(text, start, end);
  if (from === end) return;
  if (!gaps || end - from < LONG_LINE) {
    segments.push({ start: from, end: trimEnd(text, from, end), indent: from - start, startsLine: true });
    return;
  }
  let at = from;
  let startsLine = true;
  while (at < end) {
    const gap = Math.min(end, gaps.next(at));
    segments.push({ start: at, end: trimEnd(text, at, gap), indent: startsLine ? from - start : 2, startsLine });
    at = skipWhite(text, gap, end);
    startsLine = false;
  }
}

/** Where two ideographic spaces stand side by side; to be asked from the front to the back. */
class Gaps {
  readonly #text: string;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first gap from `from` on, or the text's end. */
  next(from: number): number {
    if (this.#next < from) {
      const found = this.#text.indexOf(GAP, from);
      this.#next = found === -1 ? this.#text.length : found;
    }
    return this.#next;
  }
}
