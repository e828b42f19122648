import { countUpTo } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { Table } from '../text/table.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';

/** A line, or the part of a line between ideographic gaps, without the white space around it. Never empty. */
export interface Segment extends Span {
  /** How much white space stands before it on its line, in UTF-16 units. */
  readonly indent: number;
  /** Whether it begins a line; false for what follows a gap inside one. */
  readonly startsLine: boolean;
}

/** Lines longer than this with gaps inside are paragraphs run together. */
const LONG_LINE = 200;
const GAP = '\u3000\u3000';

/** What {@link readSegments} found, as numbers. */
export class Segments {
  readonly #table = new Table(4);

  get length(): number {
    return this.#table.length;
  }

  clear(): void {
    this.#table.clear();
  }

  add(start: number, end: number, indent: number, startsLine: boolean): void {
    const table = this.#table;
    const row = table.add();
    table.set(row, 0, start);
    table.set(row, 1, end);
    table.set(row, 2, indent);
    table.set(row, 3, startsLine ? 1 : 0);
  }

  start(index: number): number {
    return this.#table.at(index, 0);
  }

  end(index: number): number {
    return this.#table.at(index, 1);
  }

  indent(index: number): number {
    return this.#table.at(index, 2);
  }

  startsLine(index: number): boolean {
    return this.#table.at(index, 3) === 1;
  }
}

/** What `span` of a text holds, line by line, given the text's line breaks; blank lines give nothing. */
export function segmentsOf(text: string, { start, end }: Span, lineBreaks: readonly number[]): Segment[] {
  const found = new Segments();
  readSegments(found, text, start, end, lineBreaks, true);
  return Array.from({ length: found.length }, (_, index) => ({
    start: found.start(index),
    end: found.end(index),
    indent: found.indent(index),
    startsLine: found.startsLine(index),
  }));
}

/** The same of the text between two offsets, as rows of `segments`. Without `hasGaps`, nobody looks for gaps. */
export function readSegments(
  segments: Segments,
  text: string,
  start: number,
  end: number,
  lineBreaks: readonly number[],
  hasGaps: boolean,
): void {
  segments.clear();
  const gaps = hasGaps ? new Gaps(text) : undefined;
  let lineStart = start;
  for (let next = countUpTo(lineBreaks, start); lineStart < end; next++) {
    const behind = Math.min(lineBreaks[next] ?? end, end);
    const from = skipWhite(text, lineStart, behind);
    if (from < behind) {
      const to = trimEnd(text, from, behind);
      if (!gaps || to - from < LONG_LINE) segments.add(from, to, from - lineStart, true);
      else addParts(segments, text, gaps, from, to, from - lineStart);
    }
    lineStart = behind;
  }
}

function addParts(segments: Segments, text: string, gaps: Gaps, start: number, end: number, indent: number): void {
  for (let at = start; at < end; ) {
    const gap = Math.min(end, gaps.next(at));
    segments.add(at, trimEnd(text, at, gap), at === start ? indent : 2, at === start);
    at = skipWhite(text, gap, end);
  }
}

/** Where two ideographic spaces stand side by side; to be asked from the front to the back. */
class Gaps {
  readonly #text: string;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first gap from `from` on, or the text's end. */
  next(from: number): number {
    if (this.#next < from) {
      const found = this.#text.indexOf(GAP, from);
      this.#next = found === -1 ? this.#text.length : found;
    }
    return this.#next;
  }
}
