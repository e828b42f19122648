import type { Problem } from '../../server/src/rules/rule.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Injury, Pick } from './injury.ts';
import { problemsOf } from './specification.ts';

/** How many places each injury is tried at. */
export const PLACES = 50;

/** What came of inflicting one injury at many places. */
export interface Trial {
  readonly tried: number;
  /** Where the right rule did not report the right range. */
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly text: string;
  readonly span: Span;
  readonly found: readonly Problem[];
}

/** Inflicts the injury at {@link PLACES} places of the records, the same ones each time. */
export function tryOut({ code, inflict }: Injury, records: readonly string[]): Trial {
  let seed = 1;
  const pick: Pick = (items) => items[(seed = (seed * 48_271) % 2_147_483_647) % items.length];
  const missed: Missed[] = [];
  let tried = 0;
  for (let place = 0; tried < PLACES && place < PLACES * 4; place++) {
    const result = inflict(records[place % records.length]!, pick);
    if (!result) continue;
    tried++;
    const { text, span } = result;
    const found = problemsOf(text);
    const isSeen = found.some((one) => one.code === code && one.span.start === span.start && one.span.end === span.end);
    if (!isSeen) missed.push({ text, span, found });
  }
  return { tried, missed };
}
