import { type CalendarDate, parseDate } from '../statement/dates.ts';

const DAY = 86_400_000;

/** The number of a day YYYYMMDD of the calendar, counted from some fixed day; `undefined` for anything else. */
export function dayNumber(date: string): number | undefined {
  const parsed = /^\d{8}$/.test(date) ? parseDate(date) : undefined;
  return parsed && dayNumberOf(parsed);
}

export function dayNumberOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** YYYYMMDD */
export function dateOfDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10).replaceAll('-', '');
}
