import type { Locale } from '../text/messages.ts';
import type { Example } from './example.ts';
import { repairWords } from './repairWords.ts';
import { RULE_PAGES, type RulePage } from './rulePages.ts';
import { PAGE_WORDS } from './wording.ts';

/** Most readers read Chinese. */
const LOCALES: readonly Locale[] = ['zh-cn', 'en'];

/** The text of `docs/rules.md`: what the rules are, a table of them, and a section on each. */
export function rulesPage(): string {
  const [zh, en] = [PAGE_WORDS['zh-cn'], PAGE_WORDS.en];
  const introduction = zh.intro.flatMap((paragraph, index) => [paragraph, en.intro[index] ?? '']);
  const blocks = [
    '<!-- npm run docs 据规则写成，不要手改 · Written by npm run docs from the rules; change those instead. -->',
    `# ${inBoth((locale) => PAGE_WORDS[locale].title)}`,
    ...introduction,
    tableOf(RULE_PAGES),
    ...RULE_PAGES.map(sectionOf),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableOf(pages: readonly RulePage[]): string {
  const head = (['code', 'severity', 'about'] as const).map((column) => inBoth((locale) => PAGE_WORDS[locale][column]));
  const rows = pages.map(({ code, severity, title }) => [
    `[${code}](#${code})`,
    severity,
    inBoth((locale) => title[locale]),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sectionOf({ code, severity, repair, title, text, example }: RulePage): string {
  return [
    // A heading's own anchor would be without the dot.
    `<a id="${code}"></a>\n## ${code}`,
    inBoth((locale) => title[locale]),
    [`**${severity}**`, ...repairWords(repair, LOCALES)].join(' · '),
    ...LOCALES.map((locale) => text[locale]),
    ...(example ? [exampleOf('wrong', example), exampleOf('right', example)] : []),
  ].join('\n\n');
}

function exampleOf(kind: keyof Example, example: Example): string {
  const caption = inBoth((locale) => PAGE_WORDS[locale][kind]);
  return `${caption}\n\n\`\`\`rmrb ${kind}\n${example[kind]}\`\`\``;
}

function inBoth(words: (locale: Locale) => string): string {
  return LOCALES.map(words).join(' · ');
}
