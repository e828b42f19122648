import { endsSentence, isHan } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
import { confirmMarkers, type Marker, readBullet, readMarker } from './markers.ts';
import { isCredit, isDateLine } from './furniture.ts';
import type { Segment } from './segments.ts';

/** A logical paragraph: what the newspaper printed as one, whatever page or line breaks cut it into. */
export interface Paragraph {
  readonly start: number;
  /** Moves on while lines are joined. */
  end: number;
  /** Where its text starts, without Markdown's #, marker and bullet; its end where it is a numeral alone. */
  readonly textStart: number;
  /** The physical pieces of its text, where there are several. */
  pieces: Span[] | undefined;
  readonly marker: Marker | undefined;
  readonly isBullet: boolean;
  /** Whether Markdown marks it as a heading. */
  readonly isHeading: boolean;
}

/** Joins the segments of a body into its paragraphs. */
export function paragraphsOf(text: string, segments: readonly Segment[]): Paragraph[] {
  const isIndented = mostAreIndented(segments);
  const markers = confirmMarkers(segments.map((line) => readMarker(text, contentStart(text, line), line.end)));
  const paragraphs: Paragraph[] = [];
  let before: Paragraph | undefined;
  let indent = 0;
  /** Where the last line's text starts, if a line may carry it on: no heading, no numeral alone. */
  let openStart = -1;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment) continue;
    const { start, end } = segment;
    const marker = markers[index];
    const content = contentStart(text, segment);
    const bullet = marker ? undefined : readBullet(text, content, end);
    const isHeading = content > start;
    const textStart = marker?.contentStart ?? bullet ?? content;
    const mayGoOn = !marker && bullet === undefined && !isHeading && openStart !== -1;
    if (before && mayGoOn && goesOn(text, openStart, before.end, indent, segment, isIndented)) {
      (before.pieces ??= [spanOf(before.textStart, before.end)]).push(spanOf(textStart, end));
      before.end = end;
    } else {
      before = { start, end, textStart, pieces: undefined, marker, isBullet: bullet !== undefined, isHeading };
      paragraphs.push(before);
      indent = segment.indent;
    }
    openStart = isHeading || textStart >= end ? -1 : textStart;
  }
  return paragraphs;
}

/** Where what a line says starts, without Markdown's mark of a heading. */
export function contentStart(text: string, { start, end }: Span): number {
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
function mostAreIndented(segments: readonly Segment[]): boolean {
  let majority = 0;
  for (const { start, end, indent } of segments) {
    if (end - start >= SHORTEST_HALF) majority += indent > 0 ? 1 : -1;
  }
  return majority > 0;
}

/** Whether a segment carries on the paragraph whose last piece, from `start` to `end`, may have left off in mid-sentence. */
function goesOn(text: string, start: number, end: number, indent: number, next: Segment, isIndented: boolean): boolean {
  if (!next.startsLine || next.indent > indent) return false;
  if (endsSentence(text, start, end)) return false;
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
