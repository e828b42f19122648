import { endsSentence } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
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
import type { Segments } from './segments.ts';

/** A run of segments that is one part of a statement's frame. */
export interface FramePart {
  readonly kind: 'title' | 'credit' | 'signature' | 'boilerplate';
  readonly lines: readonly Span[];
}

/** A statement's segments, parted into what stands before the body, the body, and what stands behind it. */
export interface Frame {
  readonly head: readonly FramePart[];
  /** The first segment of the body, and the one behind its last. */
  readonly first: number;
  readonly behind: number;
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
  readonly #segments: Segments;

  constructor(text: string, segments: Segments) {
    this.#text = text;
    this.#segments = segments;
  }

  get length(): number {
    return this.#segments.length;
  }

  at(index: number, otherwise = ''): string {
    const segments = this.#segments;
    if (index < 0 || index >= segments.length) return otherwise;
    const start = segments.start(index);
    return this.#text.slice(start, Math.min(segments.end(index), start + LONGEST_LINE));
  }
}

/** Enough of a line for any pattern that looks at whole lines. */
const LONGEST_LINE = 1024;

/** @param hasTitle whether the record's fields hold the title already, so that the body has none */
export function frameOf(text: string, segments: Segments, hasTitle: boolean): Frame {
  const lines = new Lines(text, segments);
  const { parts: head, next: first } = hasTitle ? creditsAtStart(segments, lines) : headOf(text, segments, lines);
  const { parts: tail, from: last } = tailOf(text, segments, lines, first);
  return { head, first, behind: last, tail };
}

function creditsAtStart(segments: Segments, lines: Lines): { parts: FramePart[]; next: number } {
  const parts: FramePart[] = [];
  let next = 0;
  while (isCredit(lines.at(next))) parts.push(part('credit', segments, next, ++next));
  return { parts, next };
}

function headOf(text: string, segments: Segments, lines: Lines): { parts: FramePart[]; next: number } {
  const parts: FramePart[] = [];
  let hasTitle = false;
  let next = 0;
  for (; next < segments.length; ) {
    const line = lines.at(next);
    if (isCredit(line) || isPageDate(line) || (hasTitle && (isDateLine(line) || isAdoption(line)))) {
      parts.push(part('credit', segments, next, ++next));
    } else if (!hasTitle && isSiteLine(line)) {
      parts.push(part('boilerplate', segments, next, ++next));
    } else if (isHeadline(text, segments, next, line) && (!hasTitle || line.startsWith('#'))) {
      const from = next++;
      const goesOn = (): boolean =>
        next - from < LONGEST_HEADING_BLOCK &&
        !namesDocument(lines.at(next - 1)) &&
        !lines.at(next, '#').startsWith('#') &&
        isHeadline(text, segments, next, lines.at(next)) &&
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

function isHeadline(text: string, segments: Segments, index: number, line: string): boolean {
  if (index >= segments.length) return false;
  const [start, end] = [segments.start(index), segments.end(index)];
  if (end - start > LONGEST_TITLE || endsSentence(text, start, end) || /。/.test(line)) return false;
  if (isDateLine(line) || isCredit(line) || isPageDate(line) || isAdoption(line)) return false;
  return isUnmarked(text, start, end);
}

function isUnmarked(text: string, start: number, end: number): boolean {
  return readMarker(text, start, end) === undefined && readBullet(text, start, end) === undefined;
}

function tailOf(text: string, segments: Segments, lines: Lines, first: number): { parts: FramePart[]; from: number } {
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
function signatureStart(text: string, segments: Segments, lines: Lines, first: number, end: number): number {
  const isDated = end > first && isDateLine(lines.at(end - 1));
  let start = isDated ? end - 1 : end;
  const limit = Math.max(first, end - LONGEST_SIGNATURE);
  while (start > limit && isSignatoryAt(text, segments, lines, start - 1)) start--;
  if (isDated) return start;
  for (let at = start; at < end; at++) if (isSignedMark(lines.at(at))) return start;
  return end;
}

function isSignatoryAt(text: string, segments: Segments, lines: Lines, at: number): boolean {
  const line = lines.at(at);
  if (!isSignatory(line) || isCredit(line) || line.startsWith('#')) return false;
  return isUnmarked(text, segments.start(at), segments.end(at));
}

function part(kind: FramePart['kind'], segments: Segments, from: number, to: number): FramePart {
  const lines: Span[] = [];
  for (let index = from; index < to; index++) lines.push(spanOf(segments.start(index), segments.end(index)));
  return { kind, lines };
}
