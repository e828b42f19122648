import { message } from '../text/messages.ts';
import { trimmedValue } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { faultsOf } from './tags.ts';
import { TREE } from './traces.ts';

/** A field whose two tags have nothing between them. */
export const fieldEmpty: RecordRule = {
  code: 'field.empty',
  severity: 'warning',
  needs: { tree: TREE.oddField },
  *check(record) {
    // Of pairs that cross, what one seems to lack lies in the other.
    const crossed = new Set(faultsOf(record, 'misnested').flatMap(({ outer, inner }) => [outer, inner]));
    for (const field of record.markup.fields) {
      if (crossed.has(field.open)) continue;
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
