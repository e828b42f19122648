/** The value of one Han digit, with the formal forms of cheques, old 〇 and the traditional ones. */
const HAN_DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零○', '一壹弌', '二贰貳两兩', '三叁參叄', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (forms, digit) => Array.from(forms, (form): [string, number] => [form, digit]),
  ),
);
const HAN_UNITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('十拾', (form): [string, number] => [form, 10]),
  ...Array.from('百佰', (form): [string, number] => [form, 100]),
  ...Array.from('千仟', (form): [string, number] => [form, 1000]),
  ...Array.from('万萬', (form): [string, number] => [form, 10_000]),
]);
/** Twenty, thirty and forty in one character. */
const HAN_TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卄', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Runs of code points that stand for consecutive numbers, each number one glyph: first code point, first number, last number. */
const GLYPH_RUNS: readonly (readonly [first: number, from: number, to: number])[] = [
  [0x24_60, 1, 20], // ①
  [0x32_51, 21, 35], // ㉑
  [0x32_b1, 36, 50], // ㊱
  [0x24_74, 1, 20], // ⑴
  [0x24_88, 1, 20], // ⒈
  [0x32_20, 1, 10], // ㈠
  [0x32_80, 1, 10], // ㊀
  [0x21_60, 1, 12], // Ⅰ
];
/** Families of the runs above: a list that starts with ⑳ goes on with ㉑. */
const GLYPH_FAMILIES: readonly (readonly number[])[] = [[0, 1, 2], [3], [4], [5], [6], [7]];

const FULL_WIDTH_ZERO = 0xff_10;
/** Numbers beyond this are not numerals of sections. */
const LARGEST = 99_999;

/** The value of a numeral in any of the ways Chinese texts write one, or `undefined` for anything else. */
export function parseNumeral(text: string): number | undefined {
  const value = HAN_DIGITS.get(text) ?? parseDigits(text) ?? parseGlyph(text) ?? parseHan(text);
  return value !== undefined && value <= LARGEST ? value : undefined;
}

/**
 * `value` in the manner of the sample `like`: 十二 for 三, 廿一 for 廿, 拾贰 for 叁, １２ for ３, ⑫ for ③. Where that manner has no
 * such number (㈠ ends at ten), plain Han numerals or ASCII digits, whichever is nearer.
 */
export function writeNumeral(value: number, like: string): string {
  if (/^[0-9]+$/.test(like)) return String(value);
  if (/^[０-９]+$/.test(like))
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit)));
  const glyph = writeGlyph(value, like);
  if (glyph !== undefined) return glyph;
  if (/^[①-⒛Ⅰ-Ⅻ㉑-㉟㊱-㊿]$/.test(like)) return String(value);
  return writeHan(value, like);
}

function parseDigits(text: string): number | undefined {
  if (!/^[0-9０-９]{1,5}$/.test(text)) return undefined;
  let value = 0;
  for (const digit of text) {
    const unit = digit.charCodeAt(0);
    value = value * 10 + (unit >= FULL_WIDTH_ZERO ? unit - FULL_WIDTH_ZERO : unit - 0x30);
  }
  return value;
}

function parseGlyph(text: string): number | undefined {
  const unit = text.charCodeAt(0);
  if (text.length !== 1) return undefined;
  for (const [first, from, to] of GLYPH_RUNS) {
    if (first <= unit && unit <= first + to - from) return from + unit - first;
  }
  return undefined;
}

function parseHan(text: string): number | undefined {
  if (text.length === 0 || text.length > 9) return undefined;
  const characters = Array.from(text);
  if (characters.length > 1 && characters.every((character) => HAN_DIGITS.has(character))) {
    return characters.reduce((value, character) => value * 10 + (HAN_DIGITS.get(character) ?? 0), 0);
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const asDigit = HAN_DIGITS.get(character);
    const tens = HAN_TENS.get(character);
    const unit = HAN_UNITS.get(character);
    if (asDigit !== undefined) {
      // Only a zero may stand before another digit: 一百零五.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = asDigit;
    } else if (tens !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      if (lastUnit <= 10) return undefined;
      section += tens;
      digit = undefined;
      lastUnit = 10;
    } else if (unit === 10_000) {
      total = (section + (digit ?? 0)) * unit;
      if (total === 0) return undefined;
      section = 0;
      digit = undefined;
      lastUnit = Number.POSITIVE_INFINITY;
    } else if (unit !== undefined) {
      if (unit >= lastUnit || (digit === 0 && unit !== 10)) return undefined;
      // Only ten may stand without a digit before it: 十二, but not 百二.
      if (digit === undefined && unit !== 10) return undefined;
      section += (digit || 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else {
      return undefined;
    }
  }
  return total + section + (digit ?? 0);
}

function writeGlyph(value: number, like: string): string | undefined {
  const unit = like.charCodeAt(0);
  if (like.length !== 1) return undefined;
  const family = GLYPH_FAMILIES.find((runs) => runs.some((run) => isIn(GLYPH_RUNS[run], unit)));
  for (const run of family ?? []) {
    const [first, from, to] = GLYPH_RUNS[run] ?? [0, 1, 0];
    if (from <= value && value <= to) return String.fromCharCode(first + value - from);
  }
  return undefined;
}

function isIn(run: (typeof GLYPH_RUNS)[number] | undefined, unit: number): boolean {
  return run !== undefined && run[0] <= unit && unit <= run[0] + run[2] - run[1];
}

interface HanManner {
  readonly digits: string;
  readonly units: string;
}
const PLAIN: HanManner = { digits: '〇一二三四五六七八九', units: '十百千万' };
const FORMAL: HanManner = { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟万' };
const FORMAL_TRADITIONAL: HanManner = { digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟萬' };

function writeHan(value: number, like: string): string {
  const manner = /[貳參陸]/.test(like) ? FORMAL_TRADITIONAL : /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(like) ? FORMAL : PLAIN;
  if (/[廿卅卌]/.test(like) && value >= 20 && value < 50) {
    return '廿卅卌'.charAt(Math.floor(value / 10) - 2) + (value % 10 ? manner.digits.charAt(value % 10) : '');
  }
  // 一〇, 一一: digits in a row, as in a year.
  if (/^[〇零○一二三四五六七八九]{2,}$/.test(like)) {
    return Array.from(String(value), (digit) => manner.digits.charAt(Number(digit))).join('');
  }
  return writeWithUnits(value, manner);
}

function writeWithUnits(value: number, { digits, units }: HanManner): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const low = rest === 0 ? '' : (rest < 1000 ? '零' : '') + writeWithUnits(rest, { digits, units });
    return writeWithUnits(Math.floor(value / 10_000), { digits, units }) + units.charAt(3) + low;
  }
  if (value === 0) return digits.charAt(0);
  let text = '';
  let gap = false;
  for (const [size, unit] of [
    [1000, units.charAt(2)],
    [100, units.charAt(1)],
    [10, units.charAt(0)],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    const isBareTen = size === 10 && digit === 1 && text === '' && units.startsWith('十');
    text += (isBareTen ? '' : digits.charAt(digit)) + unit;
  }
  return text;
}
