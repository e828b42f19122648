import type { Span } from '../text/span.ts';

/** Those of the ascending `spans` that do not touch any of `others`, which are ordered by their start. */
export function outside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  let reach = 0;
  return spans.filter(({ start, end }) => {
    while (next < others.length && (others[next]?.start ?? 0) < end) reach = Math.max(reach, others[next++]?.end ?? 0);
    return reach <= start;
  });
}
