import type { RecordSummary } from '../../rules/corpusRule.ts';
import { dayNumber } from '../../rules/days.ts';
import { issueShift } from '../../rules/metaIssueConflict.ts';

/** One day says nothing on the others: its number may be the one that is wrong. */
const FEWEST_DAYS = 2;

/**
 * The issue number of a day, as the records of a corpus imply it: a daily paper has one number a day, so that all records, or
 * at least those of the nearest days before and behind, agree on the difference.
 */
export function impliedIssues(summaries: Iterable<RecordSummary>): (date: string) => string | undefined {
  /** By day; `undefined` where its records disagree. */
  const shifts = new Map<number, number | undefined>();
  for (const summary of summaries) {
    const day = dayNumber(summary.date?.text ?? '');
    const shift = issueShift(summary);
    if (day === undefined || shift === undefined) continue;
    shifts.set(day, !shifts.has(day) || shifts.get(day) === shift ? shift : undefined);
  }
  const days = [...shifts].sort(([a], [b]) => a - b);
  const isUniform = days.every(([, shift]) => shift !== undefined && shift === days[0]?.[1]);
  return (date) => {
    const day = dayNumber(date);
    if (day === undefined || days.length < FEWEST_DAYS) return undefined;
    const before = days.findLast(([other]) => other <= day)?.[1];
    const behind = days.find(([other]) => other >= day)?.[1];
    const shift = isUniform ? (before ?? behind) : before === behind ? before : undefined;
    return shift === undefined || day - shift < 1 ? undefined : String(day - shift);
  };
}
