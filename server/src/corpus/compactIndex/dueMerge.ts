import type { LiveSegment } from './liveSegment.ts';

/** Segments that one question goes through. */
const MOST_SEGMENTS = 8;
/** What one segment has to hold of all text, and how much of what is held may be out of date, before all is put into one. */
const LEAST_IN_ONE = 0.8;
const MOST_OUT_OF_DATE = 0.3;

type Live = Pick<LiveSegment<unknown>, 'passages' | 'alive' | 'segment'>;

/**
 * Which of an index's segments, of which the one with most passages comes first, should become one; none where all is well.
 *
 * @param isGrowing whether more is coming, so that it is too soon to put all into one
 */
export function dueMerge<Segment extends Live>(segments: readonly Segment[], isGrowing: boolean): readonly Segment[] {
  if (segments.length > 0 && !isGrowing && !isInOne(segments)) return segments;
  return segments.length > MOST_SEGMENTS ? smallest(segments) : [];
}

/** Whether the first segment holds nearly all, and nearly all of it is of the corpus as it is. */
function isInOne(segments: readonly Live[]): boolean {
  const total = segments.reduce((sum, { passages }) => sum + passages, 0);
  const held = segments.reduce((sum, { alive }) => sum + alive.length, 0);
  const [first] = segments;
  return first !== undefined && first.passages >= total * LEAST_IN_ONE && held - total <= held * MOST_OUT_OF_DATE;
}

/** All but those that are larger than the smaller ones together: so each text is written anew a few times only. */
function smallest<Segment extends Live>(segments: readonly Segment[]): Segment[] {
  const sorted = [...segments].sort((a, b) => a.alive.length - b.alive.length);
  let count = 2;
  let size = sorted.slice(0, count).reduce((sum, { alive }) => sum + alive.length, 0);
  for (; count < sorted.length && (sorted[count]?.alive.length ?? 0) <= size; count++) {
    size += sorted[count]?.alive.length ?? 0;
  }
  return sorted.slice(0, count);
}
