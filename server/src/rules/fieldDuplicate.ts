import type { Field } from '../markup/syntax.ts';
import { message } from '../text/messages.ts';
import { fieldTag } from './fields.ts';
import type { RecordRule } from './rule.ts';
import { doubtfulTags, tagText } from './tags.ts';

/** A field that its record has already. */
export const fieldDuplicate: RecordRule = {
  code: 'field.duplicate',
  severity: 'warning',
  *check(record, { vocabulary }) {
    const doubtful = doubtfulTags(record, vocabulary);
    const first = new Map<string, Field>();
    for (const field of record.markup.fields) {
      if (!field.definition || doubtful.has(field.open) || doubtful.has(field.close)) continue;
      const before = first.get(field.code);
      if (!before) {
        first.set(field.code, field);
        continue;
      }
      const tag = fieldTag(record, field);
      const firstTag = fieldTag(record, before);
      if (!tag || !firstTag) continue;
      const { code, name } = field.definition;
      yield {
        span: { start: tag.start, end: tag.end },
        message: message('field.duplicate', { name, tag: tagText('open', code, name) }),
        related: [
          {
            span: { start: firstTag.start, end: firstTag.end },
            message: message('field.duplicate.related', { name }),
          },
        ],
      };
    }
  },
};
