import { message } from '../text/messages.ts';
import type { RecordRule } from './rule.ts';

/** Text between or around the fields of a tagged record. */
export const fieldStrayText: RecordRule = {
  code: 'field.stray-text',
  severity: 'warning',
  *check(record) {
    for (const span of record.markup.stray) yield { span, message: message('field.stray-text') };
  },
};
