import { unitsOf } from '../text/characters.ts';
import { type Span, spanOf } from '../text/span.ts';
import { parseNumeral } from './numerals.ts';
import type { Numeral, NumeralStyle } from './tree.ts';

/** What a paragraph begins with that makes it a member of a list. */
export interface Marker {
  readonly numeral: Numeral;
  /** The numeral with its punctuation. */
  readonly span: Span;
  /** Where the text behind it starts. */
  readonly contentStart: number;
  /**
   * Whether the shape alone tells. Page numbers look like `12` alone, a dash like 一, 五、六月间 like a fifth item; only the
   * numbers before and after tell those apart.
   */
  readonly certain: boolean;
}

const HAN = '〇零○一二三四五六七八九十百千万廿卅卌壹贰貳叁參肆伍陆陸柒捌玖拾佰仟';
/** What OCR and keyboards put for a numeral, by what they mean. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '—': '一',
  '–': '一',
  '―': '一',
  '─': '一',
  '－': '一',
  ー: '一',
  '-': '一',
  ニ: '二',
  ミ: '三',
  彡: '三',
};
const LIKE = '—–―─－ー\\-ニミ彡';
const ANY_LIKE = new RegExp(`[${LIKE}]`);
const LONGEST_NUMBER = 7;
const NUMBER = `[${HAN}${LIKE}]{1,${LONGEST_NUMBER}}`;
const DIGITS = '[0-9０-９]{1,3}';

interface Shape {
  readonly style: NumeralStyle;
  /** Its first group is the numeral, and what follows the match is the member's text. */
  readonly shape: RegExp;
  readonly certain: boolean;
}

const sure = (style: NumeralStyle, shape: string): Shape => ({ style, shape: new RegExp(shape), certain: true });
const unsure = (style: NumeralStyle, shape: string): Shape => ({ style, shape: new RegExp(shape), certain: false });

/** Ways to begin a member of a list, by the characters that they begin with; for a bare number see {@link readBare}. */
const SHAPES: readonly { readonly first: string; readonly shapes: readonly Shape[] }[] = [
  {
    first: '（(〔',
    shapes: [
      sure('han-parentheses', `^.(${NUMBER})[）)〕][、，.．]?`),
      sure('digit-parentheses', `^[（(](${DIGITS})[）)]`),
    ],
  },
  {
    first: '0123456789０１２３４５６７８９',
    shapes: [
      unsure('digit-alone', `^(${DIGITS})$`),
      sure('digit-point', `^(${DIGITS})[.．、](?![0-9０-９])`),
      sure('digit-parenthesis', `^(${DIGITS})[）)]`),
    ],
  },
  {
    first: '第',
    shapes: [
      sure('chapter', `^第([${HAN}]{1,7}|${DIGITS})[章编編篇](?=[\\s　]|$)`),
      sure('part', `^第([${HAN}]{1,7}|${DIGITS})[节節](?=[\\s　]|$)`),
      sure('article', `^第([${HAN}]{1,7}|${DIGITS})[条條](?=[\\s　：:]|$)`),
      sure('ordinal', `^第([${HAN}]{1,3})[，,、：:](?!第)`),
    ],
  },
  { first: runs('㈠㈩ ㊀㊉'), shapes: [sure('han-parentheses', '^(.)[、，.．]?')] },
  { first: runs('⒈⒛'), shapes: [sure('digit-point', '^(.)')] },
  { first: runs('⑴⒇'), shapes: [sure('digit-parentheses', '^(.)')] },
  { first: runs('①⑳ ㉑㉟ ㊱㊿'), shapes: [sure('digit-circled', '^(.)')] },
];
const SHAPES_BY_FIRST = new Map(
  SHAPES.flatMap(({ first, shapes }) => Array.from(first, (character) => [character.charCodeAt(0), shapes] as const)),
);
/** No marker is longer: 第一百二十三条 and a bracket on each side. */
const LONGEST = 14;

