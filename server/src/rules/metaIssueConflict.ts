import { message } from '../text/messages.ts';
import type { CorpusRule, RecordConflict, RecordGroup, RecordSummary, SummaryPlace } from './corpusRule.ts';
import { dayNumber } from './days.ts';

/**
 * Records whose issue number and date do not go together. A daily paper has one number a day, so that the number less the
 * day's is constant, for as long as it counts in one way: that has changed in history, so that the days around judge, a
 * vote each. Records of one day must agree altogether.
 */
export const metaIssueConflict: CorpusRule = {
  code: 'meta.issue-conflict',
  severity: 'warning',
  reach: 4,
  says: issueShift,
  keys({ summary }) {
    return summary.date && issueShift(summary) !== undefined ? [summary.date.text] : [];
  },
  *judge(group, before, behind) {
    const own = shiftsOf(group);
    const sides = [before, behind].map((groups) => groups.map((one) => ({ group: one, shift: voteOf(one) })));
    const votes = new Map<number, number>();
    for (const { shift } of sides.flat()) if (shift !== undefined) votes.set(shift, (votes.get(shift) ?? 0) + 1);
    const right = own.size > 1 ? rightOfDay(own, votes) : undefined;
    for (const [shift, records] of own) {
      const judgement =
        own.size > 1 && shift !== right
          ? { shift: right ?? firstOther(own, shift), witness: witnessIn(group, right ?? firstOther(own, shift)) }
          : outvoted(shift, votes, sides);
      if (!judgement) continue;
      for (const place of records) {
        const conflict = conflictOf(place, judgement);
        if (conflict) yield conflict;
      }
    }
  },
};

/** Days before and behind, the nearest first, with what each of them says. */
type Side = readonly { readonly group: RecordGroup; readonly shift: number | undefined }[];

/** What belongs in the place of a wrong difference, and a record that has it. */
interface Judgement {
  readonly shift: number;
  readonly witness: SummaryPlace | undefined;
}

/** The day's number less the issue's. */
export function issueShift({ issue, date }: RecordSummary): number | undefined {
  const day = dayNumber(date?.text ?? '');
  return day !== undefined && issue && /^0*[1-9]\d{0,6}$/.test(issue.text) ? day - Number(issue.text) : undefined;
}

function shiftsOf({ records }: RecordGroup): Map<number, SummaryPlace[]> {
  const shifts = new Map<number, SummaryPlace[]>();
  for (const place of records) {
    const shift = issueShift(place.summary);
    if (shift === undefined) continue;
    const same = shifts.get(shift);
    if (same) same.push(place);
    else shifts.set(shift, [place]);
  }
  return shifts;
}

/** What most records of a day say; none where they are divided. */
function voteOf(group: RecordGroup): number | undefined {
  return mostOf(new Map([...shiftsOf(group)].map(([shift, records]) => [shift, records.length])))?.shift;
}

/** Of a day whose records disagree: what the days around say, else what most of its own do. */
function rightOfDay(
  own: ReadonlyMap<number, readonly unknown[]>,
  votes: ReadonlyMap<number, number>,
): number | undefined {
  const supported = mostOf(new Map([...own.keys()].map((shift) => [shift, votes.get(shift) ?? 0])));
  if (supported && supported.count > 0) return supported.shift;
  return mostOf(new Map([...own].map(([shift, records]) => [shift, records.length])))?.shift;
}

/** The key of the largest count; none where two are as large. */
function mostOf(counts: ReadonlyMap<number, number>): { readonly shift: number; readonly count: number } | undefined {
  let most: { shift: number; count: number } | undefined;
  let isTie = false;
  for (const [shift, count] of counts) {
    if (most && count < most.count) continue;
    isTie = count === most?.count;
    most = { shift, count };
  }
  return isTie ? undefined : most;
}

function firstOther(own: ReadonlyMap<number, unknown>, shift: number): number {
  for (const other of own.keys()) if (other !== shift) return other;
  return shift;
}

/** What the days around say against a difference; nothing where they do not, or where only the way of counting changed. */
function outvoted(shift: number, votes: ReadonlyMap<number, number>, sides: readonly Side[]): Judgement | undefined {
  const others = new Map([...votes].filter(([other]) => other !== shift));
  const nearest = nearestFirst(sides).find(({ shift: other }) => other !== undefined && other !== shift);
  if (!nearest) return undefined;
  const support = votes.get(shift) ?? 0;
  const most = mostOf(others);
  const isOutnumbered = Math.max(...others.values()) > support + 1;
  // One against one: neither is supported, and both are told.
  const isAlone = support === 0 && others.size === votes.size && !isOutnumbered;
  if (!isOutnumbered && !isAlone) return undefined;
  if (isOutnumbered && most && isBorder(shift, most.shift, sides)) return undefined;
  const right = isOutnumbered && most ? most.shift : (nearest.shift ?? shift);
  const witness = nearestFirst(sides).find(({ shift: other }) => other === right);
  return { shift: right, witness: witness && witnessIn(witness.group, right) };
}

/** Whether a day next to it counts alike, and those that count otherwise all lie on one side: counting began anew here. */
function isBorder(shift: number, other: number, sides: readonly Side[]): boolean {
  const isOnBothSides = sides.every((side) => side.some((one) => one.shift === other));
  return !isOnBothSides && sides.some((side) => side[0]?.shift === shift);
}

function nearestFirst([before = [], behind = []]: readonly Side[]): Side {
  return Array.from({ length: Math.max(before.length, behind.length) }, (_, index) => [before[index], behind[index]])
    .flat()
    .filter((one) => one !== undefined);
}

function witnessIn(group: RecordGroup, shift: number): SummaryPlace | undefined {
  return group.records.find(({ summary }) => issueShift(summary) === shift);
}

function conflictOf(place: SummaryPlace, { shift, witness }: Judgement): RecordConflict | undefined {
  const { issue, date } = place.summary;
  const other = witness?.summary;
  if (!issue || !date || !witness || !other?.issue || !other.date) return undefined;
  const isSameDay = other.date.text === date.text;
  const expected = (dayNumber(date.text) ?? 0) - shift;
  const places = { issue: issue.text, date: date.text, expected };
  const evidence = { otherDate: other.date.text, otherIssue: other.issue.text };
  return {
    place,
    span: issue.span,
    message: isSameDay
      ? message('meta.issue-conflict.same-day', places)
      : message('meta.issue-conflict', { ...places, ...evidence }),
    related: [{ place: witness, span: other.issue.span, message: message('meta.issue-conflict.related', evidence) }],
  };
}
