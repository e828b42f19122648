import type { Span } from '../text/span.ts';
import { occurrences } from './occurrences.ts';

/** Where `names` stand in a text, in order; of two that overlap the one that begins first, then the longer. Linear for each name. */
export function nameOccurrences(text: string, names: readonly string[]): Span[] {
  const found = names.flatMap((name) => occurrences(text, name));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
