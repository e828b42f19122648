import { isLineBreak } from '../text/lines.ts';
import { CONVERTED_CHARACTERS } from './overConversions.ts';
import { perRecord } from './perRecord.ts';
import { ONLY_SIMPLIFIED, ONLY_TRADITIONAL } from './scriptCharacters.ts';

/**
 * What may be wrong with the characters of a text, as far as one look at each of them and its neighbour tells: a bit each.
 * Rules that look closer ask for these first (`needs`), and most texts have none of them.
 */
export const TEXT = {
  /** A half-width bracket or question mark before a letter: 聯(lián)合, 方?jīng). */
  reading: 1 << 5,
  /** `?` */
  question: 1 << 6,
  /** `(` or `)` */
  halfBracket: 1 << 7,
  /** Other half-width punctuation behind a Chinese character or sign. */
  halfMark: 1 << 8,
  /** A space or point behind a Chinese character or sign. */
  gap: 1 << 9,
  /** `·` and its like. */
  middleDot: 1 << 10,
  /** A sign that looks like `·`. */
  foreignDot: 1 << 11,
  /** A character that nobody sees. */
  hidden: 1 << 12,
  /** Western letters and signs in a row, or the fillers of a debugger. */
  mojibake: 1 << 13,
  /** U+FFFD or a private character. */
  unreadable: 1 << 14,
  /** □ or 〓 */
  frame: 1 << 15,
  /** Any dash but —— and a hyphen by itself. */
  dash: 1 << 16,
  /** Dots or stops in a row, or half an ellipsis. */
  ellipsis: 1 << 17,
  /** A digit or letter that looks like 〇 beside a Han numeral. */
  zero: 1 << 18,
  /** ○ beside a Han numeral. */
  circle: 1 << 19,
  /** 〇 */
  ideographicZero: 1 << 20,
  /** Punctuation, 的 or a word twice. */
  doubled: 1 << 21,
  /** A character that converters put for another word's: 麵, 裏. */
  converted: 1 << 22,
  /** A character that only traditional, or only simplified script has. */
  traditional: 1 << 23,
  simplified: 1 << 24,
  /** A paired mark without partner on its line, or inside another pair of its kind; a straight quotation mark. */
  pair: 1 << 25,
  /** What Markdown and HTML are written with. */
  residue: 1 << 26,
  /** Two ideographic spaces inside a line. */
  wideGap: 1 << 27,
  /** What every address has. */
  address: 1 << 28,
  /** A bracket of a tag without the other one behind or before it on its line. */
  loneBracket: 1 << 29,
} as const;

/** In a text with these, other characters stand beside each other than a reader sees: all may be wrong with it. */
export const DISTURBANCES = TEXT.reading | TEXT.hidden | TEXT.mojibake;
const KIND_BITS = 5;
const EVERYTHING = -1 << KIND_BITS;

/** Kinds of characters, as far as it matters what stands beside them; from `starter` on the pass takes a closer look. */
const KIND = {
  other: 0,
  han: 1,
  numeral: 2,
  de: 3,
  sign: 4,
  pause: 5,
  fullStop: 6,
  halfPause: 7,
  halfStop: 8,
  question: 9,
  bracket: 10,
  lower: 11,
  upper: 12,
  w: 13,
  zero: 14,
  circle: 15,
  space: 16,
  point: 17,
  dot: 18,
  hyphen: 19,
  blank: 20,
  western: 21,
  /** The first byte of a Chinese character in UTF-8, read as a Western letter. */
  westernLead: 22,
  filler: 23,
  slash: 24,
  /** The first character of a word that nobody says twice. */
  starter: 25,
  mark: 26,
  quote: 27,
  dash: 28,
  ellipsis: 29,
  wideSpace: 30,
  /** A line break or the bracket of a tag. */
  border: 31,
} as const;
const LAST_KIND = (1 << KIND_BITS) - 1;

