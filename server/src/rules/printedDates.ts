import { type CalendarDate, parseDate } from '../statement/dates.ts';
import { isCredit, isDateLine } from '../statement/furniture.ts';
import { parseNumeral } from '../statement/numerals.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { dayNumber, dayOf, yearOfDay } from './days.ts';
import { isSaid, nodesOf } from './nodes.ts';
import { perRecord } from './perRecord.ts';

let lastPath: string | undefined;
let lastFolder: string | undefined;

/** The last folder of a path whose name is a day, as YYYYMMDD. All records of a file ask for the same. */
export function folderDate(path: string | undefined): string | undefined {
  if (path !== lastPath) {
    lastPath = path;
    lastFolder = path
      ?.split('/')
      .slice(0, -1)
      .findLast((segment) => /^(?:19|20)\d{6}$/.test(segment) && dayNumber(segment) !== undefined);
  }
  return lastFolder;
}

/** A day that a text names, and where. */
export interface PrintedDate {
  readonly span: Span;
  readonly date: CalendarDate;
}

/** The day on which a statement was signed. */
export const signatureDate = perRecord((record: RecordTree): PrintedDate | undefined => {
  for (const node of nodesOf(record)) {
    if (node.kind !== 'signature') continue;
    for (const span of node.pieces) {
      const line = record.text.slice(span.start, span.end);
      const date = isDateLine(line) ? parseDate(line) : undefined;
      if (date) return { span, date };
    }
  }
  return undefined;
});

const NUMBER = '[0-9０-９〇○一二三四五六七八九十]{1,3}';
const MONTH_AND_DAY = new RegExp(`(${NUMBER})月(${NUMBER})日[电電讯訊]`);
/** 新华社北京5月20日电 before the first words of the text, on the same line. */
const INLINE_CREDIT = new RegExp(
  `^[（(【]?(?:新[华華]社|中新社|本[报報])[\\u4e00-\\u9fff、]{0,12}?(?:[0-9]{4}年)?${NUMBER}月${NUMBER}日[电電讯訊]`,
);

/** The agency's credit that gives place and day, on a line of its own or before the first words. */
export const dateline = perRecord((record: RecordTree): Span | undefined => {
  for (const node of nodesOf(record)) {
    if (node.kind !== 'credit') continue;
    const [line] = node.pieces;
    if (line && isCredit(record.text.slice(line.start, line.end))) return line;
  }
  const [first] = nodesOf(record).find(isSaid)?.pieces ?? [];
  const inline = first && INLINE_CREDIT.exec(record.text.slice(first.start, Math.min(first.end, first.start + 60)));
  return inline ? { start: first.start, end: first.start + inline[0].length } : undefined;
});

/** The number of the day that the words of a dateline name; they name no year, and that one is meant which is nearest to `day`. */
export function datelineDay(words: string, day: number): number | undefined {
  const [, month, dayOfMonth] = MONTH_AND_DAY.exec(words) ?? [];
  return nearestDay(parseNumeral(month ?? ''), parseNumeral(dayOfMonth ?? ''), day);
}

function nearestDay(month: number | undefined, dayOfMonth: number | undefined, day: number): number | undefined {
  if (month === undefined || dayOfMonth === undefined) return undefined;
  const year = yearOfDay(day);
  let nearest: number | undefined;
  for (const candidate of [year - 1, year, year + 1].map((one) => dayOf(one, month, dayOfMonth))) {
    if (candidate === undefined) continue;
    if (nearest === undefined || Math.abs(candidate - day) < Math.abs(nearest - day)) nearest = candidate;
  }
  return nearest;
}
