import type { Field, Tag } from '../markup/syntax.ts';
import type { ValueKind, Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { doubtfulTags } from './tags.ts';

/** The tag that stands for a field when it is pointed at: the opening one, or what there is. */
export function fieldTag({ markup }: RecordTree, field: Field): Tag | undefined {
  return markup.tags[field.open] ?? markup.tags[field.close];
}

/** The fields that surely are what they say: known, with both tags, which agree. */
export function settledFields(record: RecordTree, vocabulary: Vocabulary): readonly Field[] {
  const doubtful = doubtfulTags(record, vocabulary);
  return record.markup.fields.filter((field) => isSettled(field, doubtful));
}

/** A field's value without the white space around it. */
export function trimmedValue({ text }: RecordTree, { value }: Field): Span {
  const inner = text.slice(value.start, value.end);
  const start = value.start + (inner.length - inner.trimStart().length);
  return { start, end: Math.max(start, value.start + inner.trimEnd().length) };
}

/** A field's value as printed and where it stands, without the white space around it. */
export interface FieldValue {
  readonly text: string;
  readonly span: Span;
}

/** The values of all fields of one kind that surely are such fields; empty ones are `field.empty`. */
export function settledValues(record: RecordTree, vocabulary: Vocabulary, kind: ValueKind): FieldValue[] {
  const values: FieldValue[] = [];
  let doubtful: ReadonlySet<number> | undefined;
  for (const field of record.markup.fields) {
    if (field.definition?.value !== kind) continue;
    doubtful ??= doubtfulTags(record, vocabulary);
    if (!isSettled(field, doubtful)) continue;
    const span = trimmedValue(record, field);
    if (span.end > span.start) values.push({ span, text: record.text.slice(span.start, span.end) });
  }
  return values;
}

function isSettled({ definition, open, close }: Field, doubtful: ReadonlySet<number>): boolean {
  return definition !== undefined && open !== -1 && close !== -1 && !doubtful.has(open) && !doubtful.has(close);
}
