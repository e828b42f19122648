import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import { tagPairAt } from './tagPair.ts';

/** Both tags of the pair that the caret is on, in order; nothing elsewhere, where the editor marks equal words itself. */
export function documentHighlight(document: Document, offset: number): Span[] {
  const pair = tagPairAt(document, offset);
  return pair ? [pair.tag, pair.partner].sort((a, b) => a.start - b.start) : [];
}
