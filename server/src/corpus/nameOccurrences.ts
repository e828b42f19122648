import { type Span, spanOf } from '../text/span.ts';

/** Where `names` stand in a text, in order; of two that overlap the one that begins first, then the longer. Linear for each name. */
export function nameOccurrences(text: string, names: readonly string[]): Span[] {
  const found = names.flatMap((name) => occurrencesOf(text, name));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function occurrencesOf(text: string, name: string): Span[] {
  if (name === '') return [];
  const found: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push(spanOf(at, at + name.length));
  }
  return found;
}