/** The characters from the first to the second of each pair. */
function runs(pairs: string): string {
  const characters = pairs.split(' ').flatMap((pair) => {
    const [first, last] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
  });
  return characters.join('');
}

/** The marker at the start of a paragraph whose text lies between two offsets, if it has one. */
export function readMarker(text: string, from: number, to: number): Marker | undefined {
  const first = text.charCodeAt(from);
  if (NUMBER_UNITS.has(first)) return readBare(text, from, to);
  const shapes = SHAPES_BY_FIRST.get(first);
  if (!shapes) return undefined;
  // Bounded, so that `$` means the end of the paragraph and a long one costs no more than a short one.
  const head = text.slice(from, Math.min(to, from + LONGEST + 1));
  for (const { style, shape, certain } of shapes) {
    const match = shape.exec(head);
    const printed = match?.[1];
    if (!match || printed === undefined) continue;
    const at = from + match[0].indexOf(printed);
    const marker = markerOf(style, printed, at, text, from, from + match[0].length, to, certain);
    if (marker) return marker;
  }
  return undefined;
}

/**
 * A number without anything before it, which may be the first words of a sentence as well: 一 alone, or 一、 where no second
 * number follows as in 一、二、. As many paragraphs begin so, no regular expression is asked.
 */
function readBare(text: string, from: number, to: number): Marker | undefined {
  const behind = skipNumber(text, from, to, NUMBER_UNITS);
  if (behind - from > LONGEST_NUMBER) return undefined;
  if (behind === to) return markerOf('han-alone', text.slice(from, to), from, text, from, to, to, true);
  if (!BEHIND_BARE.has(text.charCodeAt(behind))) return undefined;
  const next = skipNumber(text, behind + 1, to, HAN_UNITS);
  const others = next - behind - 1;
  if (1 <= others && others <= 3 && next < to && text.charCodeAt(next) === ENUMERATION_COMMA) return undefined;
  return markerOf('han-comma', text.slice(from, behind), from, text, from, behind + 1, to, true);
}

function skipNumber(text: string, from: number, to: number, units: ReadonlySet<number>): number {
  let at = from;
  while (at < to && units.has(text.charCodeAt(at))) at++;
  return at;
}

/** The marker between `from` and `end` whose numeral, as `printed`, stands at `at`; none where that is no number. */
function markerOf(
  style: NumeralStyle,
  printed: string,
  at: number,
  text: string,
  from: number,
  end: number,
  to: number,
  certain: boolean,
): Marker | undefined {
  const { meant, value } = meaningOf(printed);
  if (value === undefined || value === 0) return undefined;
  const numeral = { style, span: spanOf(at, at + printed.length), text: printed, value };
  return {
    numeral: meant === printed ? numeral : { ...numeral, meant },
    span: spanOf(from, end),
    contentStart: skipSpaces(text, end, to),
    certain: certain && meant === printed && !isRange(text, at + printed.length, end, to),
  };
}

const ENUMERATION_COMMA = '、'.charCodeAt(0);
const HAN_UNITS = unitsOf(HAN);
const NUMBER_UNITS = unitsOf(HAN + Object.keys(LOOKALIKES).join(''));
const BEHIND_BARE = unitsOf('、．.');

interface Meaning {
  readonly meant: string;
  readonly value: number | undefined;
}

const meanings = new Map<string, Meaning>();
/** Lists seldom have more members. */
const MOST_MEANINGS = 256;

/** What is meant by a numeral as printed, look-alikes undone; most texts have the same few. */
function meaningOf(printed: string): Meaning {
  let meaning = meanings.get(printed);
  if (!meaning) {
    const meant = ANY_LIKE.test(printed) ? Array.from(printed, (sign) => LOOKALIKES[sign] ?? sign).join('') : printed;
    meaning = { meant, value: parseNumeral(meant) };
    if (meanings.size === MOST_MEANINGS) meanings.clear();
    meanings.set(printed, meaning);
  }
  return meaning;
}

/** A numeral as printed with what is meant in the place of look-alikes. */
export function meantBy(printed: string): string {
  return meaningOf(printed).meant;
}