/** The characters of each kind, ranges included; of two kinds the later one. */
const CHARACTERS: readonly (readonly [characters: string, kind: number])[] = [
  ['\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\udfff', KIND.han],
  ['〇零一二三四五六七八九十', KIND.numeral],
  ['的', KIND.de],
  ['锟斤烫屯', KIND.filler],
  ['双雙我他以并並但因為为所已', KIND.starter],
  ['？！～〔〕', KIND.sign],
  ['，、；：', KIND.pause],
  ['。', KIND.fullStop],
  [',:;', KIND.halfPause],
  ['!', KIND.halfStop],
  ['?', KIND.question],
  ['(', KIND.bracket],
  ['1-9A-Z', KIND.upper],
  ['a-zāǎēěīǐōǒūǔǖǘǚǜńňǹḿ', KIND.lower],
  ['Ww', KIND.w],
  ['0０OoＯΟО', KIND.zero],
  ['○◯', KIND.circle],
  [' ', KIND.space],
  ['\t\u2000-\u200a', KIND.blank],
  ['\u3000', KIND.wideSpace],
  ['.．', KIND.point],
  ['\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122', KIND.western],
  ['\u00e3-\u00ef', KIND.westernLead],
  ['·', KIND.dot],
  ['-－', KIND.hyphen],
  ['—', KIND.dash],
  ['…', KIND.ellipsis],
  ['《》〈〉“”（）「」『』【】', KIND.mark],
  ['‘’', KIND.quote],
  ['/', KIND.slash],
  ['\n\r〖〗', KIND.border],
];

/** What a character is a trace of by itself. */
const TRACES: readonly (readonly [characters: string, trace: number])[] = [
  ['?', TEXT.question],
  ['()', TEXT.halfBracket],
  ['·', TEXT.middleDot],
  ['・•‧∙･', TEXT.foreignDot],
  ['\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202e', TEXT.hidden],
  ['\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb', TEXT.hidden],
  ['\ufffd\ue000-\uf8ff\udb80-\udbff', TEXT.unreadable],
  ['□〓', TEXT.frame],
  ['―─–', TEXT.dash],
  ['〇', TEXT.ideographicZero],
  [CONVERTED_CHARACTERS, TEXT.converted],
  [ONLY_TRADITIONAL, TEXT.traditional],
  [ONLY_SIMPLIFIED, TEXT.simplified],
  ['"', TEXT.pair],
  ['#*[<&\\', TEXT.residue],
  ['@', TEXT.address],
];

const PAUSES = [KIND.pause, KIND.fullStop, KIND.halfPause];
const NUMERALS = [KIND.numeral, KIND.circle];
const LATIN = [KIND.lower, KIND.upper, KIND.w, KIND.zero];
const ACCENTED = [KIND.western, KIND.westernLead];
const SIGNS = [KIND.sign, KIND.pause, KIND.fullStop, KIND.dot, KIND.mark, KIND.quote, KIND.dash, KIND.ellipsis];
const CHINESE = [KIND.han, KIND.numeral, KIND.de, KIND.filler, KIND.starter, ...SIGNS];

/** What two characters beside each other are a trace of. */
const NEIGHBOURS: readonly (readonly [before: readonly number[], behind: readonly number[], trace: number])[] = [
  [[KIND.bracket, KIND.question], [KIND.lower, KIND.w, KIND.zero, ...ACCENTED], TEXT.reading],
  [CHINESE, [KIND.halfPause, KIND.halfStop, KIND.question], TEXT.halfMark],
  [CHINESE, [KIND.space, KIND.point], TEXT.gap],
  [[KIND.western, KIND.westernLead, KIND.dot], [...ACCENTED, KIND.dot], TEXT.mojibake],
  [[KIND.westernLead], SIGNS, TEXT.mojibake],
  [[KIND.filler], [KIND.filler], TEXT.mojibake],
  [[KIND.hyphen], [KIND.hyphen, KIND.dash], TEXT.dash],
  [[KIND.dash], [KIND.hyphen], TEXT.dash],
  [[KIND.point], [KIND.point], TEXT.ellipsis],
  [[KIND.fullStop], [KIND.fullStop], TEXT.ellipsis],
  [NUMERALS, [KIND.zero], TEXT.zero],
  [[KIND.zero], NUMERALS, TEXT.zero],
  [[KIND.numeral], [KIND.circle], TEXT.circle],
  [[KIND.circle], [KIND.numeral], TEXT.circle],
  [PAUSES, PAUSES, TEXT.doubled],
  [[KIND.de], [KIND.de], TEXT.doubled],
  // ’ may be an apostrophe.
  [LATIN, [KIND.quote], TEXT.pair],
  [[KIND.quote], LATIN, TEXT.pair],
  [[KIND.wideSpace], [KIND.wideSpace], TEXT.wideGap],
  [[KIND.w], [KIND.w], TEXT.address],
  [[KIND.slash], [KIND.slash], TEXT.address],
];

export const textTracesOf = perRecord(({ text }) => textTraces(text));

