import { endsSentence } from '../text/characters.ts';
import { endsPreambleAt } from './furniture.ts';
import type { Marker } from './markers.ts';
import { type NodeRows, NUMBER_OF_STYLE } from './nodeRows.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { NodeKind, Numeral, NumeralStyle } from './tree.ts';

interface Level {
  readonly styles: Styles;
  readonly row: number;
  readonly value: number;
  readonly list: List;
}

/** The kinds of numerals that members of a level have, which the lists that it goes on in share. */
interface Styles {
  /** By {@link NUMBER_OF_STYLE}. */
  bits: number;
}

function hasStyle({ styles }: Level, style: NumeralStyle): boolean {
  return (styles.bits & (1 << NUMBER_OF_STYLE[style])) !== 0;
}

/** A list of numbered nodes: which of the record's it is, and how many members it has so far. */
interface List {
  readonly number: number;
  length: number;
}

/** The level at which a kind of numeral was last seen, open or not. */
interface Seen {
  readonly level: Level;
  readonly depth: number;
}

/**
 * Adds the tree of a body's paragraphs to `rows`, from `depth` on. A kind of numeral seen for the first time opens a level
 * below the one it is found in; seen again, it carries on its own. So 一 may be a section here and an item there.
 */
export function addSections(rows: NodeRows, depth: number, text: string, paragraphs: Paragraphs): void {
  const levels: Level[] = [];
  /** By {@link NUMBER_OF_STYLE}. */
  let latest: (Seen | undefined)[] | undefined;
  let lists = 0;
  const bullets = unmarkedBullets(text, paragraphs);
  const preambleEnd = preambleLength(text, paragraphs);

  if (preambleEnd > 0) addPreamble(rows, depth, paragraphs, preambleEnd);
  for (let index = preambleEnd; index < paragraphs.length; index++) {
    const marker = paragraphs.marker(index);
    if (!marker) {
      addLeaf(rows, depth + levels.length, paragraphs, index, paragraphs.isBullet(index) || bullets.has(index));
      continue;
    }
    const { style, value } = marker.numeral;
    latest ??= [];
    const earlier = latest[NUMBER_OF_STYLE[style]];
    const own = levelOf(levels, earlier, marker, paragraphs, index, text);
    const same =
      levels[own] ?? (earlier?.depth === own && goesOnElsewhere(earlier.level, marker) ? earlier.level : undefined);
    close(rows, levels, own);
    const restarts = same !== undefined && value === 1 && startsAnew(text, paragraphs, index, same.value);
    const list = same && !restarts ? same.list : { number: lists++, length: 0 };
    list.length++;
    const row = addNumbered(rows, own === 0 ? 'section' : 'item', depth + own, paragraphs, index, marker, list);
    const styles = same?.styles ?? { bits: 0 };
    styles.bits |= 1 << NUMBER_OF_STYLE[style];
    const level = { styles, row, value, list };
    levels.push(level);
    latest[NUMBER_OF_STYLE[style]] = { level, depth: own };
  }
  close(rows, levels, 0);
}

function addPreamble(rows: NodeRows, depth: number, paragraphs: Paragraphs, length: number): void {
  const end = paragraphs.end(length - 1);
  rows.add('preamble', depth, paragraphs.start(0), end, selectionStart(paragraphs, 0), selectionEnd(paragraphs, 0));
  for (let index = 0; index < length; index++) {
    addLeaf(rows, depth + 1, paragraphs, index, paragraphs.isBullet(index));
  }
}

/** Ends the levels from `depth` on: nothing more comes below their nodes, which reach as far as what lies there. */
function close(rows: NodeRows, levels: Level[], depth: number): void {
  const end = rows.end(rows.length - 1);
  for (let at = depth; at < levels.length; at++) {
    const row = levels[at]?.row ?? 0;
    if (rows.end(row) < end) rows.setEnd(row, end);
  }
  levels.length = depth;
}

/** Whether a list goes on under another parent: the articles of a treaty are numbered through its chapters. */
function goesOnElsewhere({ value }: Level, { numeral }: Marker): boolean {
  return numeral.value === value + 1 || (numeral.style === 'article' && numeral.value > 1);
}

/** Longer paragraphs are no headings. */
const LONGEST_HEADING = 30;

/** Whether a 1 where the list has come to `last` begins another one: a 2 follows, or a heading or a colon leads in to it. */
function startsAnew(text: string, paragraphs: Paragraphs, index: number, last: number): boolean {
  const next = nextOfStyle(paragraphs, index)?.value;
  if (last > 1 && next === 2) return true;
  const before = index - 1;
  // What follows carries on the old list: then this is the slip.
  if (before < 0 || paragraphs.marker(before) || paragraphs.isBullet(before) || next === last + 2) return false;
  const length = paragraphs.end(before) - paragraphs.start(before);
  return (
    (length <= LONGEST_HEADING && !endsWithStop(text, paragraphs, before)) || endsWithColon(text, paragraphs, before)
  );
}

