import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Unit } from './prose.ts';
import { isChinese, isHanCharacter } from './signs.ts';

/** A paired mark. */
export interface Place {
  readonly at: number;
  readonly kind: string;
  /** What holds it. */
  readonly piece: Span;
}

/** A mark that found no partner in its own unit. */
export interface Loose extends Place {
  readonly opens: boolean;
  readonly unit: number;
}

/** More paragraphs than these no quotation has. */
const LONGEST_QUOTATION = 40;

/** Those that open every paragraph of a long quotation, and only its last one closes. */
const QUOTATIONS = '“‘「『';

/** Marks that have no partner in other units either. */
export function looseEnds(text: string, units: readonly Unit[], loose: readonly Loose[]): Loose[] {
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
