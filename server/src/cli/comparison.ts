import type { ComparedRecords } from '../corpus/conflicts.ts';
import type { CorpusProblem } from '../rules/corpusRule.ts';
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

/** Compares the records of all files; answers what is wrong with one file in view of the others. */
export function compareRecords(records: ComparedRecords<KeptRecord>): (uri: string) => readonly ComparedProblem[] {
  const conflicts = records.conflicts();
  if (conflicts.size === 0) return () => NO_PROBLEMS;
  const recordsIn = recordsPointedAt(records.all, conflicts);
  const relatedPlaces = (uri: string, { related }: CorpusProblem): RelatedPlace[] =>
    related.flatMap((other) => {
      const ofFile = recordsIn.get(other.uri);
      const record = ofFile?.records[countUpTo(ofFile.starts, other.span.start) - 1];
      if (!record) return [];
      const place = { ...surveyedPlace(record.unpacked(), other.span), message: other.message };
      return [other.uri === uri ? place : { ...place, file: record.target.file }];
    });
  return (uri) =>
    (conflicts.get(uri) ?? []).map((problem) => {
      const { code, span, message } = problem;
      return { code, span, message, related: relatedPlaces(uri, problem) };
    });
}

const NO_PROBLEMS: readonly ComparedProblem[] = [];

/** The records of one file, and where they start. */
interface RecordsOfFile {
  readonly records: KeptRecord[];
  readonly starts: number[];
}

/** By file, those of the files that are named as the other place of some problem. */
function recordsPointedAt(
  records: readonly KeptRecord[],
  conflicts: ReadonlyMap<string, readonly CorpusProblem[]>,
): Map<string, RecordsOfFile> {
  const byUri = new Map<string, RecordsOfFile>();
  for (const problems of conflicts.values()) {
    for (const { related } of problems) {
      for (const { uri } of related) byUri.set(uri, { records: [], starts: [] });
    }
  }
  for (const record of records) {
    const ofFile = byUri.get(record.uri);
    ofFile?.records.push(record);
    ofFile?.starts.push(record.start);
  }
  return byUri;
}
