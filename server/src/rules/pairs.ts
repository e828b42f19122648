import type { RecordTree } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { perRecord } from './perRecord.ts';
import { type PlainText, plainText } from './plainText.ts';
import { type Unit, unitsOf } from './prose.ts';
import { quoteRoles } from './quotes.ts';
import { isChinese, isHanCharacter } from './signs.ts';

/** How the paired marks of a record pair. All offsets count in the plain text. */
export interface Pairs {
  /** Marks without partner. */
  readonly single: readonly SingleMark[];
  /** Pairs of 《》 inside 《》. */
  readonly nested: readonly NestedPair[];
  /** Two closing marks, one behind the other, that should be exchanged: “《…”》. */
  readonly crossed: readonly { readonly at: number }[];
  /** Quotation marks that open where they should close, or close where they should open. */
  readonly turned: readonly { readonly at: number; readonly right: string }[];
  /** Straight quotation marks around Chinese. */
  readonly straight: readonly { readonly at: number; readonly right: string }[];
}

export interface SingleMark {
  readonly at: number;
  readonly mark: string;
  readonly missing: string;
  /** Whether the mark opens, so that its closing one is missing. */
  readonly opens: boolean;
  /** Where the missing mark most likely belongs. */
  readonly place: number | undefined;
}

interface NestedPair {
  readonly open: number;
  readonly close: number;
  /** Whether there is nothing between these and the outer marks: 《《…》》. */
  readonly isDoubled: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
};
/** Brackets of either width pair with each other. */
const KIND: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(CLOSING).flatMap(([open, close]) => [
      [open, open],
      [close, open],
    ]),
  ),
  '(': '（',
  ')': '（',
};
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING).map(([open, close]) => [close, open]),
);
const MARKS = /[《》〈〉“”‘’（）()「」『』【】]/g;
/** Those that open every paragraph of a long quotation, and only its last one closes. */
const QUOTATIONS = '“‘「『';

export const pairsOf = perRecord((record): Pairs => readPairs(record, plainText(record)));

interface Place {
  readonly at: number;
  readonly kind: string;
  /** What holds it. */
  readonly piece: Span;
}

/** A mark on its way to its partner. */
interface Opening extends Place {
  readonly isNested: boolean;
  readonly inner: { open: number; close: number }[];
}

/** A mark that found no partner in its own unit. */
interface Loose extends Place {
  readonly opens: boolean;
  readonly unit: number;
}

interface Found {
  readonly loose: Loose[];
  readonly nested: NestedPair[];
  readonly crossed: { at: number }[];
  readonly turned: { at: number; right: string }[];
  readonly straight: { at: number; right: string }[];
}

function readPairs(record: RecordTree, plain: PlainText): Pairs {
  const { text } = plain;
  const units = unitsOf(record, plain);
  const found: Found = { loose: [], nested: [], crossed: [], turned: [], straight: [] };
  units.forEach((unit, index) => pairUnit(text, unit, index, found));
  const single = looseEnds(text, units, found.loose).map(({ at, piece }): SingleMark => {
    const mark = text.charAt(at);
    const opens = mark in CLOSING;
    const missing = (opens ? CLOSING[mark] : OPENING[mark]) ?? '';
    const nearest = opens ? closingPlace(text, piece, at) : openingPlace(text, piece, at);
    // There it would be read as an apostrophe.
    const isLost = nearest !== undefined && SINGLE_QUOTES.includes(missing) && touchesLatin(text, nearest - 1, nearest);
    const place = isLost ? undefined : nearest;
    return { at, mark, missing, opens, place };
  });
  // A mark that finds no partner either way is only that.
  const alone = new Set(single.map(({ at }) => at));
  const turned = found.turned.filter(({ at }) => !alone.has(at));
  return { ...found, turned, single };
}

