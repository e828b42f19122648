import en from '../../../l10n/server/en/pages.json';
import zh from '../../../l10n/server/zh-cn/pages.json';
import type { Locale } from '../text/messages.ts';

/** The words around the rules. */
export type PageWords = (typeof zh)['page'];

interface RuleWords {
  /** A few words, without full stop. */
  readonly title: string;
  /** What the rule says and what to do, in Markdown; links lead to other rules of the page. */
  readonly text: string;
}

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { 'zh-cn': zh.page, en: en.page };

export const RULE_WORDS: Readonly<Record<Locale, Readonly<Record<string, RuleWords>>>> = {
  'zh-cn': zh.rules,
  en: en.rules,
};
