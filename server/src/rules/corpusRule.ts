import type { Message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { FieldValue } from './fields.ts';
import type { Problem, Severity } from './rule.ts';

/** What other records are compared with, in place of the record itself. Plain data; spans count from the record's start. */
export interface RecordSummary {
  /** The first field of each kind that surely is one; `undefined` where there is none. */
  readonly issue: FieldValue | undefined;
  readonly date: FieldValue | undefined;
  readonly page: FieldValue | undefined;
  readonly item: FieldValue | undefined;
  /** What stands for the record as a whole: its headline, else its first line. */
  readonly head: Span;
  /** The same for bodies that say the same, whatever their script, punctuation and spacing; none for a few words. */
  readonly fingerprint: string | undefined;
}

/** A record of some file. One and the same object for as long as the record does not change; only its start may. */
export interface SummaryPlace {
  readonly uri: string;
  /** Where the record starts in its file. */
  readonly start: number;
  readonly summary: RecordSummary;
}

/** The records that share a key, in the order of their files and of their text. */
export interface RecordGroup {
  readonly key: string;
  readonly records: readonly SummaryPlace[];
}

/** Where another record explains the problem; the span counts from that record's start. */
interface RecordRelation {
  readonly place: SummaryPlace;
  readonly span: Span;
  readonly message: Message;
}

/** What is wrong with one record in view of others; the span counts from its start. */
export interface RecordConflict {
  readonly place: SummaryPlace;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly RecordRelation[];
}

/** One thing that can be wrong among records. Pure; linear in the groups that it is given. */
export interface CorpusRule {
  /** `area.what`, as in `docs/rules.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** The groups that a record belongs to. */
  keys(place: SummaryPlace): readonly string[];
  /** How many groups before and behind, in the order of their keys, have a say. */
  readonly reach: number;
  /** What a record says on the matter. Where all records of a group and of those that have a say agree, nothing is wrong. */
  readonly says?: (summary: RecordSummary) => number | undefined;
  /** The conflicts of the records of `group`, given its neighbours, of which the nearest comes first. */
  judge(group: RecordGroup, before: readonly RecordGroup[], behind: readonly RecordGroup[]): Iterable<RecordConflict>;
}

/** A place in another file, or in another record of the same; offsets count from the start of that file. */
interface CorpusPlace {
  readonly uri: string;
  readonly span: Span;
  readonly message: Message;
}

/** A problem among records; offsets count from the start of the file. No fix: only the newspaper tells who is right. */
export interface CorpusProblem extends Problem {
  readonly related: readonly CorpusPlace[];
}
