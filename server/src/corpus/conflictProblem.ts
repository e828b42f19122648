import type { CorpusProblem, RecordConflict } from '../rules/corpusRule.ts';
import type { Problem } from '../rules/rule.ts';
import { shifted } from '../text/span.ts';

/** A conflict as a problem of the file that holds its record, under a rule's name. */
export function conflictProblem(
  { place, span, message, related }: RecordConflict,
  { code, severity }: Pick<Problem, 'code' | 'severity'>,
): CorpusProblem {
  return {
    code,
    severity,
    message,
    span: shifted(span, place.start),
    related: related.map((other) => ({
      uri: other.place.uri,
      span: shifted(other.span, other.place.start),
      message: other.message,
    })),
  };
}

export function byPosition(a: Pick<Problem, 'span'>, b: Pick<Problem, 'span'>): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
