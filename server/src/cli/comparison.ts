import { conflictsAmong } from '../corpus/conflicts.ts';
import type { CorpusProblem, CorpusRule } from '../rules/corpusRule.ts';
import { countUpTo } from '../text/lines.ts';
import type { Message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { KeptRecord } from './keptRecord.ts';
import type { RelatedPlace } from './report.ts';
import { surveyedPlace } from './survey.ts';

/** A problem among files, with all that whoever looks at the one file cannot know of the others. */
export interface ComparedProblem {
  readonly code: string;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly RelatedPlace[];
}

export interface SurveyedFile {
  /** As the user knows it, and as everything else does. */
  readonly target: { readonly file: string; readonly uri: string };
  readonly records: readonly KeptRecord[];
}

/** Compares files that have all been surveyed; answers what is wrong with one in view of the others. */
export function compareFiles(
  files: readonly SurveyedFile[],
  rules: readonly CorpusRule[],
): (uri: string) => readonly ComparedProblem[] {
  const conflicts = conflictsAmong(
    files.flatMap(({ records }) => records),
    rules,
  );
  const byUri = new Map(files.map((file) => [file.target.uri, file]));
  const starts = new Map<string, readonly number[]>();
  const startsIn = ({ target: { uri }, records }: SurveyedFile): readonly number[] => {
    const known = starts.get(uri) ?? records.map(({ start }) => start);
    starts.set(uri, known);
    return known;
  };
  const relatedPlaces = (uri: string, { related }: CorpusProblem): RelatedPlace[] =>
    related.flatMap((other) => {
      const file = byUri.get(other.uri);
      const record = file?.records[countUpTo(startsIn(file), other.span.start) - 1];
      if (!file || !record) return [];
      const place = { ...surveyedPlace(record.unpacked(), other.span), message: other.message };
      return [other.uri === uri ? place : { ...place, file: file.target.file }];
    });
  return (uri) =>
    (conflicts.get(uri) ?? []).map((problem) => {
      const { code, span, message } = problem;
      return { code, span, message, related: relatedPlaces(uri, problem) };
    });
}
