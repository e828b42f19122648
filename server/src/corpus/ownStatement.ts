import type { RecordTree } from '../statement/tree.ts';
import type { CorpusIndex, PlacedPassage } from './corpusIndex.ts';
import type { Passage } from './passages.ts';

/** A passage this long that two records share to the letter is no standing phrase. */
const DISTINCTIVE = 20;
/** So many of a record's passages are looked for elsewhere; */
const SAMPLE = 6;
/** and a record that has this share of them is the same statement, printed or kept twice. */
const SAME_STATEMENT = 0.5;

/** Whether a passage stands in the statement itself that `record` prints, in whichever of its copies. */
export function ownStatement(
  index: CorpusIndex,
  record: RecordTree,
  passages: readonly Passage[],
): (placed: PlacedPassage) => boolean {
  const texts = spread(
    passages.map(({ normal }) => normal.text).filter(({ length }) => length >= DISTINCTIVE),
    SAMPLE,
  );
  const shared = new Map<RecordTree, number>();
  for (const text of texts) {
    const holders = index.containing(text).filter((holder) => holder.text === text);
    for (const holder of new Set(holders.map((one) => one.record))) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  return (placed) => placed.record === record || (shared.get(placed.record) ?? 0) > texts.length * SAME_STATEMENT;
}

/** At most `most` of `all`, from everywhere in it. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return all.filter((_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length));
}
