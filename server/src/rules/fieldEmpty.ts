import { message } from '../text/messages.ts';
import { trimmedValue } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { TREE } from './treeTraces.ts';

/** A field whose two tags have nothing between them. */
export const fieldEmpty: RecordRule = {
  code: 'field.empty',
  severity: 'warning',
  needs: { tree: TREE.oddField },
  *check(record) {
    for (const field of record.markup.fields) {
      if (field.open === -1 || field.close === -1 || !field.definition) continue;
      const { start, end } = trimmedValue(record, field);
      if (end > start) continue;
      const { name, required } = field.definition;
      yield {
        span: { start: field.start, end: field.end },
        message: message(required ? 'field.empty.required' : 'field.empty', { name }),
      };
    }
  },
};
