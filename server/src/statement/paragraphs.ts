import { endsSentence, isHan } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
import { Table } from '../text/table.ts';
import { confirmMarkers, type Marker, readBullet, readMarker } from './markers.ts';
import { isCredit, isDateLine } from './furniture.ts';
import type { Segments } from './segments.ts';

/**
 * Logical paragraphs, which are what the newspaper printed as one, whatever page or line breaks cut it into. As numbers: a
 * large file has tens of thousands of them.
 */
export class Paragraphs {
  readonly #table = new Table(4);
  readonly #markers: (Marker | undefined)[] = [];
  #pieces: Map<number, Span[]> | undefined;

  get length(): number {
    return this.#table.length;
  }

  clear(): void {
    this.#table.clear();
    this.#pieces = undefined;
  }

  add(start: number, end: number, textStart: number, marker: Marker | undefined, traits: number): void {
    const table = this.#table;
    const row = table.add();
    table.set(row, 0, start);
    table.set(row, 1, end);
    table.set(row, 2, textStart);
    table.set(row, 3, traits);
    this.#markers[row] = marker;
  }

  /** Joins what stands between two offsets to the last one. */
  carryOn(start: number, end: number): void {
    const last = this.length - 1;
    let pieces = this.#pieces?.get(last);
    if (!pieces) (this.#pieces ??= new Map()).set(last, (pieces = [spanOf(this.textStart(last), this.end(last))]));
    pieces.push(spanOf(start, end));
    this.#table.set(last, 1, end);
  }

  start(index: number): number {
    return this.#table.at(index, 0);
  }

  end(index: number): number {
    return this.#table.at(index, 1);
  }

  /** Where its text starts, without Markdown's #, marker and bullet; its end where it is a numeral alone. */
  textStart(index: number): number {
    return this.#table.at(index, 2);
  }

  marker(index: number): Marker | undefined {
    return this.#markers[index];
  }

  isBullet(index: number): boolean {
    return (this.#table.at(index, 3) & BULLET) !== 0;
  }

  /** Whether it has neither number nor bullet, and Markdown does not mark it as a heading. */
  isPlain(index: number): boolean {
    return this.#table.at(index, 3) === 0 && !this.#markers[index];
  }

  /** The physical pieces of its text, where there are several. */
  pieces(index: number): readonly Span[] | undefined {
    return this.#pieces?.get(index);
  }
}

const BULLET = 1;
const HEADING = 2;

/** Joins segments, from `first` on and before `behind`, into paragraphs. */
export function readParagraphs(
  paragraphs: Paragraphs,
  text: string,
  segments: Segments,
  first: number,
  behind: number,
): void {
  paragraphs.clear();
  const isIndented = mostAreIndented(segments, first, behind);
  const markers = markersOf(text, segments, first, behind);
  let indent = 0;
  /** Where the last line's text starts, if a line may carry it on: no heading, no numeral alone. */
  let openStart = -1;
  for (let index = first; index < behind; index++) {
    const start = segments.start(index);
    const end = segments.end(index);
    const marker = markers[index - first];
    const content = contentStart(text, start, end);
    const bullet = marker ? undefined : readBullet(text, content, end);
    const isHeading = content > start;
    const textStart = marker?.contentStart ?? bullet ?? content;
    const mayGoOn = openStart !== -1 && !marker && bullet === undefined && !isHeading;
    const last = paragraphs.length - 1;
    if (mayGoOn && goesOn(text, openStart, paragraphs.end(last), indent, segments, index, isIndented)) {
      paragraphs.carryOn(textStart, end);
    } else {
      const traits = (bullet === undefined ? 0 : BULLET) | (isHeading ? HEADING : 0);
      paragraphs.add(start, end, textStart, marker, traits);
      indent = segments.indent(index);
    }
    openStart = isHeading || textStart >= end ? -1 : textStart;
  }
}

/** The markers that count, by segment. */
function markersOf(text: string, segments: Segments, first: number, behind: number): readonly (Marker | undefined)[] {
  CANDIDATES.length = 0;
  let isNumbered = false;
  for (let index = first; index < behind; index++) {
    const start = segments.start(index);
    const end = segments.end(index);
    const marker = readMarker(text, contentStart(text, start, end), end);
    CANDIDATES.push(marker);
    if (marker) isNumbered = true;
  }
  return isNumbered ? confirmMarkers(CANDIDATES) : CANDIDATES;
}

/** Of the body that is being read. */
const CANDIDATES: (Marker | undefined)[] = [];

/** Where what a line says starts, without Markdown's mark of a heading. */
export function contentStart(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== HEADING_UNIT) return start;
  const mark = /^#{1,6}[ \t]+/.exec(text.slice(start, Math.min(end, start + 16)));
  return mark ? start + mark[0].length : start;
}

const HEADING_UNIT = '#'.charCodeAt(0);

/** A piece shorter than this without any punctuation is a heading or a signature, not half a sentence. */
const SHORTEST_HALF = 20;
/** A heading is no longer, as a rule. */
const LONGEST_HEADING = 36;
const LOOKED_AT = 400;

/** Whether the body's paragraphs begin with white space, headings and numerals aside. */
function mostAreIndented(segments: Segments, first: number, behind: number): boolean {
  let majority = 0;
  for (let index = first; index < behind; index++) {
    if (segments.end(index) - segments.start(index) < SHORTEST_HALF) continue;
    majority += segments.indent(index) > 0 ? 1 : -1;
  }
  return majority > 0;
}

/** Whether a segment carries on the paragraph whose last piece, from `start` to `end`, may have left off in mid-sentence. */
function goesOn(
  text: string,
  start: number,
  end: number,
  indent: number,
  segments: Segments,
  index: number,
  isIndented: boolean,
): boolean {
  if (endsSentence(text, start, end) || !segments.startsLine(index) || segments.indent(index) > indent) return false;
  const next = { start: segments.start(index), end: segments.end(index), indent: segments.indent(index) };
  const before = text.slice(Math.max(start, end - LOOKED_AT), end);
  const after = text.slice(next.start, Math.min(next.end, next.start + LOOKED_AT));
  if (!isHan(before.charCodeAt(before.length - 1)) && !/[，、,“《（(\w0-9０-９]$/.test(before)) return false;
  if (!isHan(after.charCodeAt(0)) && !/^[，、。；：！？”’》）,\w0-9０-９]/.test(after)) return false;
  if (isDateLine(after) || isCredit(after) || CREDIT_AT_END.test(before)) return false;
  if (isRow(before) && (isRow(after) || gapCount(before) >= GAPS_OF_ROW)) return false;
  if (isColumn(before) || (endsWithFigure(before) && /^[0-9０-９]/.test(after))) return false;
  const isShort = before.length < SHORTEST_HALF;
  const isWhole = endsSentence(text, next.start, next.end);
  const isProse = after.length >= SHORTEST_HALF || isWhole || /[，。；、]/.test(after);
  // Verses and lists of names are short, one like the other.
  if (isShort && after.length < SHORTEST_HALF) return false;
  // Where paragraphs are indented, a line that is not begins none.
  if (isIndented && indent > 0 && next.indent === 0) return isProse;
  // A new indentation says that a paragraph begins; only words that cannot end one speak louder.
  if (indent > 0 && next.indent >= indent) {
    const isCut = before.length > LONGEST_HEADING && /[，。；]/.test(before) && !OPENING.test(after);
    return !isShort && isProse && (CANNOT_END.test(before) || isCut);
  }
  if (isShort && !/[，。；]/.test(before)) return false;
  if (isHeading(before) && isWhole && OPENING.test(after)) return false;
  return isProse;
}

/** Who took the picture or wrote the lines, behind the last full stop. */
const CREDIT_AT_END = /(?:[摄攝绘繪译譯]|供[图圖]|[报報]道|整理)$|[记記]者\s?\S{2,4}$/;

/** A comma, or a word that asks for another one. */
const CANNOT_END = /[，、,“《（(]$|[的和与與及或并並对對从從向把被将將而于於]$/;

/** So many gaps in a line without punctuation are those of a table or a list of names, whatever follows it. */
const GAPS_OF_ROW = 3;

/** Cells apart by white space; a comma in a number is no punctuation. */
function isRow(line: string): boolean {
  const isSpaced = /\t|[ \u3000]{2,}|(?:\S[ \u3000]){2,}\S/.test(line.trim().slice(0, 80));
  return (isSpaced || gapCount(line) >= GAPS_OF_ROW) && !/[。；]|(?<![0-9０-９])，|，(?![0-9０-９])/.test(line);
}

/** A line with a gap and no punctuation, not that behind a numeral: an addressee with his office, a caption. */
function isColumn(line: string): boolean {
  return /\S\u3000+\S/.test(line.slice(LONGEST_MARK)) && !/[，。；！？]/.test(line);
}

/** 第二十三条 and what may stand before it. */
const LONGEST_MARK = 8;

/** A figure that ends a line of figures; in running text a break may part a figure. */
function endsWithFigure(line: string): boolean {
  return /[0-9０-９]$/.test(line) && !/[，。；]/.test(line);
}

function gapCount(line: string): number {
  return line.trim().match(/[ \t\u3000]+/g)?.length ?? 0;
}

function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !/[，。；：！？、,;:!?]/.test(line);
}

/** How the first paragraph under a heading begins, and the second half of a sentence hardly ever does. */
const OPENING =
  /^(?:[双雙]方|中方|俄方|美方|日方|中俄|中美|[两兩][国國]|各方|我们|我們|我[国國]|本[报報]|[新近]日|日前|目前|[当當]前|近年|今年|去年|[0-9]{4}年|[一二三四五六七八九十]{1,3}月|[为為][了此]?|[随隨]着|在|据|據|[会會][议議]|大[会會]|第[一二三四五六七八九十])/;