/** The depth that a marker belongs to: that of its kind where it is open, else one deeper, or a list that it carries on. */
function levelOf(
  levels: readonly Level[],
  earlier: Seen | undefined,
  { numeral: { style, value } }: Marker,
  paragraphs: Paragraphs,
  index: number,
  text: string,
): number {
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level && hasStyle(level, style)) return depth;
  }
  if (earlier?.depth === levels.length) return levels.length;
  if (value > 1) {
    // 九、 and then 10. : the list goes on in another dress.
    for (let depth = levels.length - 1; depth >= 0; depth--) {
      if (levels[depth]?.value === value - 1) return depth;
    }
    // 一、 3. 三、 : a member in another dress and with a wrong number; the member behind it tells.
    const next = nextNumeral(paragraphs, index);
    const depth = levels.findIndex((level) => next && hasStyle(level, next.style) && level.value === next.value - 2);
    return depth === -1 ? levels.length : depth;
  }
  // Converters restyle to digits.
  if (!style.startsWith('digit-')) return levels.length;
  const top = levels.at(-1);
  const before = index - 1;
  // One item alone is no list: where nothing leads in to it, a converter has restyled the next member.
  const isAlone = nextOfStyle(paragraphs, index)?.value !== 2;
  const leadsIn =
    before >= 0 && (paragraphs.textStart(before) >= paragraphs.end(before) || endsWithColon(text, paragraphs, before));
  return top && top.list.length > 1 && isAlone && !leadsIn ? levels.length - 1 : levels.length;
}

/** How many paragraphs ahead the second member of a list is looked for. */
const HORIZON = 200;

/** The next numeral of the same kind as that of paragraph `index`. */
function nextOfStyle(paragraphs: Paragraphs, index: number): Numeral | undefined {
  return nextNumeral(paragraphs, index, paragraphs.marker(index)?.numeral.style);
}

function nextNumeral(paragraphs: Paragraphs, index: number, style?: NumeralStyle): Numeral | undefined {
  const limit = Math.min(paragraphs.length, index + HORIZON);
  for (let next = index + 1; next < limit; next++) {
    const numeral = paragraphs.marker(next)?.numeral;
    if (numeral && (style === undefined || numeral.style === style)) return numeral;
  }
  return undefined;
}

function addLeaf(rows: NodeRows, depth: number, paragraphs: Paragraphs, index: number, isBullet: boolean): void {
  const [from, to] = [selectionStart(paragraphs, index), selectionEnd(paragraphs, index)];
  addParagraph(rows, isBullet ? 'bullet' : 'paragraph', depth, paragraphs, index, from, to, -1);
}

/** Where the text of a paragraph without a number starts. */
function selectionStart(paragraphs: Paragraphs, index: number): number {
  const start = paragraphs.textStart(index);
  return start < paragraphs.end(index) ? start : paragraphs.start(index);
}

/** Where its first piece ends. */
function selectionEnd(paragraphs: Paragraphs, index: number): number {
  return paragraphs.pieces(index)?.[0]?.end ?? paragraphs.end(index);
}

function addNumbered(
  rows: NodeRows,
  kind: NodeKind,
  depth: number,
  paragraphs: Paragraphs,
  index: number,
  { numeral, span }: Marker,
  list: List,
): number {
  const about = rows.addNumeral(numeral.style, numeral.value, numeral.span.start, numeral.span.end, list.number);
  return addParagraph(rows, kind, depth, paragraphs, index, span.start, span.end, about);
}

function addParagraph(
  rows: NodeRows,
  kind: NodeKind,
  depth: number,
  paragraphs: Paragraphs,
  index: number,
  from: number,
  to: number,
  about: number,
): number {
  const start = paragraphs.start(index);
  const end = paragraphs.end(index);
  const textStart = paragraphs.textStart(index);
  const hasText = textStart < end;
  const row = rows.add(kind, depth, start, end, from, to, hasText ? textStart : -1, hasText ? end : -1, about);
  const pieces = paragraphs.pieces(index);
  if (pieces) rows.setPieces(row, pieces);
  return row;
}

/**
 * How many paragraphs come before what the statement says: all before the first number, or where nothing is numbered,
 * those up to 声明如下：
 */
function preambleLength(text: string, paragraphs: Paragraphs): number {
  for (let index = 0; index < paragraphs.length; index++) if (paragraphs.marker(index)) return index;
  for (let index = 0; index < Math.min(8, paragraphs.length); index++) {
    if (endsPreambleAt(text, paragraphs.start(index), paragraphs.end(index))) return index + 1;
  }
  return 0;
}

/**
 * Members of lists that have neither number nor bullet: behind a paragraph that ends with a colon, at least two that
 * end with semicolons and the one that ends the sentence.
 */
function unmarkedBullets(text: string, paragraphs: Paragraphs): ReadonlySet<number> {
  let bullets = NO_BULLETS;
  for (let lead = 0; lead < paragraphs.length; lead++) {
    if (!endsWithColon(text, paragraphs, lead)) continue;
    let at = lead + 1;
    while (isPlain(paragraphs, at) && endsWithSemicolon(text, paragraphs, at)) at++;
    if (at - lead <= 2 || !isPlain(paragraphs, at) || !endsWithStop(text, paragraphs, at)) continue;
    if (bullets === NO_BULLETS) bullets = new Set();
    for (let member = lead + 1; member <= at; member++) bullets.add(member);
    lead = at;
  }
  return bullets;
}

/** Shared by the records without such lists, and never added to. */
const NO_BULLETS = new Set<number>();

function isPlain(paragraphs: Paragraphs, index: number): boolean {
  return index < paragraphs.length && paragraphs.isPlain(index);
}

function endsWithColon(text: string, paragraphs: Paragraphs, index: number): boolean {
  const last = text.charCodeAt(paragraphs.end(index) - 1);
  return last === FULL_COLON || last === COLON;
}

function endsWithSemicolon(text: string, paragraphs: Paragraphs, index: number): boolean {
  const last = text.charCodeAt(paragraphs.end(index) - 1);
  return last === FULL_SEMICOLON || last === SEMICOLON;
}

const FULL_COLON = '：'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const FULL_SEMICOLON = '；'.charCodeAt(0);
const SEMICOLON = ';'.charCodeAt(0);

function endsWithStop(text: string, paragraphs: Paragraphs, index: number): boolean {
  return endsSentence(text, paragraphs.start(index), paragraphs.end(index));
}
