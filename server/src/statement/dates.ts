import { parseNumeral } from './numerals.ts';

const NUMBER = '[0-9０-９〇零○O一二三四五六七八九十廿卅]';
const CHINESE = new RegExp(`(${NUMBER}{4})\\s?年\\s?(${NUMBER}{1,3})\\s?月\\s?(${NUMBER}{1,3})\\s?[日号號]`);
const WITH_SIGNS = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const COMPACT = /^\d{8}$/;

/** A day of the calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first date in `text`: 二〇〇二年十二月二日, 2014年5月20日, 2017-07-05, 20140521; `undefined` for days that do not exist. */
export function parseDate(text: string): CalendarDate | undefined {
  if (COMPACT.test(text)) return calendarDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  const match = CHINESE.exec(text) ?? WITH_SIGNS.exec(text);
  return match ? calendarDate(match[1] ?? '', match[2] ?? '', match[3] ?? '') : undefined;
}

/** 2014-05-20 */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function calendarDate(yearText: string, monthText: string, dayText: string): CalendarDate | undefined {
  const [year, month, day] = [yearText, monthText, dayText].map((part) => parseNumeral(part.replaceAll('O', '〇')));
  return year === undefined || month === undefined || day === undefined ? undefined : calendarDay(year, month, day);
}

function calendarDay(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
