import { countUpTo } from '../text/lines.ts';
import { Table } from '../text/table.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';

/** Lines longer than this with gaps inside are paragraphs run together. */
const LONG_LINE = 200;

/** Lines, and the parts of long lines between ideographic gaps, without the white space around them. None is empty. */
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

  /** How much white space stands before it on its line, in UTF-16 units. */
  indent(index: number): number {
    return this.#table.at(index, 2);
  }

  /** Whether it begins a line; false for what follows a gap inside one. */
  startsLine(index: number): boolean {
    return this.#table.at(index, 3) === 1;
  }
}

/**
 * What the text between two offsets holds, line by line, as rows of `segments`; blank lines give nothing.
 *
 * @param lineBreaks those of the whole text, and `gaps`, its gaps
 */
export function readSegments(
  segments: Segments,
  text: string,
  start: number,
  end: number,
  lineBreaks: readonly number[],
  gaps: readonly number[],
): void {
  segments.clear();
  let lineStart = start;
  for (let next = countUpTo(lineBreaks, start); lineStart < end; next++) {
    const behind = Math.min(lineBreaks[next] ?? end, end);
    const from = skipWhite(text, lineStart, behind);
    if (from < behind) {
      const to = trimEnd(text, from, behind);
      if (gaps.length === 0 || to - from < LONG_LINE) segments.add(from, to, from - lineStart, true);
      else addParts(segments, text, gaps, from, to, from - lineStart);
    }
    lineStart = behind;
  }
}

function addParts(
  segments: Segments,
  text: string,
  gaps: readonly number[],
  start: number,
  end: number,
  indent: number,
): void {
  let next = countUpTo(gaps, start);
  for (let at = start; at < end; next++) {
    const gap = Math.min(end, gaps[next] ?? end);
    segments.add(at, trimEnd(text, at, gap), at === start ? indent : 2, at === start);
    at = skipWhite(text, gap, end);
  }
}
