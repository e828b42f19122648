import type { Locale } from '../text/messages.ts';
import type { Repair } from './example.ts';
import { PAGE_WORDS } from './wording.ts';

/** What there is to say of a rule's fix, in several languages: 可修复 fixable, 安全 safe. */
export function repairWords(repair: Repair, locales: readonly Locale[]): string[] {
  if (repair === 'none') return [];
  const kinds = repair === 'unsafe' ? [repair] : (['unsafe', repair] as const);
  return kinds.map((kind) => locales.map((locale) => PAGE_WORDS[locale].repair[kind]).join(' '));
}
