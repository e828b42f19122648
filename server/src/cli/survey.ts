import { summarise } from '../corpus/recordSummary.ts';
import type { RecordSummary } from '../rules/corpusRule.ts';
import { type Document, placedRecords, positionAt } from '../statement/document.ts';
import { countUpTo, type LinePosition, positionIn } from '../text/lines.ts';
import type { Message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { Place } from './report.ts';

/** What became of the fixes of a file. */
export interface Repair {
  /** How many were carried out. */
  readonly fixed: number;
  /** What they would change, as a patch. */
  readonly diff?: string;
  /** The repaired file, where it came from standard input. */
  readonly output?: Uint8Array;
  /** Why the repaired file could not be written. */
  readonly unwritten?: Message;
}

/** What of a record is compared with others, and enough of its lines to say where in the file that stands. */
export interface SurveyedRecord {
  readonly start: number;
  readonly summary: RecordSummary;
  /** Where the record starts. */
  readonly position: LinePosition;
  /** Offsets in the record just behind its line breaks, as far as the summary points. */
  readonly breaks: readonly number[];
}

/** @param summaries of its records in their order, as far as they are known */
export function surveyedRecords(document: Document, summaries: readonly RecordSummary[] = []): SurveyedRecord[] {
  return placedRecords(document).map(({ record, start }, index) => {
    const summary = summaries[index] ?? summarise(record, document.vocabulary);
    const { issue, date, page, item, head } = summary;
    const end = Math.max(head.end, ...[issue, date, page, item].map((value) => value?.span.end ?? 0));
    const breaks = record.lineBreaks.slice(0, countUpTo(record.lineBreaks, end));
    return { start, summary, position: positionAt(document, start), breaks };
  });
}

/** The place of a span of the file that the record's summary points at. */
export function surveyedPlace({ start, position, breaks }: SurveyedRecord, span: Span): Place {
  const positionOf = (offset: number): LinePosition => {
    const { line, character } = positionIn(breaks, offset - start);
    return { line: position.line + line, character: line === 0 ? position.character + character : character };
  };
  return { span, range: { start: positionOf(span.start), end: positionOf(span.end) } };
}
