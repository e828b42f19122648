import type { CalendarDate } from '../statement/dates.ts';
import type { Locale } from '../text/messages.ts';

const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-cn': 'zh-CN', en: 'en-GB' };

/** A day with its weekday, as people write it: 2014年5月21日 星期三; Wednesday, 21 May 2014. */
export function dayInWords({ year, month, day }: CalendarDate, locale: Locale): string {
  const language = LANGUAGES[locale];
  const moment = new Date(Date.UTC(year, month - 1, day));
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(moment);
  return locale === 'en' ? `${weekday}, ${date}` : `${date} ${weekday}`;
}
