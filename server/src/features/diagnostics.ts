import { byPosition } from '../corpus/conflictProblem.ts';
import type { Problem, RelatedPlace, Severity } from '../rules/rule.ts';
import { type Block, blockLength } from '../statement/blocks.ts';
import { type Document, placedRecordsOf } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { type Span, shifted } from '../text/span.ts';

/** Finds what is wrong with one record; spans count from its start. Always the same of the same record. */
export type Check = (record: RecordTree) => readonly Problem[];

/** A problem of a file, whose spans count from the file's start. */
export interface FileProblem extends Problem {
  readonly related?: readonly FilePlace[];
}

/** A place that helps to understand a problem, in the same file unless it names another. */
interface FilePlace extends RelatedPlace {
  readonly uri?: string;
}

/** Finds what is wrong with a file, by position; with `within`, at least what is wrong there. */
export type FileCheck = (document: Document, within?: Span) => FileProblem[];

/** The two ways to look at a file. */
export interface FileChecks {
  /** Finds whatever is wrong. */
  readonly all: FileCheck;
  /** Finds what the user wants to hear of. */
  readonly check: FileCheck;
}

/**
 * Checks a file record by record, and adds what comparing it with other files has found: `compared` answers that for the
 * file's present state.
 */
export function fileCheck(check: Check, compared: () => readonly FileProblem[] = () => []): FileCheck {
  return (document, within) => {
    const own = diagnostics(document, check, within);
    const others = compared();
    return others.length > 0 ? [...own, ...others].sort(byPosition) : own;
  };
}

/** Problems of the records that `within` touches, or of all, with offsets counted from the start of the file. */
export function diagnostics(document: Document, check: Check, within?: Span): FileProblem[] {
  const { blocks, starts } = document;
  const found: FileProblem[] = [];
  blocks.forEach((block, index) => {
    const start = starts[index] ?? 0;
    if (within && (within.end < start || start + blockLength(block) < within.start)) return;
    // A small file is checked as fast as it is looked up.
    const isSmall = blocks.length === 1;
    const problems =
      within || isSmall ? problemsOf(block, check, within && shifted(within, -start)) : known(block, check);
    for (const { problem, at } of problems) found.push(moved(problem, start + at));
  });
  return found;
}

/** A problem of a record that starts at `at`. */
interface PlacedProblem {
  readonly problem: Problem;
  readonly at: number;
}

function problemsOf(block: Block, check: Check, within?: Span): readonly PlacedProblem[] {
  const found: PlacedProblem[] = [];
  for (const { record, start: at } of placedRecordsOf(block, 0)) {
    const meets = !within || (at <= within.end && within.start <= at + record.text.length);
    if (meets) for (const problem of check(record)) found.push({ problem, at });
  }
  return found;
}

const problemsByBlock = new WeakMap<Check, WeakMap<Block, readonly PlacedProblem[]>>();

/** The problems of a block, which are looked for once for each state of it. */
function known(block: Block, check: Check): readonly PlacedProblem[] {
  let byBlock = problemsByBlock.get(check);
  if (!byBlock) problemsByBlock.set(check, (byBlock = new WeakMap()));
  let problems = byBlock.get(block);
  if (!problems) byBlock.set(block, (problems = problemsOf(block, check)));
  return problems;
}

const SEVEREST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** As many problems as a list may show, the severest first taken, still by position; and how many more there are. */
export function limited(
  problems: readonly FileProblem[],
  most: number,
): { readonly shown: readonly FileProblem[]; readonly more: number } {
  if (problems.length <= most) return { shown: problems, more: 0 };
  const severest = SEVEREST_FIRST.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const chosen = new Set(severest.slice(0, most));
  return { shown: problems.filter((problem) => chosen.has(problem)), more: problems.length - most };
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
