import type { CalendarDate } from '../statement/dates.ts';

const DAY = 86_400_000;

/** The number of a day YYYYMMDD of the calendar, counted from some fixed day; `undefined` for anything else. */
export function dayNumber(date: string): number | undefined {
  if (!/^\d{8}$/.test(date)) return undefined;
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
}

/** The same by year, month and day. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const isDay = year >= 1000 && year <= 9999 && day >= 1 && day <= daysIn(year, month);
  return isDay ? dayNumberOf({ year, month, day }) : undefined;
}

export function dayNumberOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function yearOfDay(number: number): number {
  return new Date(number * DAY).getUTCFullYear();
}

/** The day of a number, as fields write it: 20140521. */
export function dateOfDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10).replaceAll('-', '');
}

/** How many days a month has; 0 where there is no such month. */
export function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
