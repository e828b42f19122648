import { endsLine, isLineBreak } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Tag, TagDefect } from './syntax.ts';
import { codeNumber, type TagDefinition, type Vocabulary } from './vocabulary.ts';

const OPENING = '〖';
const CLOSING = '〗';
/** What stands for 〖 and 〗 where a converter or a keyboard changed them. */
const OTHER_OPENING = '【［[〔';
const OTHER_CLOSING = '】］]〕';
const SEPARATOR = '/';
const OTHER_SEPARATORS = '／；;：:｜|\\、';
const OTHER_CLOSING_MARKS = '－—–ー/／';
const OPENING_UNIT = 0x30_16;
const CLOSING_UNIT = 0x30_17;
const LF = 0x0a;
const WIDE_SPACE = 0x30_00;
const SEPARATOR_UNIT = 0x2f;
const CLOSING_MARK_UNIT = 0x2d;
/** The longest name that is still read as one; the vocabulary's have two characters. */
const LONGEST_NAME = 12;

/** Line breaks, ideographic spaces and the brackets of tags, sound and damaged ones. */
const MARK = new RegExp(`[\\n\\r\\u3000${OPENING}${CLOSING}【［\\[〔]`, 'g');

/** Is told of what is worth knowing of a text before anything else, in order. */
export interface MarkReader {
  /** @param behind the offset just behind it */
  lineBreak(behind: number): void;
  /** Two ideographic spaces, or more, that stand elsewhere than at the start of a line. */
  gap(start: number): void;
  /**
   * @param bracket its opening bracket, or the closing one where that is lost
   * @param plain what it is, where it is written as the vocabulary has it
   * @param tag the tag, where it is not
   */
  tag(bracket: number, plain: TagDefinition | undefined, tag: Tag | undefined): void;
}

/** One pass over a text. Linear: each unit is looked at once, but for tags and what looks like them. */
export function scanMarks(text: string, vocabulary: Vocabulary, reader: MarkReader): void {
  /** Where the tag before ends. */
  let limit = 0;
  for (let at = nextMark(text, skipWide(text, 0)); at !== -1; at = nextMark(text, at)) {
    const unit = text.charCodeAt(at);
    if (isLineBreak(unit)) {
      if (endsLine(text, at, unit)) reader.lineBreak(at + 1);
      at = skipWide(text, at + 1);
      continue;
    }
    if (unit === WIDE_SPACE) {
      const end = skipWide(text, at);
      if (end - at > 1) reader.gap(at);
      at = end;
      continue;
    }
    const plain = plainDefinitionAt(text, at, vocabulary);
    const tag = plain ? undefined : readTagAt(text, at, limit, vocabulary);
    const end = plain ? plainEnd(text, at, plain) : tag?.end;
    if (end === undefined) {
      at++;
    } else {
      reader.tag(at, plain, tag);
      at = limit = end;
    }
  }
}

/** The first offset from `start` on that holds no ideographic space. */
function skipWide(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === WIDE_SPACE) at++;
  return at;
}

/** Where the next mark stands from `at` on, or -1. */
function nextMark(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Where one mark stands, another one often follows: a tag on a new line, the end of the line behind a tag.
  if (unit === OPENING_UNIT || unit === LF) return at;
  MARK.lastIndex = at;
  return MARK.test(text) ? MARK.lastIndex - 1 : -1;
}

/** The tags that these brackets belong to. */
export function readTags(text: string, brackets: readonly number[], vocabulary: Vocabulary): Tag[] {
  const tags: Tag[] = [];
  for (const bracket of brackets) {
    const tag = readTagAt(text, bracket, tags.at(-1)?.end ?? 0, vocabulary);
    if (tag) tags.push(tag);
  }
  return tags;
}

/** @param limit where the tag before ends */
function readTagAt(text: string, bracket: number, limit: number, vocabulary: Vocabulary): Tag | undefined {
  return text.charCodeAt(bracket) === CLOSING_UNIT
    ? readTagBack(text, bracket, limit, vocabulary)
    : readTag(text, bracket, vocabulary);
}

/** Which tag is written at `start` just as the vocabulary has it. */
function plainDefinitionAt(text: string, start: number, vocabulary: Vocabulary): TagDefinition | undefined {
  if (text.charCodeAt(start) !== OPENING_UNIT) return undefined;
  const code = plainCodeStart(text, start);
  const definition = vocabulary.byCodeNumber[codeNumber(text.charCodeAt(code), text.charCodeAt(code + 1))];
  if (!definition || text.charCodeAt(code + 2) !== SEPARATOR_UNIT) return undefined;
  const { name } = definition;
  for (let index = 0; index < name.length; index++) {
    if (text.charCodeAt(code + 3 + index) !== name.charCodeAt(index)) return undefined;
  }
  return text.charCodeAt(code + 3 + name.length) === CLOSING_UNIT ? definition : undefined;
}

