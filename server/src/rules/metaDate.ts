import type { Field } from '../markup/syntax.ts';
import { type Message, message } from '../text/messages.ts';
import { daysIn } from './days.ts';
import { trimmedValue } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { doubtfulTags } from './tags.ts';
import { TREE } from './traces.ts';

/** The first number of the newspaper came out on this day. */
export const FIRST_DAY = '19460515';
const DATE = /^(\d{4})(\d{2})(\d{2})$/;

/** A record's date that is no day YYYYMMDD on which the newspaper can have appeared. */
export const metaDate: RecordRule = {
  code: 'meta.date',
  severity: 'error',
  needs: { tree: TREE.oddValue },
  *check(record, { vocabulary, today }) {
    let doubtful: ReadonlySet<number> | undefined;
    for (const field of record.markup.fields) {
      if (field.definition?.value !== 'date') continue;
      doubtful ??= doubtfulTags(record, vocabulary);
      if (doubtful.has(field.open) || doubtful.has(field.close)) continue;
      const span = trimmedValue(record, field);
      const value = record.text.slice(span.start, span.end);
      if (value === '' || (!isWhole(field) && !DATE.test(value))) continue;
      const fault = faultOf(value, today);
      if (fault) yield { span, message: fault };
    }
  },
};

/** Of a field with half its tags only what looks like a date surely is its value. */
function isWhole({ open, close }: Field): boolean {
  return open !== -1 && close !== -1;
}

function faultOf(value: string, today: string): Message | undefined {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return message('meta.date', { value });
  const days = daysIn(Number(year), Number(month));
  if (days === 0) return message('meta.date.no-such-month', { value, month });
  if (Number(day) < 1 || Number(day) > days)
    return message('meta.date.no-such-day', { value, month: `${year}-${month}`, days });
  if (value < FIRST_DAY) return message('meta.date.early', { value });
  if (value > today) return message('meta.date.future', { value, today });
  return undefined;
}
