import { dayNumber } from '../rules/days.ts';
import type { SummaryPlace } from '../rules/corpusRule.ts';
import { issueShift } from '../rules/metaIssueConflict.ts';
import { placedRecords } from '../statement/document.ts';
import type { Corpus } from './corpus.ts';
import { summaryOf } from './recordSummary.ts';

/** What the records of a corpus say of the days of the newspaper, in the order of files and of their text. */
export function summariesOf(corpus: Corpus): SummaryPlace[] {
  const places: SummaryPlace[] = [];
  for (const { uri, document } of corpus.documents()) {
    for (const { record, start } of placedRecords(document)) {
      places.push({ uri, start, summary: summaryOf(record, document.vocabulary) });
    }
  }
  return places;
}

/** How many days on either side are asked, as by the rule on issues and dates. */
const REACH = 4;

/**
 * The issue that appeared on a day: what the records of that day say, else what follows from the days around, for a daily paper counts one
 * on a day. Where these disagree, all answers, that of most days first.
 */
export function issuesOn(date: string, places: Iterable<SummaryPlace>): number[] {
  const day = dayNumber(date);
  if (day === undefined) return [];
  const days = new Map<number, Map<number, number>>();
  for (const { summary } of places) {
    const shift = issueShift(summary);
    if (shift === undefined) continue;
    const ofDay = dayNumber(summary.date?.text ?? '') ?? day;
    const shifts = days.get(ofDay) ?? new Map<number, number>();
    days.set(ofDay, shifts.set(shift, (shifts.get(shift) ?? 0) + 1));
  }
  const own = days.get(day);
  if (own) return byCount(own).map((shift) => day - shift);
  const votes = new Map<number, number>();
  const known = [...days.keys()];
  for (const side of [known.filter((one) => one < day), known.filter((one) => one > day)]) {
    for (const near of side.sort((a, b) => Math.abs(a - day) - Math.abs(b - day)).slice(0, REACH)) {
      const [shift] = byCount(days.get(near) ?? new Map<number, number>());
      if (shift !== undefined) votes.set(shift, (votes.get(shift) ?? 0) + 1);
    }
  }
  return byCount(votes)
    .map((shift) => day - shift)
    .filter((issue) => issue > 0);
}

/** Numbers for articles of a page that none of its records has: the next one, then those that were left out. */
export function freeItems(places: Iterable<SummaryPlace>, date: string, page: string): number[] {
  const taken = new Set<number>();
  for (const { summary } of places) {
    const isOnPage = summary.date?.text === date && Number(summary.page?.text) === Number(page);
    if (isOnPage && summary.item && /^\d{1,4}$/.test(summary.item.text)) taken.add(Number(summary.item.text));
  }
  const next = [...taken].reduce((a, b) => Math.max(a, b), 0) + 1;
  const free = [next];
  for (let item = 1; item < next; item++) if (!taken.has(item)) free.push(item);
  return free;
}

function byCount<Value>(counts: ReadonlyMap<Value, number>): Value[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