/** The end of a tag that {@link plainDefinitionAt} has found. */
export function plainEnd(text: string, start: number, { name }: TagDefinition): number {
  return plainCodeStart(text, start) + name.length + 4;
}

export function isPlainClosing(text: string, start: number): boolean {
  return text.charCodeAt(start + 1) === CLOSING_MARK_UNIT;
}

function plainCodeStart(text: string, start: number): number {
  return isPlainClosing(text, start) ? start + 2 : start + 1;
}

const NO_DEFECTS: readonly TagDefect[] = [];

/** The tag whose opening bracket stands at `start`, or `undefined` where that bracket begins no tag. */
export function readTag(text: string, start: number, vocabulary: Vocabulary): Tag | undefined {
  const definition = plainDefinitionAt(text, start, vocabulary);
  return definition ? plainTag(text, start, definition) : readDoubtfulTag(text, start, vocabulary);
}

function plainTag(text: string, start: number, definition: TagDefinition): Tag {
  const codeStart = plainCodeStart(text, start);
  return {
    start,
    end: plainEnd(text, start, definition),
    role: isPlainClosing(text, start) ? 'close' : 'open',
    code: definition.code,
    name: definition.name,
    codeStart,
    nameStart: codeStart + 3,
    defects: NO_DEFECTS,
  };
}

function readDoubtfulTag(text: string, start: number, vocabulary: Vocabulary): Tag | undefined {
  const defects = new Set<TagDefect>();
  const bracket = text.charAt(start);
  if (bracket !== OPENING) {
    if (!OTHER_OPENING.includes(bracket)) return undefined;
    defects.add('bracket');
  }
  let at = skipSpaces(text, start + 1, defects);
  let role: Tag['role'] = 'open';
  const mark = text.charAt(at);
  if (mark === '-' || (mark !== '' && OTHER_CLOSING_MARKS.includes(mark))) {
    role = 'close';
    if (mark !== '-') defects.add('closing-mark');
    at = skipSpaces(text, at + 1, defects);
  }
  const codeStart = at;
  const code = readCode(text, at, defects);
  if (code === undefined) return undefined;
  at = skipSpaces(text, codeStart + 2, defects);
  const separator = text.charAt(at);
  const known = vocabulary.byCode.get(code)?.name;
  if (separator === SEPARATOR || (separator !== '' && OTHER_SEPARATORS.includes(separator))) {
    if (separator !== SEPARATOR) defects.add('separator');
    at = skipSpaces(text, at + 1, defects);
  } else if (known !== undefined && bracket === OPENING && !isLetterUnit(text.charCodeAt(at))) {
    // 〖 and a code can begin nothing else: the name follows, behind a sign or none, or the tag is cut off here.
    // No tag goes on behind a line break.
    if (!isLineBreak(text.charCodeAt(at)) && text.startsWith(known, at + 1)) at++;
    else if (!text.startsWith(known, at) && separator !== CLOSING)
      return cutOffBehindCode(role, code, { start, end: codeStart + 2 }, codeStart, defects);
    defects.add('separator');
  } else {
    return undefined;
  }
  const { nameSpan, end, closing } = readName(text, at, known);
  if (nameSpan.end - nameSpan.start > LONGEST_NAME) return undefined;
  if (closing === '') defects.add('cut-off');
  else if (closing !== CLOSING) defects.add('bracket');
  const printed = text.slice(nameSpan.start, nameSpan.end);
  const unspaced = printed.replace(/[ \u3000\u00a0]/g, '');
  const name = vocabulary.byName.has(unspaced) ? unspaced : printed;
  if (name !== printed) defects.add('space');
  if (closing !== '' && text.charAt(nameSpan.end) !== closing) defects.add('space');
  // Anything but 〖CC/名〗 must also say something that the vocabulary knows: 【AB/某】 in a text is the newspaper's.
  const isKnown = vocabulary.byCode.has(code) || vocabulary.byName.has(name);
  if (!isKnown && (defects.size > 0 || name === '')) return undefined;
  if (closing === '' && !cutOffIsSure(text, bracket, nameSpan, vocabulary)) return undefined;
  return { start, end, role, code, name, codeStart, nameStart: nameSpan.start, defects: [...defects] };
}

