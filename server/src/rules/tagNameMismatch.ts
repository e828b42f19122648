import type { Tag } from '../markup/syntax.ts';
import type { TagDefinition } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Fix, RecordRule } from './rule.ts';
import { fieldCounts, nameDisagreement, printed, spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** A tag whose code and name mean different fields. A pair with the same slip in both tags is reported once. */
export const tagNameMismatch: RecordRule = {
  code: 'tag.name-mismatch',
  severity: 'error',
  needs: { tree: TREE.oddTag },
  *check(record, { vocabulary }) {
    const { tags, partner } = record.markup;
    const counts = fieldCounts(record);
    for (const [index, tag] of tags.entries()) {
      const byCode = nameDisagreement(tag, vocabulary);
      if (!byCode) continue;
      const other = tags[partner[index] ?? -1];
      const isWhole = other !== undefined && other.code === tag.code && other.name === tag.name;
      if (isWhole && tag.role === 'close') continue;
      const slip: Slip = { tag, pair: isWhole ? [tag, other] : [tag], byCode, byName: vocabulary.byName.get(tag.name) };
      const right = tagText(tag.role, byCode.code, byCode.name);
      const places = { tag: printed(record, tag), code: tag.code, name: tag.name, right };
      yield {
        span: spanOfTag(tag),
        message: slip.byName
          ? message('tag.name-mismatch', { ...places, other: tagText(tag.role, slip.byName.code, slip.byName.name) })
          : message('tag.name-mismatch.no-such-name', places),
        ...(other &&
          !isWhole && {
            related: [{ span: spanOfTag(other), message: message('tag.name-mismatch.related') }],
          }),
        fixes: fixesOf(slip, isWhole ? undefined : other, counts, record),
      };
    }
  },
};

interface Slip {
  readonly tag: Tag;
  /** The tags that carry it. */
  readonly pair: readonly Tag[];
  /** What the code means. */
  readonly byCode: TagDefinition;
  /** What the name means, if anything. */
  readonly byName: TagDefinition | undefined;
}

function fixesOf(slip: Slip, other: Tag | undefined, counts: ReadonlyMap<string, number>, record: RecordTree): Fix[] {
  const { byCode, byName } = slip;
  const nameFollows = rewrite(slip, byCode, record);
  if (!byName) return [nameFollows];
  const codeFollows = rewrite(slip, byName, record);
  return nameIsRight(slip, byName, other, counts, record) ? [codeFollows, nameFollows] : [nameFollows, codeFollows];
}

/** Whether the name rather than the code says what is meant: by the partner, the value, and what the record has already. */
function nameIsRight(
  { byCode, pair }: Slip,
  byName: TagDefinition,
  other: Tag | undefined,
  counts: ReadonlyMap<string, number>,
  record: RecordTree,
): boolean {
  if (other) return other.code === byName.code;
  const [open, close] = pair;
  const value = open && close ? record.text.slice(open.end, close.start).trim() : '';
  const looksLikeDate = /^(?:19|20)\d{6}$/.test(value);
  if (looksLikeDate && byName.value === 'date') return true;
  if (looksLikeDate && byCode.value === 'date') return false;
  // A field that the record has once more already is not the one that was meant.
  return (counts.get(byCode.code) ?? 0) > 1;
}

function rewrite({ pair, tag }: Slip, { code, name }: TagDefinition, record: RecordTree): Fix {
  return {
    title: message('tag.name-mismatch.fix', { wrong: printed(record, tag), right: tagText(tag.role, code, name) }),
    safe: false,
    edits: pair.map((one) => ({ span: spanOfTag(one), newText: tagText(one.role, code, name) })),
  };
}
