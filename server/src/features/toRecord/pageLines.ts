import { isCredit, isDateLine } from '../../statement/furniture.ts';
import { endsSentence } from '../../text/characters.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { DraftEdit } from './draft.ts';
import { headlineAmong, headlineWords, isBodyLine } from './headline.ts';
import {
  isBareNumber,
  isDisclaimer,
  isPageLine,
  isPageLineInside,
  isPageNumber,
  isRuler,
  tellsPageDate,
} from './pageWords.ts';
import { type TextLine, textLines } from './textLines.ts';

export interface PageLines {
  readonly edits: readonly DraftEdit[];
  /** The line by which the page says when it was put on the web. */
  readonly pageDate: string | undefined;
}

/** Takes out the lines that the page has put before, behind and into an untagged statement, which `place` covers in a text. */
export function withoutPageLines(whole: string, place: Span): PageLines {
  const text = whole.slice(place.start, place.end);
  const lines = textLines(text);
  const numbers = pageNumbers(text, lines);
  const words = new Set([...wordsAround(text, lines), ...rulersAmong(lines)]);
  const gone = (index: number) => words.has(index) || numbers.has(index);
  const edits = lines.flatMap(({ whole: span }, index): DraftEdit[] =>
    gone(index)
      ? [{ span: shifted(span, place.start), newText: '', group: numbers.has(index) ? 'pageNumber' : 'page' }]
      : [],
  );
  const pageDate = lines.find((line, index) => words.has(index) && tellsPageDate(line.text))?.text;
  return { edits, pageDate };
}

function rulersAmong(lines: readonly TextLine[]): number[] {
  return lines.flatMap(({ text }, index) => (isRuler(text) ? [index] : []));
}

/** Lines before the headline, between headline and text, and behind the text. */
function wordsAround(text: string, lines: readonly TextLine[]): number[] {
  const headline = headlineAmong(text, lines);
  const first = lines.findIndex((line, index) => index > (headline ?? -1) && isBodyLine(text, line));
  const body = first === -1 ? lines.length : first;
  const before = headline === undefined ? [] : beforeHeadline(lines, headline);
  const between: number[] = [];
  for (let index = (headline ?? -1) + 1; index < body; index++) {
    if (isPageLine(lines[index]?.text ?? '')) between.push(index);
  }
  return [...before, ...between, ...behind(text, lines, body), ...inside(text, lines, body)];
}

/** A kicker, or the first line of a headline of two, is longer than what one clicks on. */
const SHORTEST_KICKER = 8;
const LONGEST_UNKNOWN = 60;
const HAN = /[\u3400-\u9fff]/;

/** All that leads to the headline but credits and what may belong to it. */
function beforeHeadline(lines: readonly TextLine[], headline: number): number[] {
  const gone: number[] = [];
  const words = headlineWords(lines[headline]?.text ?? '');
  const hasPage = lines.slice(0, headline).some((line) => isPageLine(line.text));
  for (const [index, { text, start, end }] of lines.slice(0, headline).entries()) {
    if (isCredit(text) || isDateLine(text)) continue;
    const isRepeated = headlineWords(text) === words;
    const isNear = headline - index <= 2 && text.length >= SHORTEST_KICKER;
    const isShort = end - start < SHORTEST_KICKER || (hasPage && !isNear && end - start <= LONGEST_UNKNOWN);
    if (isRepeated || isPageLine(text) || isShort || isRow(text) || !HAN.test(text)) gone.push(index);
  }
  return gone;
}

/** Things to click on, side by side: 首页 新闻 国际 财经. */
function isRow(line: string): boolean {
  const words = line.split(/[\s\u3000|｜·]+/);
  return words.length >= 4 && words.every((word) => word.length <= 6) && !/[，。：]/.test(line);
}

/** How many last lines may be the page's. */
const LONGEST_TAIL = 120;

