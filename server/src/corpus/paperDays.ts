import { dayNumber } from '../rules/days.ts';
import type { RecordSummary, SummaryPlace } from '../rules/corpusRule.ts';
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
/** One day says nothing on the others: its number may be the one that is wrong. */
const FEWEST_DAYS = 2;

/** The issues of a daily paper, which counts one a day, so that all records agree on how many days an issue is behind its number. */
export class PaperIssues {
  /** By day, in order: what its records say of that shift, and how many do. */
  readonly #days: ReadonlyMap<number, ReadonlyMap<number, number>>;

  constructor(summaries: Iterable<RecordSummary>) {
    const days = new Map<number, Map<number, number>>();
    for (const summary of summaries) {
      const day = dayNumber(summary.date?.text ?? '');
      const shift = issueShift(summary);
      if (day === undefined || shift === undefined) continue;
      const shifts = days.get(day) ?? new Map<number, number>();
      days.set(day, shifts.set(shift, (shifts.get(shift) ?? 0) + 1));
    }
    this.#days = new Map([...days].sort(([a], [b]) => a - b));
  }

  /**
   * What may be the issue of a day: what the records of that day say, else what follows from the days around. Where these disagree,
   * all answers, that of most days first.
   */
  likely(date: string): number[] {
    const day = dayNumber(date);
    if (day === undefined) return [];
    const own = this.#days.get(day);
    if (own) return byCount(own).map((shift) => day - shift);
    const votes = new Map<number, number>();
    const known = [...this.#days.keys()];
    const before = known.filter((one) => one < day).slice(-REACH);
    const behind = known.filter((one) => one > day).slice(0, REACH);
    for (const near of [...before.reverse(), ...behind]) {
      const [shift] = byCount(this.#days.get(near) ?? new Map<number, number>());
      if (shift !== undefined) votes.set(shift, (votes.get(shift) ?? 0) + 1);
    }
    return byCount(votes)
      .map((shift) => day - shift)
      .filter((issue) => issue > 0);
  }

  /** The issue of a day on which all records, or at least those of the nearest days before and behind, agree. */
  sure(date: string): number | undefined {
    const day = dayNumber(date);
    if (day === undefined || this.#days.size < FEWEST_DAYS) return undefined;
    const days = [...this.#days].map(([one, shifts]) => ({ day: one, shift: onlyOne(shifts) }));
    const isUniform = days.every(({ shift }) => shift !== undefined && shift === days[0]?.shift);
    const before = days.findLast((one) => one.day <= day)?.shift;
    const behind = days.find((one) => one.day >= day)?.shift;
    const shift = isUniform ? (before ?? behind) : before === behind ? before : undefined;
    return shift === undefined || day - shift < 1 ? undefined : day - shift;
  }
}

function onlyOne(shifts: ReadonlyMap<number, number>): number | undefined {
  return shifts.size === 1 ? [...shifts.keys()][0] : undefined;
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
