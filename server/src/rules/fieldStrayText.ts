import { message } from '../text/messages.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './traces.ts';

/** Text between or around the fields of a tagged record. */
export const fieldStrayText: RecordRule = {
  code: 'field.stray-text',
  severity: 'warning',
  needs: { tree: TREE.stray },
  *check(record) {
    for (const span of record.markup.stray) yield { span, message: message('field.stray-text') };
  },
};
