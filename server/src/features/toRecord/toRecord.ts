import type { ValueKind, Vocabulary } from '../../markup/vocabulary.ts';
import { charLost } from '../../rules/charLost.ts';
import { charTorn } from '../../rules/charTorn.ts';
import { checkRecord } from '../../rules/check.ts';
import { settledValues, trimmedValue } from '../../rules/fields.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { structureOneLine } from '../../rules/structureOneLine.ts';
import { structureTruncated } from '../../rules/structureTruncated.ts';
import {
  type Document,
  documentText,
  parseDocument,
  placedRecords,
  recordCount,
  recordsOf,
} from '../../statement/document.ts';
import type { RecordTree } from '../../statement/tree.ts';
import { shifted, type Span, spanOf } from '../../text/span.ts';
import { skipWhite, trimEnd } from '../../text/trim.ts';
import { fileCheck, type FileProblem } from '../diagnostics.ts';
import { type Change, Draft, type DraftEdit } from './draft.ts';
import { fullStops } from './halfStops.ts';
import { withoutHardWraps } from './hardWraps.ts';
import { INDENTATION, laidOut } from './layout.ts';
import { mend } from './mending.ts';
import { withoutPageLines } from './pageLines.ts';
import { CLEANING, RESTORING_CHARACTERS, UNCOVERING, UNWRAPPING, WITHOUT_RESIDUE } from './remedies.ts';
import { type StatementDate, statementDate } from './statementDate.ts';
import { statementsIn } from './statements.ts';
import { tagged } from './tagging.ts';
import { type Taken, takenOf } from './taken.ts';

export interface ConversionContext extends RuleContext {
  /** The date of the records, YYYYMMDD, where somebody has said it. */
  readonly date?: string | undefined;
  /** The issue number of a day, where the corpus implies it. */
  readonly issueOn?: (date: string) => string | undefined;
}

/** A field that a record must have and that is still empty. */
interface MissingField {
  /** The record's number in the file, from 0. */
  readonly record: number;
  readonly code: string;
}

/** How a text becomes records of the corpus. */
export interface Conversion {
  /** Small changes of the text as it was, in order, each in a group that can be left out without the others. */
  readonly changes: readonly Change[];
  /** The text with all of them carried out. */
  readonly text: string;
  /** What was taken out and restored. */
  readonly taken: readonly Taken[];
  /** Where the dates come from that were filled in, by the number of the record. */
  readonly dates: readonly (StatementDate | undefined)[];
  readonly missing: readonly MissingField[];
  /** What only a person can mend; spans count in the converted text. */
  readonly left: readonly FileProblem[];
  /** How many records the result has. */
  readonly records: number;
  /** Whether the text had its tags already. */
  readonly wasTagged: boolean;
}

/** Rules that lie in each other's way take turns; no real text needs so many. */
const MOST_PASSES = 6;

/**
 * Makes records of a text: of an untagged one, one record for each statement; in one that has tags, only what is still to be
 * done. Converting the result once more changes nothing.
 */
export function toRecord(document: Document, context: ConversionContext): Conversion {
  const draft = new Draft(documentText(document));
  const wasTagged = recordsOf(document).some(({ markup }) => markup.tags.length > 0);
  const lineBreak = lineBreakIn(draft.text);
  const pageDates = wasTagged ? [] : tagStatements(draft, context, lineBreak);
  const dates: (StatementDate | undefined)[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = draft.text;
    draft.apply(splitLines(parseDocument(draft.text, context.vocabulary), lineBreak, context));
    mend(draft, UNCOVERING, context);
    mend(draft, CLEANING, context);
    draft.apply(laidOut(parseDocument(draft.text, context.vocabulary), lineBreak));
    draft.apply(fullStops(parseDocument(draft.text, context.vocabulary)));
    draft.apply(missingValues(parseDocument(draft.text, context.vocabulary), context, pageDates, dates));
    if (draft.text === before) break;
  }
  const result = parseDocument(draft.text, context.vocabulary);
  const changes = draft.changes();
  return {
    changes,
    text: draft.text,
    taken: takenOf(draft.log),
    dates,
    missing: recordsOf(result).flatMap((record, index) => emptyFields(record, context.vocabulary, index)),
    left: leftIn(result, context),
    records: recordCount(result),
    wasTagged,
  };
}

