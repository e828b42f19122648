import type { Span } from '../../server/src/text/span.ts';

/** A text after one injury, and where the right rule must see it. */
interface Injured {
  readonly text: string;
  readonly span: Span;
}

/** One kind of damage that is known from real files, and the rule that must report it. */
export interface Injury {
  readonly name: string;
  readonly code: string;
  /** `pick` chooses one of several places; `undefined` where the text has none. */
  inflict(text: string, pick: Pick): Injured | undefined;
}

export type Pick = <Item>(items: readonly Item[]) => Item | undefined;

const FIELD_LINE = /^〖(?:ZQ|RQ|BH|TH|BT|BM|TC)\/.*$/gm;
const HAN = '[\\u4e00-\\u9fff]';

/** Replaces one match of `pattern`; `mark` says which part of what is put in must be reported, all of it by default. */
function replace(
  name: string,
  code: string,
  pattern: RegExp,
  put: (match: RegExpMatchArray) => string,
  mark: (put: string, match: RegExpMatchArray) => readonly [start: number, end: number] = (put) => [0, put.length],
): Injury {
  return {
    name,
    code,
    inflict(text, pick) {
      const match = pick([...text.matchAll(new RegExp(pattern.source, 'gmu'))]);
      if (!match) return undefined;
      const instead = put(match);
      const [start, end] = mark(instead, match);
      return {
        text: text.slice(0, match.index) + instead + text.slice(match.index + match[0].length),
        span: { start: match.index + start, end: match.index + end },
      };
    },
  };
}

/** Puts `what` between two Chinese characters of a sentence. */
function insert(name: string, code: string, what: string): Injury {
  return replace(name, code, new RegExp(`(?<=${HAN}{2})(?=${HAN}{2})`), () => what);
}

const part = (instead: string, what: string): readonly [number, number] => [
  instead.indexOf(what),
  instead.indexOf(what) + what.length,
];

