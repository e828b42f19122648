import type { Fix } from '../rules/rule.ts';
import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import type { FileCheck, FileProblem } from './diagnostics.ts';

/** A repair on offer; offsets count from the start of the file. */
export interface QuickFix extends Fix {
  readonly problem: FileProblem;
  /** The one to take without looking at the others. */
  readonly preferred: boolean;
}

/** The problems that a range meets; a caret meets what it touches. */
export function problemsAt(document: Document, range: Span, check: FileCheck): FileProblem[] {
  return check(document, range).filter(({ span }) => span.start <= range.end && range.start <= span.end);
}

/** The repairs of these problems. */
export function quickFixes(problems: readonly FileProblem[]): QuickFix[] {
  return problems.flatMap((problem) => {
    const fixes = problem.fixes ?? [];
    const preferred = fixes.find((fix) => fix.safe);
    return fixes.map((fix) => ({ ...fix, problem, preferred: fix === preferred }));
  });
}

/** The codes of these problems that can be repaired, each once, with how many the whole file has. */
export function fixableKinds(
  document: Document,
  problems: readonly FileProblem[],
  check: FileCheck,
): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { code, fixes } of problems) if (fixes?.length) kinds.set(code, 0);
  if (kinds.size === 0) return kinds;
  for (const { code, fixes } of check(document)) {
    const count = kinds.get(code);
    if (fixes?.length && count !== undefined) kinds.set(code, count + 1);
  }
  return kinds;
}
