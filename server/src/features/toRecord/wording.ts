import type { Vocabulary } from '../../markup/vocabulary.ts';
import { type Message, message } from '../../text/messages.ts';
import { type Group } from './groups.ts';
import type { StatementDate } from './statementDate.ts';
import type { Conversion } from './toRecord.ts';

/** What a group of changes does. */
export function groupLabel(group: Group): Message {
  return message(`toRecord.${group}`);
}

/** How many changes it has, and why they are made. */
export function groupReason(group: Group, count: number): Message {
  return message(`toRecord.${group}.why`, { count });
}

/** Where a date comes from. */
export function dateWords({ value, source, words }: StatementDate): Message {
  return message(`toRecord.date.${source}`, { value, words });
}

/** What is left to fill in, record by record; of one record alone without its number. */
export function missingWords({ missing, records }: Conversion, { byCode }: Vocabulary): Message[] {
  const byRecord = new Map<number, string[]>();
  for (const { record, code } of missing) {
    byRecord.set(record, [...(byRecord.get(record) ?? []), byCode.get(code)?.name ?? code]);
  }
  return [...byRecord].map(([record, names]) =>
    records === 1
      ? message('toRecord.missing', { fields: names.join('、') })
      : message('toRecord.missing.of', { number: record + 1, fields: names.join('、') }),
  );
}
