import type { Field } from '../markup/syntax.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';

/** What stands between a field's tags, without the white space around it. */
export function valueSpan({ text }: RecordTree, field: Field): Span {
  let { start, end } = field.value;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

export function valueText(record: RecordTree, field: Field): string {
  const { start, end } = valueSpan(record, field);
  return record.text.slice(start, end);
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
}
