import { type Locale, localeOf } from '../text/messages.ts';
import type { Io } from './io.ts';

/** The user's language, as programs are told of it. */
export function localeIn({ LC_ALL, LC_MESSAGES, LANG }: Io['env']): Locale {
  return localeOf(LC_ALL || LC_MESSAGES || LANG);
}
