import type { Span } from '../../server/src/text/span.ts';

/** A fixture without its marks. Offsets count in `text`. */
export interface Marked {
  readonly text: string;
  /** What stands between ⟦ and ⟧, outer spans before inner ones. */
  readonly spans: readonly Span[];
  /** Where ‸ stands; the end of the text where there is none. */
  readonly cursor: number;
}

/** Reads `⟦…⟧` as ranges and `‸` as the cursor. */
export function marked(fixture: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  let cursor: number | undefined;
  for (const character of fixture) {
    if (character === '⟦') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (character === '⟧') {
      const span = open.pop();
      if (!span) throw new Error('⟧ without ⟦');
      span.end = text.length;
    } else if (character === '‸') {
      cursor = text.length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, spans, cursor: cursor ?? text.length };
}

/** The text with ⟦ and ⟧ around each span: two lists of spans that differ then show where. */
export function withMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, rank: 1, size: start - end, mark: '⟦' },
    { at: end, rank: 0, size: start - end, mark: '⟧' },
  ]);
  // At one place closing marks come first, then the outer opening ones.
  marks.sort((a, b) => a.at - b.at || a.rank - b.rank || (a.rank === 1 ? a.size - b.size : b.size - a.size));
  let result = '';
  let from = 0;
  for (const { at, mark } of marks) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}
