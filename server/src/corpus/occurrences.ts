import { type Span, spanOf } from '../text/span.ts';

/** Where `term` stands in `text`, in order, none overlapping another. */
export function occurrences(text: string, term: string): Span[] {
  const found: Span[] = [];
  if (term === '') return found;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length)) {
    found.push(spanOf(at, at + term.length));
  }
  return found;
}

/** Where `names` stand in a text, in order, none overlapping another. Linear for each name. */
export function nameOccurrences(text: string, names: readonly string[]): Span[] {
  return apart(names.flatMap((name) => occurrences(text, name)));
}

/** Of `spans` those that overlap none before them, in order; of two that begin together the longer. */
export function apart(spans: readonly Span[]): Span[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}
