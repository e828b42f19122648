import { ALL_RULES } from '../corpus/ruleCodes.ts';
import type { Severity } from '../rules/rule.ts';
import type { Locale } from '../text/messages.ts';
import type { Example, Repair } from './example.ts';
import { EXAMPLES } from './examples.ts';
import { RULE_WORDS } from './wording.ts';

/** All that is to be said of a rule. */
export interface RulePage {
  readonly code: string;
  /** Where no setting says another. */
  readonly severity: Severity;
  readonly repair: Repair;
  /** A few words, without full stop. */
  readonly title: Readonly<Record<Locale, string>>;
  /** In Markdown; links lead to other rules of the page. */
  readonly text: Readonly<Record<Locale, string>>;
  /** Bytes that are no text have none. */
  readonly example?: Example;
}

/** Everything that a check can report, in the order of the rules. */
export const RULE_PAGES: readonly RulePage[] = ALL_RULES.map(({ code, severity }) => {
  const { 'zh-cn': zh, en } = RULE_WORDS;
  const { repair = 'none', ...example } = EXAMPLES[code] ?? {};
  return {
    code,
    severity,
    repair,
    title: { 'zh-cn': zh[code]?.title ?? '', en: en[code]?.title ?? '' },
    text: { 'zh-cn': zh[code]?.text ?? '', en: en[code]?.text ?? '' },
    ...('wrong' in example && { example }),
  };
});
