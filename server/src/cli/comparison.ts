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

/** What is wrong with files in view of the others. */
export interface ComparedFiles {
  has(file: number): boolean;
  /** By position. */
  problemsOf(file: number): readonly ComparedProblem[];
}

/** Compares the records of all files; these go by their numbers. */
export function compareRecords(records: KeptRecords, targets: readonly Pick<Target, 'file'>[]): ComparedFiles {
  // As JSON, which takes half the memory, a problem on each line.
  const found = new Map<number, string>();
  for (const conflict of records.conflicts()) {
    const { file } = conflict.place;
    const problem = JSON.stringify(comparedProblem(conflict, targets));
    const before = found.get(file);
    found.set(file, before === undefined ? problem : `${before}\n${problem}`);
  }
  return {
    has: (file) => found.has(file),
    problemsOf(file) {
      const lines = found.get(file)?.split('\n') ?? [];
      return lines.map((line) => JSON.parse(line) as ComparedProblem).sort(byPosition);
    },
  };
}

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
