import { readingsIn } from '../repair/readings.ts';
import { type Document, placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { simplify } from '../text/script.ts';
import { spanOf } from '../text/span.ts';

/** A stretch of the view and what of the file it was made from. Of two equally long ones, each unit comes from its like. */
interface ViewRun {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

export interface ReadingView {
  readonly text: string;
  /** In order, without gaps in the view; what a mirror put in is in no run. */
  readonly runs: readonly ViewRun[];
}

/**
 * A text as one reads it in simplified script: the readings that a mirror put in left out, what they tore restored, each character
 * simplified by the words around it. Lines stay lines.
 */
export function readingView(document: Document): ReadingView {
  let text = '';
  const runs: ViewRun[] = [];
  for (const { record, start } of placedRecords(document)) {
    for (const { points, source, sourceLength } of partsOf(record)) {
      const simplified = points.join('');
      const last = runs.at(-1);
      const isPlain = simplified.length === sourceLength;
      const follows = last && last.source + last.sourceLength === start + source && last.length === last.sourceLength;
      if (isPlain && follows) {
        runs[runs.length - 1] = {
          ...last,
          length: last.length + simplified.length,
          sourceLength: last.sourceLength + sourceLength,
        };
      } else if (simplified.length > 0) {
        runs.push({ at: text.length, length: simplified.length, source: start + source, sourceLength });
      }
      text += simplified;
    }
  }
  return { text, runs };
}

interface Part {
  readonly points: readonly string[];
  readonly source: number;
  readonly sourceLength: number;
}

/** A record in order: what is kept, simplified as one text, and what was torn, restored. */
function partsOf(record: RecordTree): Part[] {
  const { text } = record;
  const { marks, torn } = readingsIn(record);
  const places = [
    ...marks.map(({ span }) => ({ span, restored: '' })),
    ...torn.map(({ span, alternatives }) => ({ span, restored: alternatives[0] ?? text.slice(span.start, span.end) })),
    { span: spanOf(text.length, text.length), restored: '' },
  ].sort((a, b) => a.span.start - b.span.start);
  const raw: Part[] = [];
  let at = 0;
  for (const { span, restored } of places) {
    if (span.start > at)
      raw.push({ points: Array.from(text.slice(at, span.start)), source: at, sourceLength: span.start - at });
    if (restored) raw.push({ points: Array.from(restored), source: span.start, sourceLength: span.end - span.start });
    at = Math.max(at, span.end);
  }
  const whole = simplify(raw.flatMap(({ points }) => points));
  let next = 0;
  return raw.map((part) => ({ ...part, points: whole.slice(next, (next += part.points.length)) }));
}
