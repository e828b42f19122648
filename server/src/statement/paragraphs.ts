import { endsSentence, isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { readBullet } from './markers.ts';
import { confirmMarkers, type Marker, readMarker } from './markers.ts';
import { isCredit, isDateLine } from './furniture.ts';
import type { Segment } from './segments.ts';

/** A logical paragraph: what the newspaper printed as one, whatever page or line breaks cut it into. */
export interface Paragraph extends Span {
  /** Without Markdown's #, marker and bullet; one span for each physical piece; empty for a numeral alone. */
  readonly pieces: readonly Span[];
  readonly marker: Marker | undefined;
  readonly isBullet: boolean;
  /** Whether Markdown marks it as a heading. */
  readonly isHeading: boolean;
}

/** Joins the segments of a body into its paragraphs. */
export function paragraphsOf(text: string, segments: readonly Segment[]): Paragraph[] {
  const contents = segments.map((segment) => withoutHeadingMark(text, segment));
  const markers = confirmMarkers(contents.map((content) => readMarker(text, content)));
  const paragraphs: Paragraph[] = [];
  let open: { paragraph: Paragraph; pieces: Span[]; indent: number } | undefined;
  segments.forEach((segment, index) => {
    const content = contents[index] ?? segment;
    const marker = markers[index];
    const bullet = marker ? undefined : readBullet(text, content);
    const isHeading = content.start > segment.start;
    const start = marker?.contentStart ?? bullet ?? content.start;
    const last = open?.pieces.at(-1);
    const mayGoOn = !marker && bullet === undefined && !isHeading;
    if (open && last && mayGoOn && goesOn(text, last, open.indent, segment)) {
      open.pieces.push({ start: segment.start, end: segment.end });
      open.paragraph = { ...open.paragraph, end: segment.end, pieces: open.pieces };
      paragraphs[paragraphs.length - 1] = open.paragraph;
      return;
    }
    const pieces = start < segment.end ? [{ start, end: segment.end }] : [];
    const paragraph = {
      start: segment.start,
      end: segment.end,
      pieces,
      marker,
      isBullet: bullet !== undefined,
      isHeading,
    };
    paragraphs.push(paragraph);
    open = isHeading ? undefined : { paragraph, pieces, indent: segment.indent };
  });
  return paragraphs;
}

function withoutHeadingMark(text: string, { start, end }: Segment): Span {
  const mark = /^#{1,6}[ \t]+/.exec(text.slice(start, Math.min(end, start + 16)));
  return { start: start + (mark?.[0].length ?? 0), end };
}

/** A piece shorter than this without any punctuation is a heading or a signature, not half a sentence. */
const SHORTEST_HALF = 20;

/** Whether a segment carries on the paragraph that `last` left in mid-sentence. */
function goesOn(text: string, last: Span, indent: number, next: Segment): boolean {
  if (!next.startsLine || next.indent > indent || (indent > 0 && next.indent >= indent)) return false;
  if (endsSentence(text, last.start, last.end)) return false;
  const lastUnit = text.charCodeAt(last.end - 1);
  if (!isHan(lastUnit) && !/[，、,“《（(\w0-9０-９]/.test(text.charAt(last.end - 1))) return false;
  const before = text.slice(Math.max(last.start, last.end - 400), last.end);
  if (last.end - last.start < SHORTEST_HALF && !/[，。；]/.test(before)) return false;
  const after = text.slice(next.start, Math.min(next.end, next.start + 400));
  if (!isHan(after.charCodeAt(0)) && !/^[，、。；：！？”’》）,\w0-9０-９]/.test(after)) return false;
  if (isDateLine(after) || isCredit(after)) return false;
  return after.length >= SHORTEST_HALF || endsSentence(text, next.start, next.end) || /[，。；、]/.test(after);
}
