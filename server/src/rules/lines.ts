import type { RecordTree } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { countUpTo, isLineBreak } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** The line break that a record uses: its first one. */
export function lineBreakOf({ text, lineBreaks }: RecordTree): string {
  const behind = lineBreaks[0];
  if (behind === undefined) return '\n';
  const start = text.startsWith('\r\n', behind - 2) ? behind - 2 : behind - 1;
  return text.slice(start, behind);
}

export function lineStart({ lineBreaks }: RecordTree, offset: number): number {
  return lineBreaks[countUpTo(lineBreaks, offset) - 1] ?? 0;
}

/** Behind the break that ends the line, or the end of the text. */
export function lineEnd({ text, lineBreaks }: RecordTree, offset: number): number {
  return lineBreaks[countUpTo(lineBreaks, offset)] ?? text.length;
}

/** The lines that hold `span` and nothing but white space beside it, their last break included. */
export function wholeLines(record: RecordTree, span: Span): Span | undefined {
  const lines = { start: lineStart(record, span.start), end: lineEnd(record, span.end) };
  // A span that ends with a break already ends its lines.
  if (span.end > span.start && isLineBreak(record.text.charCodeAt(span.end - 1))) return undefined;
  const isAlone = isBlank(record.text, lines.start, span.start) && isBlank(record.text, span.end, lines.end);
  return isAlone ? lines : undefined;
}

/** Inserts `inserted` at `at` as a line of its own; in front of the line's indentation where only that stands before `at`. */
export function insertAsLine(record: RecordTree, at: number, inserted: string): Edit {
  const { text } = record;
  const lineBreak = lineBreakOf(record);
  const start = lineStart(record, at);
  const place = isBlank(text, start, at) ? start : at;
  const before = place === start ? '' : lineBreak;
  // A text that ends with a line break still does so afterwards.
  const endsLine = place === text.length ? before !== '' : isLineBreak(text.charCodeAt(place));
  return { span: { start: place, end: place }, newText: `${before}${inserted}${endsLine ? '' : lineBreak}` };
}

export const ENDS_WITH_BREAK = /(?:\r\n|\n|\r)$/;

/** Takes away lines with their last break; the last lines of a text without a final break take the one before them along. */
export function removal(text: string, lines: Span): Edit {
  const isUnended = !ENDS_WITH_BREAK.test(text.slice(lines.start, lines.end));
  const before = isUnended
    ? (ENDS_WITH_BREAK.exec(text.slice(Math.max(0, lines.start - 2), lines.start))?.[0].length ?? 0)
    : 0;
  return { span: { start: lines.start - before, end: lines.end }, newText: '' };
}

/** Takes away the lines that hold `span`; where they hold something else too, only `span` and the white space before it. */
export function deleteLines(record: RecordTree, span: Span): Edit {
  const lines = wholeLines(record, span);
  if (lines) return removal(record.text, lines);
  const start = record.text.slice(0, span.start).trimEnd().length;
  return { span: { start: Math.max(start, lineStart(record, span.start)), end: span.end }, newText: '' };
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
