import type { Tag } from '../markup/syntax.ts';
import type { TagDefinition, Vocabulary } from '../markup/vocabulary.ts';
import { message } from '../text/messages.ts';
import type { Fix, RecordRule } from './rule.ts';
import { faultsOf, isCutOff, printed, spanOfTag, tagText } from './tags.ts';
import { TREE } from './traces.ts';

/** More choices than these are no help. */
const MOST_FIXES = 3;
/** How many of the two letters and the two characters may differ for a known tag to be the one that was meant. */
const FURTHEST = 2;

/** A tag that the vocabulary does not know. A pair is reported once, on its opening tag. */
export const tagUnknown: RecordRule = {
  code: 'tag.unknown',
  severity: 'warning',
  needs: { tree: TREE.oddTag },
  *check(record, { vocabulary }) {
    const { tags, partner } = record.markup;
    // Beside a tag that is known, an unknown one is the wrong half of that pair: `tag.mismatched`.
    const mismatched = new Set<number>();
    for (const { open, close } of faultsOf(record, 'mismatched')) {
      if (isKnown(tags[open], vocabulary)) mismatched.add(close);
      if (isKnown(tags[close], vocabulary)) mismatched.add(open);
    }
    const nearest = new Map<string, readonly TagDefinition[]>();
    for (const [index, tag] of tags.entries()) {
      if (isKnown(tag, vocabulary) || isCutOff(tag) || mismatched.has(index)) continue;
      const other = tags[partner[index] ?? -1];
      if (tag.role === 'close' && other?.code === tag.code) continue;
      const key = `${tag.code}/${tag.name}`;
      const candidates = nearest.get(key) ?? nearestTo(tag, vocabulary);
      nearest.set(key, candidates);
      const pair = other?.code === tag.code ? [tag, other] : [tag];
      const [best] = candidates;
      yield {
        span: spanOfTag(tag),
        message: best
          ? message('tag.unknown.near', { tag: printed(record, tag), near: tagText(tag.role, best.code, best.name) })
          : message('tag.unknown', { tag: printed(record, tag) }),
        ...(candidates.length > 0 && { fixes: candidates.map((definition) => replacement(pair, definition)) }),
      };
    }
  },
};

function isKnown(tag: Tag | undefined, { byCode }: Vocabulary): boolean {
  return tag !== undefined && byCode.has(tag.code);
}

/** What the tag can be a slip for: the one of its name, else those that differ least. */
function nearestTo(tag: Tag, { byName, definitions }: Vocabulary): readonly TagDefinition[] {
  const sameName = byName.get(tag.name);
  if (sameName) return [sameName];
  const distances = definitions.map(
    (definition) => differences(tag.code, definition.code) + differences(tag.name, definition.name),
  );
  const least = Math.min(...distances);
  return least <= FURTHEST ? definitions.filter((_, index) => distances[index] === least).slice(0, MOST_FIXES) : [];
}

/** How many characters of `a` stand at another place than in `b`, or not at all; two exchanged letters count once. */
function differences(a: string, b: string): number {
  if (a.length === 2 && b.length === 2 && a !== b && a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0))
    return 1;
  let count = Math.abs(a.length - b.length);
  for (let index = 0; index < Math.min(a.length, b.length); index++) if (a.charAt(index) !== b.charAt(index)) count++;
  return count;
}

function replacement(pair: readonly Tag[], { code, name }: TagDefinition): Fix {
  return {
    title: message('tag.unknown.fix', { right: tagText(pair[0]?.role ?? 'open', code, name) }),
    safe: false,
    edits: pair.map((tag) => ({ span: spanOfTag(tag), newText: tagText(tag.role, code, name) })),
  };
}
