import type { Field } from '../markup/syntax.ts';
import { isFieldUse, type TagDefinition, type Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Edit } from '../text/edits.ts';
import { isLineBreak } from '../text/lines.ts';
import { message } from '../text/messages.ts';
import { fieldTag } from './fields.ts';
import { lineBreakOf, lineStart } from './lines.ts';
import type { RecordRule } from './rule.ts';
import { spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** A field that every record must have. Reported on the field that it belongs before, or on the last one. */
export const fieldMissing: RecordRule = {
  code: 'field.missing',
  severity: 'warning',
  needs: { tree: TREE.oddField },
  *check(record, { vocabulary }) {
    const { fields } = record.markup;
    const last = fields.at(-1);
    if (!last) return;
    const named = namedCodes(record, vocabulary);
    for (const definition of vocabulary.definitions) {
      if (!definition.required || !isFieldUse(definition.use) || named.has(definition.code)) continue;
      const next = firstBehind(definition, fields, vocabulary);
      const tag = fieldTag(record, next ?? last);
      if (!tag) continue;
      const { code, name } = definition;
      const opening = tagText('open', code, name);
      yield {
        span: spanOfTag(tag),
        message: message('field.missing', { name, opening, closing: tagText('close', code, name) }),
        fixes: [
          {
            title: message('field.missing.fix', { opening, closing: tagText('close', code, name) }),
            safe: false,
            leavesBlank: true,
            edits: [next ? insertBefore(record, next, definition) : insertBehind(record, last, definition)],
          },
        ],
      };
    }
  },
};

/** The fields that any tag of the record names, by its code or its name: a damaged tag is another rule's. */
function namedCodes({ markup }: RecordTree, { byName }: Vocabulary): ReadonlySet<string> {
  const named = new Set<string>();
  for (const tag of markup.tags) {
    named.add(tag.code);
    const definition = byName.get(tag.name);
    if (definition) named.add(definition.code);
  }
  return named;
}

function firstBehind({ code }: TagDefinition, fields: readonly Field[], { order }: Vocabulary): Field | undefined {
  const rank = order.get(code) ?? 0;
  return fields.find((field) => (order.get(field.code) ?? -1) > rank);
}

function insertBefore(record: RecordTree, field: Field, definition: TagDefinition): Edit {
  const isLine = lineStart(record, field.start) === field.start;
  const newText = emptyField(definition, record) + (isLine ? lineBreakOf(record) : '');
  return { span: { start: field.start, end: field.start }, newText };
}

function insertBehind(record: RecordTree, { end }: Field, definition: TagDefinition): Edit {
  const endsLine = end === record.text.length || isLineBreak(record.text.charCodeAt(end));
  const lineBreak = lineBreakOf(record);
  const newText = lineBreak + emptyField(definition, record) + (endsLine ? '' : lineBreak);
  return { span: { start: end, end }, newText };
}

function emptyField({ code, name, use }: TagDefinition, record: RecordTree): string {
  return tagText('open', code, name) + (use === 'body' ? lineBreakOf(record) : '') + tagText('close', code, name);
}
