import { isFieldUse, type TagUse, type Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { lineEnd, lineStart } from './lines.ts';
import { isCutOff } from './tags.ts';

/**
 * 〖ZQ/总期〗20585〖ZQ/总期〗 or 〖-ZQ/总期〗20585〖-ZQ/总期〗: two halves of one pair that say the same, since one lost its
 * hyphen or has one too many. Answers the second one for the first one. `halves` are the tags without partner.
 */
export function twinOf(
  record: RecordTree,
  index: number,
  halves: { has(index: number): boolean },
  vocabulary: Vocabulary,
): number | undefined {
  const { tags } = record.markup;
  const { text } = record;
  const useOf = (at: number): TagUse | undefined => vocabulary.byCode.get(tags[at]?.code ?? '')?.use;
  const first = tags[index];
  const use = useOf(index);
  if (!first || !use) return undefined;
  let next = index + 1;
  // Tags inside the value may lie between those of a field.
  if (isFieldUse(use)) while (isInside(useOf(next))) next++;
  const second = tags[next];
  if (!second || second.code !== first.code || !halves.has(next) || isCutOff(second)) return undefined;
  if (text.slice(first.end, second.start).trim() === '') return undefined;
  if (use !== 'body' && lineStart(record, first.start) !== lineStart(record, second.start)) return undefined;
  if (!isFieldUse(use)) return next;
  const outside =
    first.role === 'open'
      ? text.slice(second.end, lineEnd(record, second.end))
      : text.slice(lineStart(record, first.start), first.start);
  return outside.trim() === '' ? next : undefined;
}

function isInside(use: TagUse | undefined): boolean {
  return use !== undefined && !isFieldUse(use);
}
