import type { Span } from '../text/span.ts';
import { CLOSING, KIND, OPENING } from './pairedMarks.ts';

/** How far from a mark its partner is looked for. */
const REACH = 80;
/** How many pairs inside each other are skipped on the way. */
const DEEPEST = 3;
const SENTENCE_BORDERS = new Set('。！？；');
const CLAUSE_BORDERS = new Set('，。！？；：、,;:!?');

/**
 * Where the partner of the opening mark at `at` belongs. Titles and quotations end with their clause, brackets with their
 * sentence; and never inside another pair. `undefined` where what lies between is not paired either.
 */
export function closingPlace(text: string, { end }: Span, at: number): number | undefined {
  const mark = text.charAt(at);
  const borders = KIND[mark] === '（' || mark === '【' ? SENTENCE_BORDERS : CLAUSE_BORDERS;
  const open: string[] = [];
  let place = at + 1;
  for (; place < end && place < at + REACH; place++) {
    const character = text.charAt(place);
    const kind = KIND[character];
    if (open.length === 0 && (character in OPENING || borders.has(character))) break;
    if (kind === undefined) continue;
    if (!passes(open, kind, character in CLOSING)) return undefined;
  }
  return at + 1 < place && place < at + REACH && open.length === 0 ? place : undefined;
}

/** Where the partner of the closing mark at `at` belongs. */
export function openingPlace(text: string, { start }: Span, at: number): number | undefined {
  const open: string[] = [];
  let place = at;
  for (; place > start && place > at - REACH; place--) {
    const character = text.charAt(place - 1);
    const kind = KIND[character];
    if (open.length === 0 && (character in CLOSING || CLAUSE_BORDERS.has(character))) break;
    if (kind === undefined) continue;
    if (!passes(open, kind, character in OPENING)) return undefined;
  }
  return at - REACH < place && place < at && open.length === 0 ? place : undefined;
}

/** Notes a mark on the way: one that begins a pair, or ends the one begun last. Whether it may stand there. */
function passes(open: string[], kind: string, begins: boolean): boolean {
  if (begins) return open.push(kind) <= DEEPEST;
  return open.pop() === kind;
}
