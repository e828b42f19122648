import { documentLength, type Document, recordAt } from '../statement/document.ts';
import { simplify } from '../text/script.ts';
import { scriptConverter } from '../text/scriptConversion.ts';
import { mappedOffset, type MappedText } from '../text/sourceMap.ts';
import { covers, overlaps, shifted, type Span, spanOf } from '../text/span.ts';
import { passagesOf } from './passages.ts';

/** A text, one passage a line, with the places in it that a reader is shown. Spans count from the start of `text`. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** What the newspaper printed of a stretch of a document, and the same in one script. Made one for one: signs stay as they are. */
export interface PassageText {
  readonly printed: MarkedText;
  simplified(): MarkedText;
  traditional(): MarkedText;
}

/** The passages in `span` as text without what a mirror put in, torn characters restored. Offsets count in the file. */
export function passageText(document: Document, span: Span, marks: readonly Span[]): PassageText {
  const points: string[] = [];
  const markedPoints: Span[] = [];
  const { record, start } = recordAt(document, Math.min(span.start, documentLength(document)));
  const wanted = shifted(span, -start);
  for (const { span: own, normal } of passagesOf(record, document.vocabulary).passages) {
    if (!overlaps(own, wanted)) continue;
    if (points.length > 0) points.push('\n');
    const base = points.length;
    const read = pointsOf(record.text, normal);
    for (const point of read.points) points.push(point);
    for (const mark of marks) {
      const local = shifted(mark, -start);
      if (!covers(own, local)) continue;
      const from = mappedOffset(normal, local.start);
      const to = mappedOffset(normal, local.end);
      markedPoints.push(spanOf(base + (read.pointAt[from] ?? 0), base + (read.pointAt[to] ?? 0)));
    }
  }
  const marked = (of: readonly string[]) => markedText(of, markedPoints);
  return {
    printed: marked(points),
    simplified: () => marked(simplify(points)),
    traditional: () => marked(toTraditional(points)),
  };
}

/** What a normalised passage was made from, in code points, and which of them each unit of it is. */
function pointsOf(
  source: string,
  { text, from, to }: MappedText,
): { readonly points: string[]; readonly pointAt: Uint32Array } {
  const points: string[] = [];
  const pointAt = new Uint32Array(text.length + 1);
  let at = 0;
  for (const point of text) {
    const printed = Array.from(source.slice(from[at], to[at]));
    // Of what a torn stretch holds nothing was printed: what it reads stands for it.
    pointAt.fill(points.length, at, at + point.length);
    points.push(printed.length === 1 ? (printed[0] ?? point) : point);
    at += point.length;
  }
  pointAt[at] = points.length;
  return { points, pointAt };
}

function markedText(points: readonly string[], marks: readonly Span[]): MarkedText {
  const offsets = new Uint32Array(points.length + 1);
  points.forEach((point, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + point.length;
  });
  const offset = (point: number) => offsets[point] ?? 0;
  return { text: points.join(''), marks: marks.map(({ start, end }) => spanOf(offset(start), offset(end))) };
}

/** Code points in traditional script, one for one. A text that is in it already stays as it is. */
function toTraditional(points: readonly string[]): readonly string[] {
  const convert = scriptConverter('simplified', 'traditional');
  const whole = Array.from(convert(points.join('')));
  // A phrase may change its length; then character for character, which never does.
  const single = (point: string) => Array.from(convert(point))[0] ?? point;
  const traditional = whole.length === points.length ? whole : points.map(single);
  const differing = (other: readonly string[]) => points.filter((point, index) => point !== other[index]).length;
  return differing(simplify(points)) > differing(traditional) ? points : traditional;
}
