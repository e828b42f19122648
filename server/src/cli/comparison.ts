import { byPosition } from '../corpus/conflictProblem.ts';
import type { Conflict } from '../corpus/conflicts.ts';
import type { Message } from '../text/messages.ts';
import { type Span, shifted } from '../text/span.ts';
import type { KeptRecord, KeptRecords } from './keptRecords.ts';
import type { RelatedPlace } from './report.ts';
import { surveyedPlace } from './survey.ts';
import type { Target } from './targets.ts';

/** A problem among files, with all that whoever looks at the one file cannot know of the others. */
export interface ComparedProblem {
  readonly code: string;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly RelatedPlace[];
}

/** Compares the records of all files; answers what is wrong with the file of a number in view of the others, by position. */
export function compareRecords(
  records: KeptRecords,
  targets: readonly Pick<Target, 'file'>[],
): (file: number) => readonly ComparedProblem[] {
  const found = new Map<number, ComparedProblem[]>();
  for (const conflict of records.conflicts()) {
    const { file } = conflict.place;
    const problem = comparedProblem(conflict, targets);
    const ofFile = found.get(file);
    if (ofFile) ofFile.push(problem);
    else found.set(file, [problem]);
  }
  for (const problems of found.values()) problems.sort(byPosition);
  return (file) => found.get(file) ?? NO_PROBLEMS;
}

const NO_PROBLEMS: readonly ComparedProblem[] = [];

function comparedProblem(
  { rule, place, span, message, related }: Conflict<KeptRecord>,
  targets: readonly Pick<Target, 'file'>[],
): ComparedProblem {
  return {
    code: rule.code,
    span: shifted(span, place.start),
    message,
    related: related.map((other) => {
      const shown = { ...surveyedPlace(other.place, shifted(other.span, other.place.start)), message: other.message };
      const file = other.place.file === place.file ? undefined : targets[other.place.file]?.file;
      return file === undefined ? shown : { ...shown, file };
    }),
  };
}
