import type { Vocabulary } from '../../markup/vocabulary.ts';
import { lineStart } from '../../rules/lines.ts';
import { type Document, recordAt } from '../../statement/document.ts';
import type { RecordTree } from '../../statement/tree.ts';
import { isLineBreak } from '../../text/lines.ts';
import type { FeatureContext } from '../context.ts';

/** Where completion is asked for. Offsets count in the record. */
export interface Place {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly document: Document;
  readonly vocabulary: Vocabulary;
  readonly record: RecordTree;
  /** Where the record starts in the file. */
  readonly start: number;
  readonly at: number;
  /** The line up to the caret and from there on, no more of either than anything here looks at. */
  readonly before: string;
  readonly behind: string;
}

/** Enough of a line for what has been typed, and to see whether anything follows; a text may stand all on one line. */
const REACH = 200;

export function placeAt(context: FeatureContext, uri: string, document: Document, offset: number): Place {
  const { record, start } = recordAt(document, offset);
  const at = offset - start;
  const from = Math.max(lineStart(record, at), at - REACH);
  let to = at;
  while (to < record.text.length && to < at + REACH && !isLineBreak(record.text.charCodeAt(to))) to++;
  return {
    context,
    uri,
    document,
    vocabulary: context.vocabularyOf(uri),
    record,
    start,
    at,
    before: record.text.slice(from, at),
    behind: record.text.slice(at, to),
  };
}

/** A bracket behind the caret that the editor has closed by itself counts as typed. */
export function closedBracket({ behind }: Place, bracket: string): number {
  return behind.startsWith(bracket) ? bracket.length : 0;
}
