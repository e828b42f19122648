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
  return { start: wholeCharacter(document, start), end: wholeCharacter(document, end) };
}

/** An offset that does not part the two halves of a rare character. */
function wholeCharacter(document: Document, offset: number): number {
  const before = documentText(document, { start: Math.max(0, offset - 1), end: offset + 1 });
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(before) ? offset - 1 : offset;
}
