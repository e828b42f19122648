import { endsSentence } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import {
  isAdoption,
  isCredit,
  isDateLine,
  isPageDate,
  isSignatory,
  isSignedMark,
  isSiteLine,
  namesDocument,
} from './furniture.ts';
import { readBullet, readMarker } from './markers.ts';
import type { Segment } from './segments.ts';

/** A run of segments that is one part of a statement's frame. */
export interface FramePart {
  readonly kind: 'title' | 'credit' | 'signature' | 'boilerplate';
  readonly lines: readonly Span[];
}

/** A statement's segments, parted into what stands before the body, the body, and what stands behind it. */
export interface Frame {
  readonly head: readonly FramePart[];
  readonly body: readonly Segment[];
  readonly tail: readonly FramePart[];
}

/** Longer lines are no headline. */
const LONGEST_TITLE = 160;
const LONGEST_HEADING_BLOCK = 3;
/** How many lines at the end may hold signature, credit and what the web page adds. */
const LONGEST_TAIL = 80;
const LONGEST_SIGNATURE = 24;

/** The beginnings of segments as text, which few of them are asked for. */
class Lines {
  readonly #text: string;
  readonly #segments: readonly Segment[];

  constructor(text: string, segments: readonly Segment[]) {
    this.#text = text;
    this.#segments = segments;
  }

  get length(): number {
    return this.#segments.length;
  }

  at(index: number, otherwise = ''): string {
    const segment = this.#segments[index];
    return segment ? this.#text.slice(segment.start, Math.min(segment.end, segment.start + LONGEST_LINE)) : otherwise;
  }
}

/** Enough of a line for any pattern that looks at whole lines. */
const LONGEST_LINE = 1024;

/** @param hasTitle whether the record's fields hold the title already, so that the body has none */
export function frameOf(text: string, segments: readonly Segment[], hasTitle: boolean): Frame {
  const lines = new Lines(text, segments);
  const { parts: head, next: first } = hasTitle ? creditsAtStart(segments, lines) : headOf(text, segments, lines);
  const { parts: tail, from: last } = tailOf(text, segments, lines, first);
  return { head, body: segments.slice(first, last), tail };
}

function creditsAtStart(segments: readonly Segment[], lines: Lines): { parts: FramePart[]; next: number } {
  const parts: FramePart[] = [];
  let next = 0;
  while (isCredit(lines.at(next))) parts.push(part('credit', segments, next, ++next));
  return { parts, next };
}

function headOf(text: string, segments: readonly Segment[], lines: Lines): { parts: FramePart[]; next: number } {
  const parts: FramePart[] = [];
  let hasTitle = false;
  let next = 0;
  for (; next < segments.length; ) {
    const line = lines.at(next);
    if (isCredit(line) || isPageDate(line) || (hasTitle && (isDateLine(line) || isAdoption(line)))) {
      parts.push(part('credit', segments, next, ++next));
    } else if (!hasTitle && isSiteLine(line)) {
      parts.push(part('boilerplate', segments, next, ++next));
    } else if (isHeadline(text, segments[next], line) && (!hasTitle || line.startsWith('#'))) {
      const from = next++;
      const goesOn = (): boolean =>
        next - from < LONGEST_HEADING_BLOCK &&
        !namesDocument(lines.at(next - 1)) &&
        !lines.at(next, '#').startsWith('#') &&
        isHeadline(text, segments[next], lines.at(next)) &&
        namesDocument(lines.at(next));
      while (goesOn()) next++;
      parts.push(part('title', segments, from, next));
      hasTitle = true;
    } else {
      break;
    }
  }
  return { parts, next };
}

function isHeadline(text: string, segment: Segment | undefined, line: string): boolean {
  if (!segment || segment.end - segment.start > LONGEST_TITLE) return false;
  if (endsSentence(text, segment.start, segment.end) || /。/.test(line)) return false;
  if (isDateLine(line) || isCredit(line) || isPageDate(line) || isAdoption(line)) return false;
  return (
    readMarker(text, segment.start, segment.end) === undefined &&
    readBullet(text, segment.start, segment.end) === undefined
  );
}

function tailOf(
  text: string,
  segments: readonly Segment[],
  lines: Lines,
  first: number,
): { parts: FramePart[]; from: number } {
  const parts: FramePart[] = [];
  let end = segments.length;
  const site = siteLinesAtEnd(lines, first);
  if (site < end) parts.unshift(part('boilerplate', segments, site, end));
  end = site;
  while (end > first && isCredit(lines.at(end - 1))) parts.unshift(part('credit', segments, end - 1, end--));
  const signature = signatureStart(text, segments, lines, first, end);
  if (signature < end) {
    // The credit of an agency may stand between the signatories and the date.
    parts.unshift(part('signature', segments, signature, end));
    end = signature;
  }
  while (end > first && isCredit(lines.at(end - 1))) parts.unshift(part('credit', segments, end - 1, end--));
  return { parts, from: end };
}

/** Where the page's own lines at the end begin. A line between two of them, or behind the date, is one as well. */
function siteLinesAtEnd(lines: Lines, first: number): number {
  const limit = Math.max(first, lines.length - LONGEST_TAIL);
  let start = lines.length;
  let misses = 0;
  for (let at = lines.length - 1; at >= limit; at--) {
    const line = lines.at(at);
    if (isDateLine(line) || isCredit(line)) break;
    if (isSiteLine(line)) {
      start = at;
      misses = 0;
    } else if (++misses > 2 || line.length > 40 || /。/.test(line)) {
      break;
    }
  }
  return start;
}

/** Where the signature that ends before `end` begins; `end` where there is none. */
function signatureStart(text: string, segments: readonly Segment[], lines: Lines, first: number, end: number): number {
  const isDated = end > first && isDateLine(lines.at(end - 1));
  let start = isDated ? end - 1 : end;
  const limit = Math.max(first, end - LONGEST_SIGNATURE);
  while (start > limit && isSignatoryAt(text, segments, lines, start - 1)) start--;
  if (isDated) return start;
  for (let at = start; at < end; at++) if (isSignedMark(lines.at(at))) return start;
  return end;
}

function isSignatoryAt(text: string, segments: readonly Segment[], lines: Lines, at: number): boolean {
  const segment = segments[at];
  const line = lines.at(at);
  if (!segment || !isSignatory(line) || isCredit(line) || line.startsWith('#')) return false;
  return (
    readMarker(text, segment.start, segment.end) === undefined &&
    readBullet(text, segment.start, segment.end) === undefined
  );
}

function part(kind: FramePart['kind'], segments: readonly Segment[], from: number, to: number): FramePart {
  return { kind, lines: segments.slice(from, to).map(({ start, end }) => ({ start, end })) };
}
