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
  return record.markup.fields.filter(
    ({ definition, open, close }) =>
      definition && open !== -1 && close !== -1 && !doubtful.has(open) && !doubtful.has(close),
  );
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
  return settledFields(record, vocabulary).flatMap((field) => {
    if (field.definition?.value !== kind) return [];
    const span = trimmedValue(record, field);
    return span.end > span.start ? [{ span, text: record.text.slice(span.start, span.end) }] : [];
  });
}