/** Cleans an untagged text as far as its lines are concerned, and marks the fields of each statement. Answers when each page says it was made. */
function tagStatements(draft: Draft, context: ConversionContext, lineBreak: string): readonly (string | undefined)[] {
  const { vocabulary } = context;
  mend(draft, RESTORING_CHARACTERS, context);
  mend(draft, UNWRAPPING, context);
  draft.apply(splitLines(parseDocument(draft.text, vocabulary), lineBreak, context));
  const pages = statementsIn(draft.text).map((span) => withoutPageLines(draft.text, span));
  draft.apply(pages.flatMap(({ edits }) => edits));
  mend(draft, WITHOUT_RESIDUE, context);
  draft.apply(withoutHardWraps(draft.text));
  draft.apply(statementsIn(draft.text).flatMap((span) => tagged(draft.text, span, vocabulary, lineBreak)));
  return pages.map(({ pageDate }) => pageDate);
}

function givenDate(value: string): StatementDate {
  return { value, source: 'given', words: '', isSure: true };
}

function lineBreakIn(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Breaks up lines that hold several paragraphs with ideographic gaps between. */
function splitLines(document: Document, lineBreak: string, context: RuleContext): DraftEdit[] {
  return placedRecords(document).flatMap(({ record, start }) =>
    [...structureOneLine.check(record, context)].flatMap(({ fixes }) =>
      (fixes?.[0]?.edits ?? []).map(({ span }): DraftEdit => {
        const gap = spanOf(trimEnd(record.text, 0, span.start), skipWhite(record.text, span.end, record.text.length));
        return { span: shifted(gap, start), newText: lineBreak + INDENTATION, group: 'split' };
      }),
    ),
  );
}

/** Dates and issue numbers of records that have an empty field for them; puts into `dates` where each comes from. */
function missingValues(
  document: Document,
  context: ConversionContext,
  pageDates: readonly (string | undefined)[],
  dates: (StatementDate | undefined)[],
): DraftEdit[] {
  const { vocabulary, today, path, date: given, issueOn } = context;
  const records = placedRecords(document);
  return records.flatMap(({ record, start }, index): DraftEdit[] => {
    const fill = (kind: ValueKind, value: string | undefined) =>
      value === undefined
        ? []
        : emptyValues(record, vocabulary, kind).map(
            (span): DraftEdit => ({ span: shifted(span, start), newText: value, group: 'record' }),
          );
    const printed = statementDate(record, { pageDate: pageDates[index], today, path });
    // What somebody says of one statement goes before its words; of several, it is meant for those that have none.
    const date = given !== undefined && (records.length === 1 || !printed?.isSure) ? givenDate(given) : printed;
    const filled = fill('date', date?.value);
    if (filled.length > 0) dates[index] = date;
    const [known] = settledValues(record, vocabulary, 'date');
    return [...filled, ...fill('issue', known && issueOn?.(known.text))];
  });
}

function emptyValues(record: RecordTree, { byCode }: Vocabulary, value: ValueKind): Span[] {
  return record.markup.fields.flatMap((field) => {
    if (byCode.get(field.code)?.value !== value || field.open === -1 || field.close === -1) return [];
    const span = trimmedValue(record, field);
    return span.end > span.start ? [] : [field.value];
  });
}

function emptyFields(record: RecordTree, { definitions }: Vocabulary, index: number): MissingField[] {
  if (record.markup.tags.length === 0) return [];
  const filled = new Set(
    record.markup.fields.flatMap((field) => {
      const { start, end } = trimmedValue(record, field);
      return end > start ? [field.code] : [];
    }),
  );
  return definitions
    .filter(({ code, use, required }) => required && use === 'field' && !filled.has(code))
    .map(({ code }) => ({ record: index, code }));
}

const FOR_A_PERSON = [charTorn, charLost, structureTruncated];

function leftIn(document: Document, context: RuleContext): FileProblem[] {
  return fileCheck((record) => checkRecord(record, context, undefined, { rules: FOR_A_PERSON }))(document);
}
