import { writeNumeral } from '../statement/numerals.ts';
import type { Numeral, NumeralStyle } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';

/** A numeral with what belongs to it: 第…条, brackets, a comma or point, spaces behind. */
export function markSpan(text: string, { span, style }: Numeral): Span {
  if (standsAlone(style)) return span;
  const start = '第（(〔['.includes(text.charAt(span.start - 1) || ' ') ? span.start - 1 : span.start;
  let end = span.end;
  while (end < span.end + 2 && '章节節条條款、．.，,）)〕]：:'.includes(text.charAt(end) || ' ')) end++;
  while (text.charAt(end) === ' ' || text.charAt(end) === '　') end++;
  return { start, end };
}

/** The mark of a numeral as printed, without spaces behind. */
export function markText(text: string, numeral: Numeral): string {
  const { start, end } = markSpan(text, numeral);
  return text.slice(start, end).trimEnd();
}

/** `value` with the punctuation of `model` around it. */
export function styledMark(text: string, value: number, model: Numeral): string {
  const mark = markSpan(text, model);
  const numeral = inMannerOf(model, value);
  return text.slice(mark.start, model.span.start) + numeral + text.slice(model.span.end, mark.end);
}

/** A value in the manner of a numeral, or of what is meant by it. */
export function inMannerOf({ meant, text }: Numeral, value: number): string {
  return writeNumeral(value, meant ?? text);
}

export function standsAlone(style: NumeralStyle): boolean {
  return style === 'han-alone' || style === 'digit-alone';
}

/** More missing numbers than these are not looked for inside paragraphs. */
const MOST_INSIDE = 20;
/** How far before the first member of a list its beginning may stand inside a paragraph. */
const LEAD = 4000;

/**
 * Whether the numbers from `first` up to that of `numeral` stand, in order, inside the paragraphs between `from` and it:
 * 第一，…第二，… in one paragraph, and 第三， at the start of the next.
 */
export function standInside(text: string, first: number, from: number, numeral: Numeral): boolean {
  if (standsAlone(numeral.style) || numeral.value - first > MOST_INSIDE) return false;
  const end = markSpan(text, numeral).start;
  let at = first === 1 ? Math.max(from, end - LEAD) : from;
  for (let value = first; value < numeral.value; value++) {
    const mark = styledMark(text, value, numeral).trimEnd();
    // 第一 may be followed by something else than 第三 is.
    const sought = numeral.style === 'ordinal' ? mark.slice(0, -1) : mark;
    const found = ENCLOSED.has(numeral.style) ? indexUpTo(text, sought, at, end) : indexOfMark(text, sought, at, end);
    if (found === -1) return false;
    at = found + mark.length;
  }
  return true;
}

/** These stand in the midst of a sentence as well: 双方将（一）加强合作；（二）扩大贸易。 */
const ENCLOSED: ReadonlySet<NumeralStyle> = new Set(['han-parentheses', 'digit-parentheses', 'digit-circled']);

/** Where `mark` begins a sentence or clause: in 2.5 there is no 2. */
function indexOfMark(text: string, mark: string, from: number, end: number): number {
  const part = text.slice(from, end);
  for (let at = part.indexOf(mark); at !== -1; at = part.indexOf(mark, at + 1)) {
    if (from + at === 0 || /[\s。；：;:！？，,、“「（(]/.test(text.charAt(from + at - 1))) return from + at;
  }
  return -1;
}

function indexUpTo(text: string, mark: string, from: number, end: number): number {
  const found = text.slice(from, end).indexOf(mark);
  return found === -1 ? -1 : from + found;
}
