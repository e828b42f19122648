import type { Edit } from '../text/edits.ts';
import { message } from '../text/messages.ts';
import type { Break, Numbering } from './numbering.ts';
import { inMannerOf } from './numeralMark.ts';
import type { Fix } from './rule.ts';

/** In a list that is broken more often than this, only the first break offers repairs: each may touch the whole list. */
const MOST_BREAKS = 32;

/** Numbers the rest of the list from the break on, and as a second choice all of it. Only numerals change. */
export function renumberings({ numbers, breaks }: Numbering, { from }: Break): Fix[] {
  const first = numbers[from];
  if (!first || (breaks.length > MOST_BREAKS && breaks[0]?.from !== from)) return [];
  const rest = editsFrom(numbers, from, first.expected);
  const whole = editsFrom(numbers, 0, 1);
  const title = message('number.fix', { from: first.numeral.text, to: inMannerOf(first.numeral, first.expected) });
  const fixes: Fix[] = [{ title, safe: false, edits: rest }];
  if (!sameEdits(rest, whole)) fixes.push({ title: message('number.fix.whole'), safe: false, edits: whole });
  return fixes.filter((fix) => fix.edits.length > 0);
}

function editsFrom(numbers: Numbering['numbers'], from: number, first: number): Edit[] {
  const edits: Edit[] = [];
  for (let index = from; index < numbers.length; index++) {
    const numeral = numbers[index]?.numeral;
    const value = first + index - from;
    if (numeral && numeral.value !== value) edits.push({ span: numeral.span, newText: inMannerOf(numeral, value) });
  }
  return edits;
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ span, newText }, index) => b[index]?.span.start === span.start && b[index]?.newText === newText)
  );
}
