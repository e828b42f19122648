import type { NumberedList, Numeral, NumeralStyle } from '../statement/tree.ts';
import { standInside } from './numeralMark.ts';

/** One number of a list. */
export interface ListNumber {
  readonly numeral: Numeral;
  /** Whether it is written in another style than the list. */
  readonly isOtherStyle: boolean;
  /** What an unbroken list would have here, given what stands before. */
  readonly expected: number;
}

/** Where the numbers of a list do not follow each other. Numbers are indexes into {@link Numbering.numbers}. */
export interface Break {
  readonly kind: 'start' | 'gap' | 'repeat' | 'order';
  /** The number to look at. */
  readonly index: number;
  /** The number that explains the break: the one before, or the other one of two equal ones; -1 at the start. */
  readonly other: number;
  /** Where renumbering begins, which is the earlier one of two that changed places. */
  readonly from: number;
  /** For a gap: the last missing value; `expected` is the first one. */
  readonly lastMissing?: number;
}

export interface Numbering {
  readonly numbers: readonly ListNumber[];
  readonly breaks: readonly Break[];
}

/**
 * Reads the numbers of a list as an editor does: one slip is one break. A number that does not fit where the next one
 * does is the slip itself; otherwise what follows counts on from it. Linear in the list.
 */
export function readNumbering({ members, parent }: NumberedList, text: string): Numbering {
  const numerals = members.flatMap(({ numeral }) => (numeral ? [numeral] : []));
  const style = commonStyle(numerals);
  const values = numerals.map((numeral) => (numeral.style === style ? numeral.value : undefined));
  const numbers: ListNumber[] = [];
  const breaks: Break[] = [];
  const outOfPlace = new Set<number>();
  let last = 0;
  let otherStyles = 0;
  for (const [index, numeral] of numerals.entries()) {
    const value = values[index];
    const next = values[index + 1];
    // What is written in another style may be a number of the list, or none: what follows it shows.
    const expected = last + 1 + (value === last + 1 ? 0 : otherStyles);
    numbers.push({ numeral, isOtherStyle: value === undefined, expected });
    if (value === undefined) {
      otherStyles++;
      continue;
    }
    otherStyles = 0;
    if (value === expected || numeral.meant !== undefined) {
      last = value;
      continue;
    }
    if (value === expected - 1 && breaks.at(-1)?.index === index) {
      // The second of two that changed places.
      last = expected;
      continue;
    }
    if (value === expected + 1 && next === expected && follows(values[index + 2], expected + 2)) {
      breaks.push({ kind: 'order', index: index + 1, other: index, from: index });
      last = expected;
      continue;
    }
    const before = numerals[index - 1];
    if (value > expected && standInside(text, expected, before?.span.end ?? parent.span.start, numeral)) {
      last = value;
      continue;
    }
    const isSlip = next === expected + 1;
    const isExtra = next === expected;
    if (index === 0) {
      breaks.push({ kind: 'start', index, other: -1, from: index });
    } else if (value === values[index - 1]) {
      breaks.push({ kind: 'repeat', index, other: index - 1, from: index });
    } else if (isSlip && value === next) {
      breaks.push({ kind: 'repeat', index, other: index + 1, from: index });
    } else if (value < expected || isSlip || isExtra) {
      breaks.push({ kind: 'order', index, other: index - 1, from: index });
    } else {
      breaks.push({ kind: 'gap', index, other: index - 1, from: index, lastMissing: value - 1 });
    }
    if (value < expected || isExtra) outOfPlace.add(value);
    last = isSlip ? expected : isExtra ? expected - 1 : value;
  }
  // A number that stands at another place is not missing as well.
  const isMoved = ({ index, lastMissing = 0 }: Break) =>
    numbers[index]?.expected === lastMissing && outOfPlace.has(lastMissing);
  return { numbers, breaks: breaks.filter((one) => one.kind !== 'gap' || !isMoved(one)) };
}

function follows(value: number | undefined, expected: number): boolean {
  return value === undefined || value === expected;
}

/** The style of most numerals; of equally many, the one that comes first. */
function commonStyle(numerals: readonly Numeral[]): NumeralStyle | undefined {
  const counts = new Map<NumeralStyle, number>();
  for (const { style } of numerals) counts.set(style, (counts.get(style) ?? 0) + 1);
  let common: NumeralStyle | undefined;
  for (const [style, count] of counts)
    if (count > (counts.get(common ?? style) ?? 0) || common === undefined) common = style;
  return common;
}