const HAN_ORDER = '一二三四五六七八九十';

/**
 * 五、六月间; 三、五年内; 第二、三产业: two numbers in a row that say about how many, or which ones. Not 一、二〇〇九年以来, whose
 * second number has more than one digit.
 */
function isRange(text: string, numeralEnd: number, end: number, to: number): boolean {
  if (end >= to || !'、，,'.includes(text.charAt(end - 1))) return false;
  const following = HAN_ORDER.indexOf(text.charAt(end)) + 1;
  if (following === 0 || (end + 1 < to && HAN_UNITS.has(text.charCodeAt(end + 1)))) return false;
  const rank = HAN_ORDER.indexOf(text.charAt(numeralEnd - 1)) + 1;
  return rank > 0 && (following === rank + 1 || (rank === 3 && following === 5));
}

const BULLET_UNITS = unitsOf('—―─－–-•●◆■▪◇□○*·・');
const BULLET = /^(?:[—―─－–-]{2}|[—•●◆■▪◇□○*·・](?=[^\s—]))\s*/;

/** Where the text behind a bullet mark (—— and its like) starts, or `undefined` where there is none. */
export function readBullet(text: string, from: number, to: number): number | undefined {
  if (!BULLET_UNITS.has(text.charCodeAt(from))) return undefined;
  const match = BULLET.exec(text.slice(from, Math.min(to, from + 8)));
  const content = match ? from + match[0].length : to;
  return content < to ? content : undefined;
}

/**
 * The markers that count, given those of all paragraphs in order. An uncertain one counts where the numbers around it
 * agree: a look-alike carries on those of its own style before it or is carried on by those behind it; digits alone on a
 * line are a run from 1 on in a text that has no other numbers, or fit into a list of Han numbers alone on their lines.
 * All else that looks so is a page number or a dash.
 */
export function confirmMarkers(candidates: readonly (Marker | undefined)[]): readonly (Marker | undefined)[] {
  if (!candidates.some((marker) => marker && !marker.certain)) return candidates;
  const confirmed = [...candidates];
  const last = new Map<NumeralStyle, number>();
  const hasHanNumbers = candidates.some((marker) => marker?.certain && marker.numeral.style.startsWith('han-'));
  let lastAlone = 0;
  candidates.forEach((marker, index) => {
    if (!marker) return;
    const { style, value } = marker.numeral;
    const before = last.get(style);
    const nextOwn = (): number | undefined => nextValue(candidates, index, (other) => other === style);
    const nextAlone = (): number | undefined => nextValue(candidates, index, (other) => other.endsWith('-alone'));
    const counts =
      marker.certain ||
      (style === 'digit-alone'
        ? (!hasHanNumbers && (value === 1 ? nextOwn() === 2 : before === value - 1)) ||
          (hasHanNumbers && value > 1 && lastAlone === value - 1 && nextAlone() === value + 1)
        : (value > 1 && before === value - 1) ||
          ((value === 1 || before === undefined) && nextOwn() === value + 1) ||
          // One number is missing behind it: a list that would begin with 三 begins with this.
          (value === 1 && before === undefined && nextOwn() === 3));
    if (!counts) {
      confirmed[index] = undefined;
      return;
    }
    last.set(style, value);
    if (style.endsWith('-alone')) lastAlone = value;
  });
  return confirmed;
}

/** How many paragraphs ahead the next number of a list is looked for. */
const HORIZON = 400;

function nextValue(
  candidates: readonly (Marker | undefined)[],
  index: number,
  isWanted: (style: NumeralStyle) => boolean,
): number | undefined {
  const limit = Math.min(candidates.length, index + HORIZON);
  for (let next = index + 1; next < limit; next++) {
    const numeral = candidates[next]?.numeral;
    if (numeral && isWanted(numeral.style)) return numeral.value;
  }
  return undefined;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isGapUnit(text.charCodeAt(at))) at++;
  return at;
}

function isGapUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x30_00;
}