export const INJURIES: readonly Injury[] = [
  replace(
    'a closing tag lost',
    'tag.unclosed',
    /^〖(\w\w)\/(..)〗(.*)〖-\1\/\2〗$/,
    (m) => `〖${m[1]}/${m[2]}〗${m[3]}`,
    () => [0, 7],
  ),
  replace(
    'an opening tag lost',
    'tag.unopened',
    /^〖(\w\w)\/(..)〗(.+)〖-\1\/\2〗$/,
    (m) => `${m[3]}〖-${m[1]}/${m[2]}〗`,
    (put) => [put.length - 8, put.length],
  ),
  replace('the closing tag of another field', 'tag.mismatched', /〖-(BT\/标题|BM\/版名|TC\/体裁)〗/, (m) =>
    m[1] === 'BT/标题' ? '〖-BM/版名〗' : '〖-BT/标题〗',
  ),
  replace('lenticular brackets', 'tag.malformed', /〖(-?\w\w\/..)〗/, (m) => `【${m[1]}】`),
  replace('full-width square brackets', 'tag.malformed', /〖(-?\w\w\/..)〗/, (m) => `［${m[1]}］`),
  replace('a semicolon for the slash', 'tag.malformed', /〖(-?\w\w)\/(..)〗/, (m) => `〖${m[1]}；${m[2]}〗`),
  replace('a full-width slash', 'tag.malformed', /〖(-?\w\w)\/(..)〗/, (m) => `〖${m[1]}／${m[2]}〗`),
  replace('a tag cut off', 'tag.malformed', /〖(-?\w\w\/..)〗/, (m) => `〖${m[1]}`),
  replace('small letters', 'tag.malformed', /〖(-?\w\w)\/(..)〗/, (m) => `〖${m[1]?.toLowerCase()}/${m[2]}〗`),
  replace('a space in a tag', 'tag.malformed', /〖(-?\w\w\/..)〗/, (m) => `〖${m[1]} 〗`),
  replace('a full-width hyphen', 'tag.malformed', /〖-(\w\w\/..)〗/, (m) => `〖－${m[1]}〗`),
  replace('a slash for the hyphen', 'tag.malformed', /〖-(\w\w\/..)〗/, (m) => `〖/${m[1]}〗`),
  replace(
    'an unknown code',
    'tag.unknown',
    /^〖BM\/版名〗(.*)〖-BM\/版名〗$/,
    (m) => `〖XM/刊名〗${m[1]}〖-XM/刊名〗`,
    () => [0, 7],
  ),
  replace('a name that belongs to another code', 'tag.name-mismatch', /^〖(ZQ|BH|TH)\/..〗/, (m) => `〖${m[1]}/日期〗`),
  replace(
    'a field emptied',
    'field.empty',
    /^(〖(?:BM|TC|BT)\/..〗).+(〖-(?:BM|TC|BT)\/..〗)$/,
    (m) => `${m[1]}${m[2]}`,
  ),
  replace(
    'a field twice',
    'field.duplicate',
    FIELD_LINE,
    (m) => `${m[0]}\n${m[0]}`,
    // The opening tag of the second one.
    (put) => [(put.length + 1) / 2, (put.length + 1) / 2 + 7],
  ),
  replace(
    'text between fields',
    'field.stray-text',
    FIELD_LINE,
    (m) => `${m[0]}\n多余的文字`,
    (put) => part(put, '多余的文字'),
  ),
  replace('a month that does not exist', 'meta.date', /(?<=日期〗)(\d{4})\d\d(\d\d)/, (m) => `${m[1]}13${m[2]}`),
  replace('a day that does not exist', 'meta.date', /(?<=日期〗)(\d{6})\d\d/, (m) => `${m[1]}32`),
  replace('a digit of the date lost', 'meta.date', /(?<=日期〗)(\d{7})\d/, (m) => `${m[1]}`),
  replace('letters in the issue', 'meta.issue', /(?<=总期〗)(\d{3})\d\d/, (m) => `${m[1]}O1`),
  replace('a page of one digit', 'meta.page', /(?<=版号〗)\d{3}/, () => '2'),
  replace('an item of zero', 'meta.item', /(?<=条号〗)\d+/, () => '0'),
  replace(
    'a number left out',
    'number.gap',
    /^ {4}二、.*\n {4}三(?=、)/,
    () => '    三',
    (put) => part(put, '三'),
  ),
  replace(
    'a number twice',
    'number.repeat',
    /^ {4}三(?=、)/,
    () => '    二',
    (put) => part(put, '二'),
  ),
  replace(
    'a list that starts at two',
    'number.start',
    /^ {4}一、.*\n {4}二(?=、)/,
    () => '    二',
    (put) => part(put, '二'),
  ),
  replace(
    'digits in a Han list',
    'number.style',
    /^ {4}三、/,
    () => '    3.',
    (put) => part(put, '3'),
  ),
  replace(
    'a dash for 一',
    'number.glyph',
    /^ {4}一(?=、)/,
    () => '    —',
    (put) => part(put, '—'),
  ),
  replace(
    'katakana for 二',
    'number.glyph',
    /^ {4}二(?=、)/,
    () => '    ニ',
    (put) => part(put, 'ニ'),
  ),
  replace('a half-width comma', 'char.halfwidth', new RegExp(`(?<=${HAN})，(?=${HAN})`), () => ','),
  replace('a half-width semicolon', 'char.halfwidth', new RegExp(`(?<=${HAN})；(?=${HAN})`), () => ';'),
  replace('a katakana dot', 'char.middle-dot', new RegExp(`(?<=${HAN})·(?=${HAN})`), () => '・'),
  replace('a bullet for the dot', 'char.middle-dot', new RegExp(`(?<=${HAN})·(?=${HAN})`), () => '•'),
  replace(
    'a space in a sentence',
    'char.space',
    new RegExp(`(?<=^ {4}[^\\n]{20,60}${HAN}{3})(?=${HAN}{6})`),
    () => ' ',
  ),
  insert('a zero-width space', 'char.invisible', '\u200b'),
  insert('a soft hyphen', 'char.invisible', '\u00ad'),
  insert('a bidirectional mark', 'char.invisible', '\u202a'),
  insert('an inner byte order mark', 'char.invisible', '\ufeff'),
  insert('a no-break space', 'char.invisible', '\u00a0'),
  insert('a control character', 'char.invisible', '\u0008'),
  insert('a replacement character', 'char.lost', '\ufffd'),
  insert('a private character', 'char.lost', '\ue5e5'),
  insert('mojibake', 'char.lost', '锟斤拷'),
  replace('a horizontal bar for a dash', 'char.dash', /(?<=[^\s])——(?=[^\s])/, () => '――'),
  replace('dots for an ellipsis', 'char.ellipsis', /……/, () => '...'),
  replace('full stops for an ellipsis', 'char.ellipsis', /……/, () => '。。。'),
  replace(
    'zeros in a year',
    'char.zero',
    /二〇〇九(?=年)/,
    () => '二00九',
    (put) => part(put, '00'),
  ),
  replace(
    'letters in a year',
    'char.zero',
    /二〇〇九(?=年)/,
    () => '二OO九',
    (put) => part(put, 'OO'),
  ),
  replace('a comma twice', 'char.repeat', new RegExp(`(?<=${HAN})，(?=${HAN})`), () => '，，'),
  replace('a full stop twice', 'char.repeat', new RegExp(`(?<=${HAN})。(?=${HAN})`), () => '。。'),
  replace(
    'a title without its end',
    'pair.unbalanced',
    /《[^《》\n]{2,20}》/,
    (m) => m[0].slice(0, -1),
    () => [0, 1],
  ),
  replace(
    'a title without its start',
    'pair.unbalanced',
    /《[^《》\n]{2,20}》/,
    (m) => m[0].slice(1),
    (put) => [put.length - 1, put.length],
  ),
  replace(
    'a quotation without its end',
    'pair.unbalanced',
    /“[^“”\n]{2,20}”/,
    (m) => m[0].slice(0, -1),
    () => [0, 1],
  ),
  replace(
    'a bracket without its start',
    'pair.unbalanced',
    /（[^（）\n]{2,20}）/,
    (m) => m[0].slice(1),
    (put) => [put.length - 1, put.length],
  ),
  replace(
    'a title inside a title',
    'pair.nesting',
    /《关于([^《》\n]{2,20})》/,
    (m) => `《关于《${m[1]}》》`,
    (put) => [3, put.length - 1],
  ),
  replace('an HTML tag', 'structure.residue', new RegExp(`(?<=${HAN}{3})(?=${HAN}{3})`), () => '<br>'),
  replace('an entity', 'structure.residue', new RegExp(`(?<=${HAN}{3})(?=${HAN}{3})`), () => '&nbsp;'),
  replace(
    'a picture of the typesetter',
    'structure.residue',
    new RegExp(`(?<=${HAN}{3})(?=${HAN}{3})`),
    () => '<img=522b0201aa>',
  ),
  replace(
    'a paragraph cut in two',
    'structure.broken-paragraph',
    new RegExp(`(?<=^ {4}[^\\n]{30,60}${HAN}{3})(?=${HAN}{6})`),
    () => '\n',
    // The break with the characters that it parts.
    () => [-1, 2],
  ),
];
