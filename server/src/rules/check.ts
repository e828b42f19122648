import type { RecordTree } from '../statement/tree.ts';
import { rulesFor, tracesOf } from './needs.ts';
import { forgetRecord } from './perRecord.ts';
import type { Finding, Problem, RecordRule, RuleContext, Severity } from './rule.ts';
import { RULES } from './rules.ts';

/** Severities that users set, by code; a rule that is not named keeps its own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const NO_SEVERITIES: Severities = new Map();

/**
 * All that is wrong with one record, by position. Never throws: a rule that fails finds nothing from there on, and
 * `failed` is told.
 */
export function checkRecord(
  record: RecordTree,
  context: RuleContext,
  severities: Severities = NO_SEVERITIES,
  { rules = RULES, failed }: CheckOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const read = record.read();
  for (const rule of rulesFor(tracesOf(read, context), rules)) {
    const severity = severities.get(rule.code) ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const finding of rule.check(read, context)) problems.push(problemOf(rule, severity, finding));
    } catch (error) {
      failed?.(rule.code, error);
    }
  }
  forgetRecord();
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export interface CheckOptions {
  readonly rules?: readonly RecordRule[];
  readonly failed?: (code: string, error: unknown) => void;
}

function problemOf({ code }: RecordRule, severity: Severity, finding: Finding): Problem {
  return { ...finding, code, severity };
}
