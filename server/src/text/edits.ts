import type { Span } from './span.ts';

/** Puts `newText` in the place of what `span` covers; both ends count in the text before any edit of the same list. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text with all edits carried out. Edits may come in any order; insertions at one place keep theirs.
 * @throws RangeError where two edits overlap or one reaches outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another or leaves the text`);
    }
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
