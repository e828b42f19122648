import type { Severity } from '../rules/rule.ts';
import { CORPUS_RULES } from '../rules/corpusRules.ts';
import { RULES } from '../rules/rules.ts';

export interface RuleName {
  readonly code: string;
  readonly severity: Severity;
}

/** A file whose bytes cannot be read as text: the one problem that no rule finds. */
export const ENCODING_CODE = 'file.encoding';
export const ENCODING_SEVERITY: Severity = 'error';

/** Everything that a check can report, with its own severity. */
export const ALL_RULES: readonly RuleName[] = [
  ...[...RULES, ...CORPUS_RULES.filter((rule) => !RULES.some(({ code }) => code === rule.code))].map(
    ({ code, severity }) => ({ code, severity }),
  ),
  { code: ENCODING_CODE, severity: ENCODING_SEVERITY },
];

export const KNOWN_CODES: ReadonlySet<string> = new Set(ALL_RULES.map(({ code }) => code));