/** The traces of a text: bits of {@link TEXT}. One pass; what it leaves out is not there. */
export function textTraces(text: string): number {
  const { kinds, neighbours, marks } = (tables ??= makeTables());
  let traces = 0;
  let before: number = KIND.border;
  // The marks that are open on this line, the innermost one in the lowest bits, and the same as a set.
  let open = 0;
  let openKinds = 0;
  let isInBrackets = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const entry = kinds[unit] ?? 0;
    const kind = entry & LAST_KIND;
    traces |= entry | (neighbours[(before << KIND_BITS) | kind] ?? 0);
    if (kind >= KIND.starter) {
      if (kind === KIND.starter) {
        if (text.charCodeAt(at + 2) === unit) traces |= TEXT.doubled;
      } else if (kind === KIND.mark || kind === KIND.quote) {
        const mark = marks[unit] ?? 0;
        const number = mark >> 1;
        if (isClosing(mark)) {
          if ((open & LAST_MARK) !== number) traces |= TEXT.pair;
          open >>>= MARK_BITS;
          openKinds &= ~(1 << number);
        } else {
          if (openKinds & (1 << number)) traces |= TEXT.pair;
          open = (open << MARK_BITS) | number;
          openKinds |= 1 << number;
        }
      } else if (kind === KIND.dash || kind === KIND.ellipsis) {
        const isAlone = before !== kind && text.charCodeAt(at + 1) !== unit;
        if (isAlone) traces |= kind === KIND.dash ? TEXT.dash : TEXT.ellipsis;
      } else {
        // What opens before a border or a wide gap and closes behind it may belong to two paragraphs.
        if (open !== 0) traces |= TEXT.pair;
        if (kind === KIND.border) {
          open = openKinds = 0;
          if (isInBrackets !== (unit === CLOSING_BRACKET)) traces |= TEXT.loneBracket;
          isInBrackets = unit === OPENING_BRACKET;
          // Indentation is no gap.
          if (isLineBreak(unit)) while (isIndentation(kinds[text.charCodeAt(at + 1)] ?? 0)) at++;
        }
      }
    }
    before = kind;
  }
  if (open !== 0) traces |= TEXT.pair;
  if (isInBrackets) traces |= TEXT.loneBracket;
  return traces & DISTURBANCES ? EVERYTHING : traces & EVERYTHING;
}

const OPENING_BRACKET = '〖'.charCodeAt(0);
const CLOSING_BRACKET = '〗'.charCodeAt(0);
/** Opening and closing marks in turn. */
const MARKS = '《》〈〉“”‘’（）「」『』【】';
/** Eight kinds of marks fit into an integer, each of them once. */
const MARK_BITS = 4;
const LAST_MARK = (1 << MARK_BITS) - 1;

function isClosing(mark: number): boolean {
  return (mark & 1) === 1;
}

function isIndentation(entry: number): boolean {
  const kind = entry & LAST_KIND;
  return kind === KIND.space || kind === KIND.wideSpace || kind === KIND.blank;
}

interface Tables {
  /** Kind and traces of each UTF-16 unit. */
  readonly kinds: Int32Array;
  /** The traces of each two kinds. */
  readonly neighbours: Int32Array;
  /** For each paired mark, twice its number from 1 on, and 1 more where it closes. */
  readonly marks: Uint8Array;
}

let tables: Tables | undefined;

function makeTables(): Tables {
  const kinds = new Int32Array(1 << 16);
  for (const [characters, kind] of CHARACTERS) eachUnit(characters, (from, to) => kinds.fill(kind, from, to + 1));
  for (const [characters, trace] of TRACES) {
    eachUnit(characters, (from, to) => {
      for (let unit = from; unit <= to; unit++) kinds[unit] = (kinds[unit] ?? 0) | trace;
    });
  }
  const neighbours = new Int32Array(1 << (2 * KIND_BITS));
  for (const [before, behind, trace] of NEIGHBOURS) {
    for (const first of before) {
      for (const second of behind) {
        const pair = (first << KIND_BITS) | second;
        neighbours[pair] = (neighbours[pair] ?? 0) | trace;
      }
    }
  }
  const marks = new Uint8Array(1 << 16);
  for (let index = 0; index < MARKS.length; index++) marks[MARKS.charCodeAt(index)] = index + 2;
  return { kinds, neighbours, marks };
}

/** Calls `use` for each character and range of a list such as `a-zé`. */
function eachUnit(characters: string, use: (from: number, to: number) => void): void {
  for (let at = 0; at < characters.length; at++) {
    const from = characters.charCodeAt(at);
    const isRange = characters.charAt(at + 1) === '-' && at + 2 < characters.length;
    if (isRange) at += 2;
    use(from, characters.charCodeAt(at));
  }
}
