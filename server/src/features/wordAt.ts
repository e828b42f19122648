import type { Span } from '../text/span.ts';
import { wordSegmenter } from '../text/wordSegmenter.ts';

/** Text on either side of a caret that is enough to find the word there. */
const REACH = 40;

/** The word at a caret, the one behind it where two meet; `undefined` in punctuation and white space. */
export function wordAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - REACH);
  let found: Span | undefined;
  for (const { index, segment, isWordLike } of wordSegmenter().segment(text.slice(from, offset + REACH))) {
    const start = from + index;
    if (start > offset) break;
    if (isWordLike && offset <= start + segment.length) found = { start, end: start + segment.length };
  }
  return found;
}
