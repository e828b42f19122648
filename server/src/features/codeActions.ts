import type { Fix, Problem } from '../rules/rule.ts';
import type { Document } from '../statement/document.ts';
import type { Edit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { type Check, diagnostics } from './diagnostics.ts';

/** A repair on offer; offsets count from the start of the file. */
export interface QuickFix extends Fix {
  readonly problem: Problem;
  /** The one to take without looking at the others. */
  readonly preferred: boolean;
}

/** The repairs of the problems that a range meets; a caret meets what it touches. */
export function quickFixes(document: Document, range: Span, check: Check): QuickFix[] {
  return diagnostics(document, check, range)
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap((problem) => {
      const fixes = problem.fixes ?? [];
      const preferred = fixes.find((fix) => fix.safe);
      return fixes.map((fix) => ({ ...fix, problem, preferred: fix === preferred }));
    });
}

/** The edits of all safe repairs, in order. Of two that touch the same place the later waits for the next time. */
export function fixAll(document: Document, check: Check): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of diagnostics(document, check)) {
    const fix = fixes?.find((candidate) => candidate.safe);
    if (!fix?.edits.every(({ span }) => isFree(taken, span))) continue;
    for (const edit of fix.edits) taken.splice(rankOf(taken, edit.span), 0, edit);
  }
  return taken;
}

function isFree(taken: readonly Edit[], { start, end }: Span): boolean {
  const rank = rankOf(taken, { start, end });
  const before = taken[rank - 1]?.span;
  const behind = taken[rank]?.span;
  return (
    (!before || before.end < start || (before.end === start && before.start < start)) &&
    (!behind || end <= behind.start)
  );
}

function rankOf(taken: readonly Edit[], { start }: Span): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((taken[middle]?.span.start ?? start) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
