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
