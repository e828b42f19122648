import type { Tag } from '../markup/syntax.ts';
import type { RecordTree } from '../statement/tree.ts';
import { touches } from '../text/span.ts';

export interface TagPair {
  readonly tag: Tag;
  readonly partner: Tag | undefined;
}

/** The tag at a caret and the one it pairs with; between two tags, the one behind the caret. */
export function tagAt({ markup: { tags, partner } }: RecordTree, offset: number): TagPair | undefined {
  const behind = tags.findLastIndex((tag) => tag.start <= offset);
  const tag = tags[behind];
  if (!tag || !touches(tag, offset)) return undefined;
  return { tag, partner: tags[partner[behind] ?? -1] };
}
