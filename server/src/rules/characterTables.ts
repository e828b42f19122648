import { once } from '../text/once.ts';
import { convertedCharacters } from './overConversions.ts';
import { charactersOnlyIn } from './scriptCharacters.ts';
import { TEXT } from './traces.ts';

/** Kinds of characters, as far as it matters what stands beside them; from `starter` on the pass takes a closer look. */
export const KIND = {
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
  ['"', TEXT.pair],
  ['#*[<&\\', TEXT.residue],
  ['@', TEXT.address],
];

/** The same, of what stands in dictionaries. */
function tracesInDictionaries(): typeof TRACES {
  return [
    [convertedCharacters(), TEXT.converted],
    [charactersOnlyIn('traditional'), TEXT.traditional],
    [charactersOnlyIn('simplified'), TEXT.simplified],
  ];
}

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

/** What one pass over a text looks up for each of its characters: small tables, which stay in the processor's cache. */
export interface CharacterTables {
  /** For each UTF-16 unit its class: of one class are units of the same kind that are traces of the same. */
  readonly classes: Uint8Array;
  /** The kind of each class. Classes are in the order of their kinds. */
  readonly kinds: Uint8Array;
  /** The first class at which the pass takes a closer look. */
  readonly firstSpecial: number;
  /** What a class, and the one before it, are a trace of: `(before << CLASS_BITS) | class`. */
  readonly traces: Int32Array;
  /** For each paired mark, twice its number from 1 on, and 1 more where it closes. */
  readonly marks: Uint8Array;
}

/** There are some fifty classes. */
export const CLASS_BITS = 6;
const KIND_BITS = 5;

export const characterTables = once((): CharacterTables => {
  const entries = entriesOfUnits();
  const sorted = [...new Set(entries)].sort((a, b) => kindOf(a) - kindOf(b));
  const numbers = new Map(sorted.map((entry, index) => [entry, index]));
  const kinds = Uint8Array.from(sorted, kindOf);
  const marks = new Uint8Array(1 << 16);
  for (let index = 0; index < MARKS.length; index++) marks[MARKS.charCodeAt(index)] = index + 2;
  return {
    classes: Uint8Array.from(entries, (entry) => numbers.get(entry) ?? 0),
    kinds,
    firstSpecial: kinds.findIndex((kind) => kind >= KIND.starter),
    traces: tracesOfClasses(sorted),
    marks,
  };
});

/** Opening and closing marks in turn. */
const MARKS = '《》〈〉“”‘’（）「」『』【】';

/** Kind and traces of each UTF-16 unit in one number. */
function entriesOfUnits(): Int32Array {
  const entries = new Int32Array(1 << 16);
  for (const [characters, kind] of CHARACTERS) eachRange(characters, (from, to) => entries.fill(kind, from, to + 1));
  for (const [characters, trace] of [...TRACES, ...tracesInDictionaries()]) {
    eachRange(characters, (from, to) => {
      for (let unit = from; unit <= to; unit++) entries[unit] = (entries[unit] ?? 0) | (trace << KIND_BITS);
    });
  }
  return entries;
}

function kindOf(entry: number): number {
  return entry & ((1 << KIND_BITS) - 1);
}

function tracesOfClasses(entries: readonly number[]): Int32Array {
  const traces = new Int32Array(1 << (2 * CLASS_BITS));
  for (const [first, before] of entries.entries()) {
    for (const [second, behind] of entries.entries()) {
      traces[(first << CLASS_BITS) | second] = (behind >> KIND_BITS) | neighbourTraces(kindOf(before), kindOf(behind));
    }
  }
  return traces;
}

function neighbourTraces(before: number, behind: number): number {
  let traces = 0;
  for (const [first, second, trace] of NEIGHBOURS) {
    if (first.includes(before) && second.includes(behind)) traces |= trace;
  }
  return traces;
}

/** Calls `use` for each character and range of a list such as `a-zé`. */
function eachRange(characters: string, use: (from: number, to: number) => void): void {
  for (let at = 0; at < characters.length; at++) {
    const from = characters.charCodeAt(at);
    const isRange = characters.charAt(at + 1) === '-' && at + 2 < characters.length;
    if (isRange) at += 2;
    use(from, characters.charCodeAt(at));
  }
}
