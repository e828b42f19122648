import type { Field } from '../markup/syntax.ts';
import { message } from '../text/messages.ts';
import { fieldTag, settledFields } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** A field that its record has already. */
export const fieldDuplicate: RecordRule = {
  code: 'field.duplicate',
  severity: 'warning',
  needs: { tree: TREE.oddField },
  *check(record, { vocabulary }) {
    const first = new Map<string, Field>();
    for (const field of settledFields(record, vocabulary)) {
      const before = first.get(field.code);
      if (!before) {
        first.set(field.code, field);
        continue;
      }
      const tag = fieldTag(record, field);
      const firstTag = fieldTag(record, before);
      if (!tag || !firstTag || !field.definition) continue;
      const { code, name } = field.definition;
      yield {
        span: spanOfTag(tag),
        message: message('field.duplicate', { name, tag: tagText('open', code, name) }),
        related: [
          {
            span: spanOfTag(firstTag),
            message: message('field.duplicate.related', { name }),
          },
        ],
      };
    }
  },
};
