import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordSummary } from '../rules/corpusRule.ts';
import { type FieldValue, settledValues } from '../rules/fields.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { fingerprintOf } from './fingerprint.ts';

const known = new WeakMap<RecordTree, RecordSummary>();

/** What of a record is compared with others; worked out once, since a record never changes. */
export function summaryOf(record: RecordTree, vocabulary: Vocabulary): RecordSummary {
  let summary = known.get(record);
  if (!summary) known.set(record, (summary = summarise(record, vocabulary)));
  return summary;
}

function summarise(record: RecordTree, vocabulary: Vocabulary): RecordSummary {
  const first = (kind: 'issue' | 'date' | 'page' | 'item'): FieldValue | undefined =>
    settledValues(record, vocabulary, kind)[0];
  return {
    issue: first('issue'),
    date: first('date'),
    page: first('page'),
    item: first('item'),
    head: headOf(record),
    fingerprint: fingerprintOf(record),
  };
}

/** The headline, else the first node that has words, else the first tag, else all. */
function headOf({ root, markup, text }: RecordTree): Span {
  const nodes = [...root.children, ...root.children.flatMap((node) => node.children)];
  const title = nodes.find(({ kind, pieces }) => kind === 'title' && hasWords(pieces[0]))?.pieces[0];
  const place = title ?? nodes.find(({ selection }) => hasWords(selection))?.selection ?? markup.tags[0];
  return place ? { start: place.start, end: place.end } : { start: 0, end: text.length };
}

function hasWords(span: Span | undefined): boolean {
  return span !== undefined && span.end > span.start;
}