function pairUnit(text: string, { pieces }: Unit, unit: number, found: Found): void {
  const places: Place[] = [];
  for (const piece of pieces) {
    for (const { index, 0: mark } of text.slice(piece.start, piece.end).matchAll(MARKS)) {
      const at = piece.start + index;
      if (!isApostrophe(text, at)) places.push({ at, kind: KIND[mark] ?? '', piece });
    }
    straightQuotes(text, piece, found);
  }
  const opens = rolesOf(text, places, found);
  const stack: Opening[] = [];
  const titles: Opening[] = [];
  // How many of each kind are open, so that a closing mark without partner needs no search.
  const open = new Map<string, number>();
  const count = (kind: string, by: number) => open.set(kind, (open.get(kind) ?? 0) + by);
  const pop = (): Opening | undefined => {
    const top = stack.pop();
    if (top) count(top.kind, -1);
    if (top === titles.at(-1)) titles.pop();
    return top;
  };
  for (let next = 0; next < places.length; next++) {
    const place = places[next];
    if (!place) break;
    const { at, kind } = place;
    if (opens[next]) {
      const outer = titles.at(-1);
      const opening = { ...place, isNested: kind === '《' && outer?.kind === '《' && !outer.isNested, inner: [] };
      stack.push(opening);
      if (kind === '《' || kind === '〈') titles.push(opening);
      count(kind, 1);
    } else if (!open.get(kind)) {
      found.loose.push({ ...place, opens: false, unit });
    } else if (isCrossed(stack, place, places[next + 1], opens[next + 1])) {
      found.crossed.push({ at });
      pop();
      pop();
      next++;
    } else {
      for (let top = pop(); top; top = pop()) {
        if (top.kind === kind) {
          settle(top, at, titles, found);
          break;
        }
        found.loose.push({ ...top, opens: true, unit });
      }
    }
  }
  for (const opening of stack) found.loose.push({ ...opening, opens: true, unit });
}

/** “《…”》: the mark closes the outer pair, and the one right behind it the inner one. */
function isCrossed(
  stack: readonly Opening[],
  mark: Place,
  behind: Place | undefined,
  behindOpens: boolean | undefined,
): boolean {
  const [outer, inner] = stack.slice(-2);
  if (!inner || behind?.at !== mark.at + 1 || behindOpens !== false) return false;
  return inner.kind !== mark.kind && outer?.kind === mark.kind && behind.kind === inner.kind;
}

/** A pair is complete: what is nested in it is known to be so now. */
function settle(pair: Opening, close: number, titles: readonly Opening[], { nested }: Found): void {
  for (const inner of pair.inner) {
    nested.push({ ...inner, isDoubled: inner.open === pair.at + 1 && inner.close === close - 1 });
  }
  if (pair.isNested) titles.at(-1)?.inner.push({ open: pair.at, close });
}

/** Whether each mark opens; quotation marks are judged by what they do, not by how they are turned. */
function rolesOf(text: string, places: readonly Place[], { turned }: Found): boolean[] {
  const opens = places.map(({ at }) => text.charAt(at) in CLOSING);
  for (const opening of '“‘') {
    const own = places.flatMap(({ kind }, index) => (kind === opening ? [index] : []));
    const offsets = own.map((index) => places[index]?.at ?? 0);
    const roles = quoteRoles(text, offsets, opening);
    own.forEach((index, order) => (opens[index] = roles.opens[order] ?? true));
    for (const index of roles.turned) {
      const at = offsets[index] ?? 0;
      turned.push({ at, right: text.charAt(at) === opening ? (CLOSING[opening] ?? '') : opening });
    }
  }
  return opens;
}

/** ’ in People’s, and the quotation marks of English words. */
function isApostrophe(text: string, at: number): boolean {
  return SINGLE_QUOTES.includes(text.charAt(at)) && touchesLatin(text, at - 1, at + 1);
}

const SINGLE_QUOTES = ['‘', '’'];

function touchesLatin(text: string, before: number, behind: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(before)) || /[A-Za-z0-9]/.test(text.charAt(behind));
}

