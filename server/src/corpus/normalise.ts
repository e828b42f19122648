import { readTag } from '../markup/scan.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { readingLengthAt } from '../repair/pinyin.ts';
import type { TornReading } from '../repair/restore.ts';
import { isBlank } from '../text/characters.ts';
import { isLineBreak } from '../text/lines.ts';
import { once } from '../text/once.ts';
import { mayBeTraditional, simplify, simplifyText } from '../text/script.ts';
import { type MappedText, straightText } from '../text/sourceMap.ts';
import type { Span } from '../text/span.ts';

/**
 * Signs that are printed in several ways, each with the one that stands for all of them. 著 is among them because the
 * dictionary leaves it: it is 着 in 著眼 and itself in 名著.
 */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '·': '・•‧∙･',
    '，': ',',
    '：': ':',
    '；': ';',
    '？': '?',
    '！': '!',
    '（': '(〔',
    '）': ')〕',
    '“': '「『"',
    '”': '」』',
    〇: '○',
    着: '著',
  }).flatMap(([one, others]) => Array.from(others, (other): [string, string] => [other, one])),
);

const OPENING = 0x28;
const OPENING_TAG = 0x30_16;
const FULL_WIDTH_FIRST = 0xff_10;
const FULL_WIDTH_LAST = 0xff_5a;
const FULL_WIDTH_SHIFT = 0xfe_e0;

/**
 * The pieces of one paragraph in the form in which texts are compared: joined, without tags, white space and the
 * readings that a mirror put in, torn places restored, simplified, signs in one width. Offsets of the map count as those
 * of `pieces`.
 */
export function normalise(
  text: string,
  pieces: readonly Span[],
  vocabulary: Vocabulary,
  torn: readonly TornReading[] = [],
): MappedText {
  const same = torn.length === 0 ? unitForUnit(text, pieces) : undefined;
  if (same !== undefined) return straightText(same, pieces);
  const tornAt = new Map(torn.map((place) => [place.span.start, place]));
  const kept: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const piece of pieces) {
    let at = piece.start;
    while (at < piece.end) {
      const place = tornAt.get(at);
      if (place) {
        // All that a torn stretch reads comes from all of it: no byte of it belongs to one character.
        for (const point of place.alternatives[0] ?? '') {
          kept.push(plain(point));
          from.push(place.span.start);
          to.push(place.span.end);
        }
        at = place.span.end;
        continue;
      }
      const skipped = skippedLength(text, at, vocabulary);
      if (skipped > 0) {
        at += skipped;
        continue;
      }
      const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
      kept.push(plain(point));
      from.push(at);
      at += point.length;
      to.push(at);
    }
  }
  return mapped(simplify(kept), from, to, pieces.at(-1)?.end ?? 0);
}

/** What may become of a unit, as bits; without any, it stays as it is wherever it stands. */
const REPLACED = 1;
/** OpenCC may have something for it. */
const SUSPECT = 2;
/** That depends on what is around it, or it is half of something. */
const DEPENDS = 4;

const units = once(() => {
  const kinds = new Uint8Array(0x1_00_00);
  const instead = new Uint16Array(0x1_00_00);
  for (let unit = 0; unit < kinds.length; unit++) {
    const sign = plain(String.fromCharCode(unit)).charCodeAt(0);
    instead[unit] = sign;
    const depends =
      isBlank(unit) ||
      isLineBreak(unit) ||
      unit === OPENING ||
      unit === OPENING_TAG ||
      SURROGATE.test(String.fromCharCode(unit));
    kinds[unit] = (sign === unit ? 0 : REPLACED) | (mayBeTraditional(sign) ? SUSPECT : 0) | (depends ? DEPENDS : 0);
  }
  return { kinds, instead };
});

/**
 * The normalised text where it has one unit for each of the pieces, as it has for nearly all paragraphs; `undefined` where
 * that is not sure. A tenth of what it costs to take each character by itself.
 */
function unitForUnit(text: string, pieces: readonly Span[]): string | undefined {
  const { kinds, instead } = units();
  let kind = 0;
  for (const { start, end } of pieces) {
    for (let at = start; at < end; at++) kind |= kinds[text.charCodeAt(at)] ?? DEPENDS;
  }
  if (kind & DEPENDS) return undefined;
  let made = '';
  for (const { start, end } of pieces) made += text.slice(start, end);
  if (kind & REPLACED)
    made = Array.from(made, (sign) => String.fromCharCode(instead[sign.charCodeAt(0)] ?? 0)).join('');
  if (!(kind & SUSPECT)) return made;
  const simple = simplifyText(made);
  // As many units, and none of them half of a character: as many characters, each for the one in its place.
  return simple.length === made.length && !SURROGATE.test(simple) ? simple : undefined;
}

const SURROGATE = /[\ud800-\udfff]/;

/** What `span` of a normalised text was made from, as printed in `source`: only what `normalise` leaves out is missing. */
export function printed(source: string, { from, to }: MappedText, span: Span): string {
  let text = '';
  for (let unit = span.start; unit < span.end; unit++) {
    if (unit > span.start && from[unit] === from[unit - 1]) continue;
    text += source.slice(from[unit], to[unit]);
  }
  return text;
}

/** A term as it would stand in a normalised paragraph. */
export function normaliseTerm(term: string, vocabulary: Vocabulary): string {
  return normalise(term, [{ start: 0, end: term.length }], vocabulary).text;
}

function skippedLength(text: string, at: number, vocabulary: Vocabulary): number {
  const unit = text.charCodeAt(at);
  if (isBlank(unit)) {
    // Between Latin words a space is part of the text.
    return isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at + 1)) ? 0 : 1;
  }
  if (isLineBreak(unit)) return 1;
  if (unit === OPENING) return readingLengthAt(text, at);
  if (unit !== OPENING_TAG) return 0;
  const tag = readTag(text, at, vocabulary);
  return tag ? tag.end - tag.start : 0;
}

function isWordUnit(unit: number): boolean {
  return unit > 0x20 && unit < 0x2_50 && unit !== 0xa0;
}

function plain(point: string): string {
  const unit = point.charCodeAt(0);
  if (FULL_WIDTH_FIRST <= unit && unit <= FULL_WIDTH_LAST && /[０-９Ａ-Ｚａ-ｚ]/.test(point)) {
    return String.fromCharCode(unit - FULL_WIDTH_SHIFT);
  }
  return SAME.get(point) ?? point;
}

function mapped(points: readonly string[], from: readonly number[], to: readonly number[], end: number): MappedText {
  const text = points.join('');
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  let at = 0;
  points.forEach((point, index) => {
    for (let unit = 0; unit < point.length; unit++) {
      starts[at + unit] = from[index] ?? end;
      ends[at + unit] = to[index] ?? end;
    }
    at += point.length;
  });
  starts[at] = end;
  ends[at] = end;
  return { text, from: starts, to: ends };
}
