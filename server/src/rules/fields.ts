import type { Field, Tag } from '../markup/syntax.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';

/** The tag that stands for a field when it is pointed at: the opening one, or what there is. */
export function fieldTag({ markup }: RecordTree, field: Field): Tag | undefined {
  return markup.tags[field.open] ?? markup.tags[field.close];
}

/** A field's value without the white space around it. */
export function trimmedValue({ text }: RecordTree, { value }: Field): Span {
  const inner = text.slice(value.start, value.end);
  const start = value.start + (inner.length - inner.trimStart().length);
  return { start, end: Math.max(start, value.start + inner.trimEnd().length) };
}
