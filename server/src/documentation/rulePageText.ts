import type { Locale } from '../text/messages.ts';
import { repairWords } from './repairWords.ts';
import type { RulePage } from './rulePages.ts';
import { PAGE_WORDS } from './wording.ts';

const INDENTATION = '    ';

/** The page on one rule for a terminal, in both languages, the reader's own first. */
export function rulePageText({ code, severity, repair, title, text, example }: RulePage, locale: Locale): string {
  const locales: readonly Locale[] = locale === 'en' ? ['en', 'zh-cn'] : ['zh-cn', 'en'];
  const both = (words: (one: Locale) => string) => locales.map(words).join(' · ');
  const blocks = [
    `${code}  ${both((one) => title[one])}\n${[severity, ...repairWords(repair, locales)].join(' · ')}`,
    ...locales.map((one) => withoutLinks(text[one])),
  ];
  if (example) {
    for (const kind of ['wrong', 'right'] as const) {
      blocks.push(`${both((one) => PAGE_WORDS[one][kind])}\n${indented(example[kind])}`);
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Markdown whose links to other rules are only their words. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1');
}

function indented(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => INDENTATION + line).join('\n');
}
