import { type Document, documentText } from '../statement/document.ts';
import { overlaps, type Span } from '../text/span.ts';
import { bold, escapeMarkdown } from './markdown.ts';
import { withoutReadings } from './wording.ts';

const BEFORE = 24;
const LENGTH = 96;

/** One line of Markdown from a passage: the words around its first mark, the marks in bold. */
export function excerptMarkdown(document: Document, passage: Span, marks: readonly Span[]): string {
  const window = windowAround(document, passage, marks[0]);
  const text = (span: Span) => withoutReadings(documentText(document, span)).replace(/\s*[\r\n]+\s*/g, '');
  let shown = window.start > passage.start ? '…' : '';
  let at = window.start;
  for (const mark of marks) {
    if (mark.start < at || !overlaps(mark, window)) continue;
    const end = Math.min(mark.end, window.end);
    shown += escapeMarkdown(text({ start: at, end: mark.start })) + bold(text({ start: mark.start, end }));
    at = end;
  }
  shown += escapeMarkdown(text({ start: at, end: window.end }));
  return window.end < passage.end ? `${shown}…` : shown;
}

function windowAround(document: Document, passage: Span, mark: Span | undefined): Span {
  const start = Math.max(passage.start, (mark?.start ?? passage.start) - BEFORE);
  const end = Math.min(passage.end, start + LENGTH);
  const first = start + readingAround(document, start).behind;
  const last = end - readingAround(document, end).before;
  return {
    start: wholeCharacter(document, Math.min(first, end)),
    end: wholeCharacter(document, Math.max(last, first)),
  };
}

/** zhuāng and its two brackets. */
const LONGEST_READING = 8;

/** How much of a reading in brackets lies before and behind an offset at its start or inside it; nothing elsewhere. */
function readingAround(document: Document, offset: number): { before: number; behind: number } {
  const left = documentText(document, { start: Math.max(0, offset - LONGEST_READING), end: offset });
  const right = documentText(document, { start: offset, end: offset + LONGEST_READING });
  const whole = /^\([a-z\u00e0-\u01dc]{1,6}\)/.exec(right)?.[0].length ?? 0;
  if (whole > 0) return { before: 0, behind: whole };
  const before = /\([a-z\u00e0-\u01dc]{0,6}$/.exec(left)?.[0].length ?? 0;
  const behind = /^[a-z\u00e0-\u01dc]{0,6}\)/.exec(right)?.[0].length ?? 0;
  return before > 0 && behind > 0 && before + behind > 2 ? { before, behind } : { before: 0, behind: 0 };
}

/** An offset that does not part the two halves of a rare character. */
function wholeCharacter(document: Document, offset: number): number {
  const before = documentText(document, { start: Math.max(0, offset - 1), end: offset + 1 });
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(before) ? offset - 1 : offset;
}
