import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { type Loose, looseEnds, type Place } from './looseMarks.ts';
import { closingPlace, openingPlace } from './missingMark.ts';
import { CLOSING, KIND, MARKS, OPENING } from './pairedMarks.ts';
import { perRecord } from './perRecord.ts';
import { type PlainText, plainText } from './plainText.ts';
import { type Unit, unitsOf } from './prose.ts';
import { quoteRoles } from './quotes.ts';

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

export const pairsOf = perRecord((record): Pairs => readPairs(record, plainText(record)));

/** A mark on its way to its partner. */
interface Opening extends Place {
  readonly isNested: boolean;
  readonly inner: { open: number; close: number }[];
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
