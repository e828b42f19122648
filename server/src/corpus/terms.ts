import { type Span, spanOf } from '../text/span.ts';
import { kindOf, type WordKind } from './plainWords.ts';
import { wordSegmenter } from '../text/wordSegmenter.ts';

/** What no term reaches across. */
const PUNCTUATION = /[，。、；：？！“”‘’（）《》〈〉…—\n]/;
const LONGEST_TERM = 16;
const LONGEST_TITLE = 60;

/** A term that may be meant, as a span of a normalised text. */
export interface CandidateTerm {
  readonly span: Span;
  /** How many of its characters say what it is about; those of general words count for less. */
  readonly telling: number;
}

/** What may be meant at `at` in a normalised text: a 《title》 or “quoted” term first, then runs of words. */
export function candidateTerms(text: string, at: Span): CandidateTerm[] {
  const quoted = quotedAround(text, at);
  const runs = at.end > at.start ? [{ span: at, telling: at.end - at.start }] : runsAround(text, at.start);
  return quoted ? [{ span: quoted, telling: quoted.end - quoted.start }, ...runs] : runs;
}

function quotedAround(text: string, at: Span): Span | undefined {
  for (const [open, close] of ['《》', '“”'].map((pair) => Array.from(pair))) {
    if (open === undefined || close === undefined) continue;
    const start = text.lastIndexOf(open, at.start - 1) + 1;
    const end = text.indexOf(close, at.end);
    if (start === 0 || end === -1 || end - start > LONGEST_TITLE || end === start) continue;
    if (text.slice(start, at.start).includes(close) || text.slice(at.end, end).includes(open)) continue;
    return spanOf(start, end);
  }
  return undefined;
}

/** All runs of whole words that touch the caret, cross no punctuation and neither begin nor end with a function word. */
function runsAround(text: string, caret: number): CandidateTerm[] {
  const clause = clauseAround(text, caret);
  const words = wordsOf(text, clause);
  const place = placeAround(words, caret);
  const runs: CandidateTerm[] = [];
  words.forEach((first, from) => {
    if (isFrame(first) || first.start > place.end || place.start - first.start > LONGEST_TERM) return;
    let telling = 0;
    for (let to = from; to < words.length; to++) {
      const last = words[to];
      if (!last || last.end - first.start > LONGEST_TERM) return;
      telling += (last.end - last.start) * TELLS[last.kind];
      if (isFrame(last) || last.end < place.start || last.end - first.start < 2) continue;
      if (from === to && last.kind === 'general') continue;
      runs.push({ span: spanOf(first.start, last.end), telling });
    }
  });
  return runs;
}

/** The caret, and the framing words around it: it may mean what they frame. */
function placeAround(words: readonly Word[], caret: number): Span {
  let { start, end } = spanOf(caret, caret);
  for (const word of words) if (word.kind === 'framing' && word.start <= end && end < word.end) end = word.end;
  for (const word of words.toReversed()) {
    if (word.kind === 'framing' && word.start < start && start <= word.end) start = word.start;
  }
  return { start, end };
}

function isFrame({ kind }: Word): boolean {
  return kind === 'function' || kind === 'framing';
}

/** How much a character of a word says of what is meant. */
const TELLS: Readonly<Record<WordKind | 'own', number>> = { function: 0, framing: 0.3, general: 0.3, own: 1 };

interface Word extends Span {
  readonly kind: WordKind | 'own';
}

function wordsOf(text: string, { start, end }: Span): Word[] {
  const segments = [...wordSegmenter().segment(text.slice(start, end))];
  return segments.map(({ segment, index }, nth) => {
    const beside = [segments[nth - 1]?.segment, segments[nth + 1]?.segment];
    // What the dictionary does not know falls into single characters: 中|亚.
    const isPiece =
      segment.length === 1 &&
      beside.some((one) => one?.length === 1 && kindOf(one) !== 'function' && !PUNCTUATION.test(one));
    return {
      start: start + index,
      end: start + index + segment.length,
      kind: isPiece ? 'own' : kindOf(segment),
    };
  });
}

function clauseAround(text: string, caret: number): Span {
  let start = caret;
  while (start > 0 && caret - start < LONGEST_TITLE && !PUNCTUATION.test(text.charAt(start - 1))) start--;
  let end = caret;
  while (end < text.length && end - caret < LONGEST_TITLE && !PUNCTUATION.test(text.charAt(end))) end++;
  return spanOf(start, end);
}

/** The phrase around a place, up to punctuation and function words, as the ends of its words: where one may begin or end. */
export function phraseAround(text: string, at: Span): { readonly starts: Set<number>; readonly ends: Set<number> } {
  const words = wordsOf(text, clauseAround(text, at.start));
  const touched = words.findIndex(({ start, end }) => start <= at.start && at.start < end);
  const touching = touched >= 0 ? touched : words.length - 1;
  let from = touching;
  while (from > 0 && words[from - 1]?.kind !== 'function') from--;
  let to = touching;
  while (to + 1 < words.length && words[to + 1]?.kind !== 'function') to++;
  const phrase = words.slice(Math.max(0, from), to + 1);
  return { starts: new Set(phrase.map(({ start }) => start)), ends: new Set(phrase.map(({ end }) => end)) };
}

/** Whether a word goes with any subject and names none. */
export function isPlain(word: string): boolean {
  return kindOf(word) !== 'own';
}

/** What counts and tells nothing of what: 三大, 第三. */
const COUNTS = /^第?[一二三四五六七八九十两百千]+[个项大次届种]?$/;

/** A name without the framing word behind it, if a name is left: 文化 of 文化合作. */
export function core(name: string): string {
  for (let length = Math.min(4, name.length - 2); length >= 2; length--) {
    const rest = name.slice(0, -length);
    if (kindOf(name.slice(-length)) === 'framing' && kindOf(rest) === 'own' && !COUNTS.test(rest)) return rest;
  }
  return name;
}

/** So much text on either side tells where a word begins and ends. */
const BESIDE = 8;

/** How many ends of a stretch stand inside of words: 中加 has none of its two there in 中加关系, one in 发展中加强. */
export function endsInWords(text: string, { start, end }: Span): number {
  const from = Math.max(0, start - BESIDE);
  const words = wordSegmenter().segment(text.slice(from, end + BESIDE));
  const isInside = (at: number): boolean => at < text.length && words.containing(at - from)?.index !== at - from;
  return [start, end].filter(isInside).length;
}

/** Whether a word falls into single characters, which stand side by side in many other words. */
export function isLoose(word: string): boolean {
  return [...wordSegmenter().segment(word)].every(({ segment }) => segment.length === 1);
}
