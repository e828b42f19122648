import type { Field } from '../markup/syntax.ts';
import type { ValueKind, Vocabulary } from '../markup/vocabulary.ts';
import type { RecordSummary } from '../rules/corpusRule.ts';
import { type FieldValue, settledFields, trimmedValue } from '../rules/fields.ts';
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

/** The same for who asks but once: to remember it costs as much as to work it out. */
export function summarise(record: RecordTree, vocabulary: Vocabulary): RecordSummary {
  const fields = settledFields(record, vocabulary);
  return {
    issue: firstValue(record, fields, 'issue'),
    date: firstValue(record, fields, 'date'),
    page: firstValue(record, fields, 'page'),
    item: firstValue(record, fields, 'item'),
    head: headOf(record),
    fingerprint: fingerprintOf(record),
  };
}

/** The value of the first field of a kind that has one. */
function firstValue(record: RecordTree, fields: readonly Field[], kind: ValueKind): FieldValue | undefined {
  for (const field of fields) {
    if (field.definition?.value !== kind) continue;
    const span = trimmedValue(record, field);
    if (hasWords(span)) return { span, text: record.text.slice(span.start, span.end) };
  }
  return undefined;
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
