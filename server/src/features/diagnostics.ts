import type { Problem } from '../rules/rule.ts';
import { type Document, placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { type Span, shifted } from '../text/span.ts';

/** Finds what is wrong with one record; spans count from its start. */
export type Check = (record: RecordTree) => readonly Problem[];

/** Problems of the records that `within` touches, or of all, with offsets counted from the start of the file. */
export function diagnostics(document: Document, check: Check, within?: Span): Problem[] {
  return placedRecords(document).flatMap(({ record, start }) => {
    const meets = !within || (start <= within.end && within.start <= start + record.text.length);
    return meets ? check(record).map((problem) => moved(problem, start)) : [];
  });
}

function moved(problem: Problem, by: number): Problem {
  if (by === 0) return problem;
  const { related, fixes } = problem;
  return {
    ...problem,
    span: shifted(problem.span, by),
    ...(related && { related: related.map((place) => ({ ...place, span: shifted(place.span, by) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map(({ span, newText }) => ({ span: shifted(span, by), newText })),
      })),
    }),
  };
}
