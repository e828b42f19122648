import { isFieldUse, type TagDefinition } from '../../markup/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from './place.ts';

export interface MissingFields {
  /** Fields that the record has not, those first that belong between its fields here. */
  readonly missing: readonly TagDefinition[];
  readonly present: readonly TagDefinition[];
}

/** @param typed where a tag is being typed, which is none yet */
export function missingFields({ record, vocabulary, at }: Place, typed: Span): MissingFields {
  const fields = vocabulary.definitions.filter(({ use }) => isFieldUse(use));
  const isNew = startsRecord(record.markup, at);
  const tags = isNew ? [] : record.markup.tags.filter((tag) => tag.end <= typed.start || tag.start >= typed.end);
  const named = new Set(tags.map(({ code }) => code));
  const rankOf = (code: string) => vocabulary.order.get(code);
  const ranks = (one: typeof tags) => one.flatMap(({ code }) => rankOf(code) ?? []);
  const last = ranks(tags.filter((tag) => tag.start < typed.start)).reduce((a, b) => Math.max(a, b), -1);
  const next = ranks(tags.filter((tag) => tag.start >= typed.end)).reduce((a, b) => Math.min(a, b), fields.length);
  const belongsHere = ({ code }: TagDefinition) => {
    const rank = rankOf(code) ?? 0;
    return last < rank && rank < next;
  };
  const missing = fields.filter(({ code }) => !named.has(code));
  return {
    missing: [...missing.filter(belongsHere), ...missing.filter((field) => !belongsHere(field))],
    present: fields.filter(({ code }) => named.has(code)),
  };
}

/** Whether a caret stands behind a record that is complete, where another one may begin. */
export function startsRecord({ fields }: Place['record']['markup'], at: number): boolean {
  const body = fields.find(({ definition }) => definition?.use === 'body');
  return body !== undefined && body.close !== -1 && body.end <= at;
}