/** What follows the end of the text, from the first line on that surely is the page's. */
function behind(text: string, lines: readonly TextLine[], body: number): number[] {
  const end = endOfText(text, lines, body);
  const first = lines.findIndex((line, index) => index >= end && (isPageLine(line.text) || isDisclaimer(line.text)));
  if (first === -1) return [];
  return lines.slice(first).flatMap((line, index) => {
    const isLong = line.end - line.start > LONGEST_UNKNOWN && !isPageLine(line.text);
    const isKept = isCredit(line.text) || ((isLong || /。/.test(line.text)) && !isDisclaimer(line.text));
    return isKept ? [] : [first + index];
  });
}

const SIGNED = /[（(]\s?[签簽]\s?[字名]\s?[）)]/;

/** Behind the signature's date or the credit that ends the text; without them, behind its last sentence. */
function endOfText(text: string, lines: readonly TextLine[], body: number): number {
  const from = Math.max(body, lines.length - LONGEST_TAIL);
  for (let index = lines.length - 1; index >= from; index--) {
    const line = lines[index]?.text ?? '';
    if (isDateLine(line) || isCredit(line) || SIGNED.test(line)) return index + 1;
  }
  for (let index = lines.length - 1; index >= from; index--) {
    const line = lines[index];
    if (!line || isPageLine(line.text) || isDisclaimer(line.text)) continue;
    // A text that is cut off ends with half a sentence.
    const isLong = line.end - line.start > LONGEST_UNKNOWN;
    if (isLong || endsSentence(text, line.start, line.end) || /[，。；]/.test(line.text)) return index + 1;
  }
  return lines.length;
}

/** Longer lines in the midst of a text belong to it whatever words they use. */
const LONGEST_BETWEEN = 30;

/** Buttons and the like between paragraphs: they are no sentences, and the line before them is one. */
function inside(text: string, lines: readonly TextLine[], body: number): number[] {
  const end = endOfText(text, lines, body);
  const gone: number[] = [];
  for (let index = body; index < end; index++) {
    const line = lines[index];
    if (!line || line.end - line.start > LONGEST_BETWEEN || /[，。；：！？]/.test(line.text)) continue;
    if (!isCredit(line.text) && !isDateLine(line.text) && isPageLineInside(line.text)) gone.push(index);
  }
  return gone;
}

/** Numbers of pages, and what is printed beside them on every page. */
function pageNumbers(text: string, lines: readonly TextLine[]): ReadonlySet<number> {
  const numbers = lines.flatMap((line, index) => (isPageNumber(line.text) ? [index] : []));
  numbers.push(...bareNumbers(text, lines));
  return new Set([...numbers, ...runningHeads(text, lines, numbers)]);
}

/** Bare numbers are pages where they count up and one of them stands in mid-sentence; otherwise they may be sections. */
function bareNumbers(text: string, lines: readonly TextLine[]): number[] {
  const bare = lines.flatMap((line, index) => (isBareNumber(line.text) ? [index] : []));
  const values = bare.map((index) => Number(lines[index]?.text));
  const countsUp = values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
  const isInSentence = (index: number) => {
    const before = lines[index - 1];
    return before !== undefined && before.text.length >= 10 && !endsSentence(text, before.start, before.end);
  };
  return countsUp && bare.some(isInSentence) ? bare : [];
}

const LONGEST_HEAD = 60;

/** What stands beside two page numbers at least, wherever else it stands. The headline is left: it is printed on every page of some. */
function runningHeads(text: string, lines: readonly TextLine[], numbers: readonly number[]): number[] {
  const beside = new Map<string, Set<number>>();
  for (const number of numbers) {
    for (const index of [number - 1, number + 1]) {
      const line = lines[index];
      if (!line || line.end - line.start > LONGEST_HEAD || /[，。；：]/.test(line.text)) continue;
      const places = beside.get(line.text);
      if (places) places.add(index);
      else beside.set(line.text, new Set([index]));
    }
  }
  const headline = headlineAmong(text, lines);
  return lines.flatMap((line, index) => (index !== headline && (beside.get(line.text)?.size ?? 0) >= 2 ? [index] : []));
}