function straightQuotes(text: string, { start, end }: Span, { straight }: Found): void {
  const places = Array.from(text.slice(start, end).matchAll(/"/g), ({ index }) => start + index);
  if (places.length % 2 === 1) return;
  for (let index = 0; index < places.length; index += 2) {
    const [open = 0, close = 0] = places.slice(index, index + 2);
    const isQuotation = text.charAt(open - 1) !== '=' && /[\u4e00-\u9fff]/.test(text.slice(open, close));
    if (isQuotation) straight.push({ at: open, right: '“' }, { at: close, right: '”' });
  }
}

/** More paragraphs than these no quotation has. */
const LONGEST_QUOTATION = 40;

/** Marks that have no partner in other units either. */
function looseEnds(text: string, units: readonly Unit[], loose: readonly Loose[]): Loose[] {
  const single: Loose[] = [];
  // By kind, the last mark that was opened in an earlier unit.
  const waiting = new Map<string, Loose>();
  const inOrder = loose.toSorted((a, b) => a.at - b.at);
  for (const mark of inOrder) {
    if (isNumbering(text, mark)) continue;
    const before = waiting.get(mark.kind);
    if (mark.opens) {
      if (before) single.push(before);
      if (isTakenUp(text, units, mark)) waiting.delete(mark.kind);
      else waiting.set(mark.kind, mark);
    } else if (before && spans(text, units, before, mark)) {
      waiting.delete(mark.kind);
    } else {
      single.push(mark);
    }
  }
  return [...single, ...waiting.values()].toSorted((a, b) => a.at - b.at);
}

/** 1） and 一）, which need no partner; and half-width brackets that are none of the Chinese text's. */
function isNumbering(text: string, { at, opens }: Loose): boolean {
  const mark = text.charAt(at);
  if (mark === '(') return !isChinese(text.charAt(at + 1));
  if (mark === ')' && !isChinese(text.charAt(at - 1))) return true;
  if (opens || (mark !== '）' && mark !== ')')) return false;
  const before = text.charAt(at - 1);
  return /[0-9０-９A-Za-z①-⑳]/.test(before) || (/[一二三四五六七八九十甲乙丙丁]/.test(before) && !isTwoHan(text, at));
}

function isTwoHan(text: string, at: number): boolean {
  return isHanCharacter(text.charAt(at - 2)) && !/[一二三四五六七八九十]/.test(text.charAt(at - 2));
}

/** Whether the next paragraph opens with the same quotation mark: the quotation goes on there. */
function isTakenUp(text: string, units: readonly Unit[], { at, kind, unit }: Loose): boolean {
  const next = units[unit + 1]?.pieces[0];
  return QUOTATIONS.includes(kind) && next !== undefined && text.charAt(next.start) === text.charAt(at);
}

/** Whether two marks in different units are a pair: a quotation or bracket of several paragraphs, or a broken paragraph. */
function spans(text: string, units: readonly Unit[], open: Loose, close: Loose): boolean {
  const first = units[open.unit];
  const last = units[close.unit];
  if (!first || !last || close.unit - open.unit > LONGEST_QUOTATION) return false;
  const end = first.pieces.at(-1)?.end ?? 0;
  if (close.unit === open.unit + 1 && isHan(text.charCodeAt(end - 1))) return true;
  const rest = text.slice(close.at + 1, last.pieces.at(-1)?.end).slice(0, 4);
  if (!/^[。！？；，”’」』）)]{0,3}$/.test(rest)) return false;
  return QUOTATIONS.includes(open.kind) || first.pieces[0]?.start === open.at;
}

/** How far from a mark its partner is looked for. */
const REACH = 80;
/** How many pairs inside each other are skipped on the way. */
const DEEPEST = 3;
const SENTENCE_BORDERS = new Set('。！？；');
const CLAUSE_BORDERS = new Set('，。！？；：、,;:!?');

/** Titles and quotations end with their clause, brackets with their sentence; and never inside another pair. */
function closingPlace(text: string, piece: Span, at: number): number | undefined {
  const mark = text.charAt(at);
  const borders = KIND[mark] === '（' || mark === '【' ? SENTENCE_BORDERS : CLAUSE_BORDERS;
  let depth = 0;
  let place = at + 1;
  for (; place < piece.end && place < at + REACH; place++) {
    const character = text.charAt(place);
    if (character in OPENING) depth--;
    if (depth < 0 || (depth === 0 && borders.has(character))) break;
    if (character in CLOSING && ++depth > DEEPEST) return undefined;
  }
  return at + 1 < place && place < at + REACH && depth <= 0 ? place : undefined;
}

function openingPlace(text: string, piece: Span, at: number): number | undefined {
  let depth = 0;
  let place = at;
  for (; place > piece.start && place > at - REACH; place--) {
    const character = text.charAt(place - 1);
    if (character in CLOSING) depth--;
    if (depth < 0 || (depth === 0 && CLAUSE_BORDERS.has(character))) break;
    if (character in OPENING && ++depth > DEEPEST) return undefined;
  }
  return at - REACH < place && place < at && depth <= 0 ? place : undefined;
}