/** ZQ/总期〗: a tag that lost its opening bracket, which only a code with its own name proves. */
function readTagBack(text: string, closing: number, limit: number, { byCode }: Vocabulary): Tag | undefined {
  let nameStart = closing;
  while (nameStart > limit && closing - nameStart < LONGEST_NAME && isHanUnit(text.charCodeAt(nameStart - 1)))
    nameStart--;
  const codeStart = nameStart - 3;
  if (codeStart < limit || text.charAt(nameStart - 1) !== SEPARATOR) return undefined;
  const code = text.slice(codeStart, nameStart - 1);
  const name = text.slice(nameStart, closing);
  if (byCode.get(code)?.name !== name) return undefined;
  const isClose = codeStart > limit && text.charAt(codeStart - 1) === '-';
  return {
    start: isClose ? codeStart - 1 : codeStart,
    end: closing + 1,
    role: isClose ? 'close' : 'open',
    code,
    name,
    codeStart,
    nameStart,
    defects: ['bracket'],
  };
}

function cutOffBehindCode(
  role: Tag['role'],
  code: string,
  span: Span,
  codeStart: number,
  defects: ReadonlySet<TagDefect>,
): Tag {
  return { ...span, role, code, name: '', codeStart, nameStart: span.end, defects: [...defects, 'cut-off'] };
}

/** Two ASCII letters, printed in any case and width. */
function readCode(text: string, at: number, defects: Set<TagDefect>): string | undefined {
  let code = '';
  for (let index = at; index < at + 2; index++) {
    let unit = text.charCodeAt(index);
    if (0xff_21 <= unit && unit <= 0xff_5a) {
      unit -= 0xfe_e0;
      defects.add('width');
    }
    if (0x61 <= unit && unit <= 0x7a) {
      unit -= 0x20;
      defects.add('letter-case');
    }
    if (!(0x41 <= unit && unit <= 0x5a)) return undefined;
    code += String.fromCharCode(unit);
  }
  return code;
}

interface ReadName {
  readonly nameSpan: Span;
  /** Behind the closing bracket, or behind the name where there is none. */
  readonly end: number;
  readonly closing: string;
}

/** A name reaches to a closing bracket; without one, over the name that the code has, else as far as Chinese characters go. */
function readName(text: string, start: number, expected: string | undefined): ReadName {
  const limit = Math.min(text.length, start + LONGEST_NAME + 4);
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at);
    if (character === CLOSING || OTHER_CLOSING.includes(character)) {
      return { nameSpan: trimEnd(text, start, at), end: at + 1, closing: character };
    }
    if (!isNameUnit(text.charCodeAt(at))) break;
  }
  let end = start;
  if (expected !== undefined && text.startsWith(expected, start)) end += expected.length;
  else while (end < limit && isHanUnit(text.charCodeAt(end))) end++;
  return { nameSpan: { start, end }, end, closing: '' };
}

/** A tag without closing bracket is one where its name is known, or where a 〖 that can mean nothing else began it. */
function cutOffIsSure(text: string, bracket: string, name: Span, vocabulary: Vocabulary): boolean {
  if (vocabulary.byName.has(text.slice(name.start, name.end))) return true;
  const next = text.charAt(name.end);
  return bracket === OPENING && (next === '' || next === '\n' || next === '\r' || next === OPENING);
}

function skipSpaces(text: string, at: number, defects: Set<TagDefect>): number {
  let next = at;
  while (next < at + 4 && isSpaceUnit(text.charCodeAt(next))) next++;
  if (next > at) defects.add('space');
  return next;
}

function trimEnd(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start && isSpaceUnit(text.charCodeAt(last - 1))) last--;
  return { start, end: last };
}

function isSpaceUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x30_00 || unit === 0xa0;
}

function isHanUnit(unit: number): boolean {
  return 0x4e_00 <= unit && unit <= 0x9f_ff;
}

function isLetterUnit(unit: number): boolean {
  return (0x41 <= unit && unit <= 0x5a) || (0x61 <= unit && unit <= 0x7a);
}

/** What may stand in a name: Chinese characters, letters, digits, spaces. */
function isNameUnit(unit: number): boolean {
  return (
    isHanUnit(unit) ||
    isSpaceUnit(unit) ||
    (0x30 <= unit && unit <= 0x39) ||
    (0x41 <= unit && unit <= 0x5a) ||
    (0x61 <= unit && unit <= 0x7a)
  );
}
