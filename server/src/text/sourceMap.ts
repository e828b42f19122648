import { type Span, spanOf } from './span.ts';

/** A text made from another one, which knows where each of its UTF-16 units came from. */
export interface MappedText {
  readonly text: string;
  /** For each unit of `text`, the offset of its first source unit; behind the last one, where the source ends. */
  readonly from: Uint32Array;
  /** For each unit of `text`, the offset behind its last source unit. */
  readonly to: Uint32Array;
}

/** What `span` of the made text covers in the source. */
export function sourceSpan({ from, to }: MappedText, span: Span): Span {
  const start = from[span.start] ?? 0;
  return spanOf(start, span.end > span.start ? (to[span.end - 1] ?? start) : start);
}

/** Where in the made text the unit that came from `offset`, or the next one after it, stands. */
export function mappedOffset({ to, text }: MappedText, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((to[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
