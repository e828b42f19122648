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
const IDEOGRAPHIC_SPACE = 0x30_00;

/** What `span` of a record's text holds, line by line, given the record's line breaks; blank lines give nothing. */
export function segmentsOf(text: string, span: Span, lineBreaks: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  let lineStart = span.start;
  for (let next = countUpTo(lineBreaks, span.start); lineStart < span.end; next++) {
    const behind = Math.min(lineBreaks[next] ?? span.end, span.end);
    addLine(segments, text, lineStart, withoutLineBreak(text, lineStart, behind));
    lineStart = behind;
  }
  return segments;
}

function withoutLineBreak(text: string, start: number, behind: number): number {
  let end = behind;
  while (end > start && isLineBreak(text.charCodeAt(end - 1))) end--;
  return end;
}

function addLine(segments: Segment[], text: string, start: number, end: number): void {
  const from = skipWhite(text, start, end);
  if (from === end) return;
  if (end - from < LONG_LINE) {
    segments.push({ start: from, end: trimEnd(text, from, end), indent: from - start, startsLine: true });
    return;
  }
  let at = from;
  let startsLine = true;
  while (at < end) {
    const gap = findGap(text, at, end);
    segments.push({ start: at, end: trimEnd(text, at, gap), indent: startsLine ? from - start : 2, startsLine });
    at = skipWhite(text, gap, end);
    startsLine = false;
  }
}

/** Where the next run of white space with two ideographic spaces in it starts, or `end`. */
function findGap(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) === IDEOGRAPHIC_SPACE && text.charCodeAt(at + 1) === IDEOGRAPHIC_SPACE) return at;
  }
  return end;
}
