import type { Step } from './draft.ts';
import { type Group, REMOVING, RESTORING } from './groups.ts';

/** Something that was taken out, or put right, and how often. */
export interface Taken {
  readonly group: Group;
  /** As it stood in the text. */
  readonly before: string;
  /** What stands there now; empty where it was only taken out. */
  readonly after: string;
  readonly count: number;
}

/** What a conversion took out of a text and what it restored, the same things together, by group and first place. */
export function takenOf(steps: readonly Step[]): Taken[] {
  const counts = new Map<string, { group: Group; before: string; after: string; count: number }>();
  for (const { group, before: whole, after } of steps) {
    if (!REMOVING.has(group) && !RESTORING.has(group)) continue;
    const before = group === 'invisible' ? whole : whole.trim();
    if (before === '') continue;
    const key = `${group} ${before} ${after}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { group, before, after: after.trim(), count: 1 });
  }
  return [...counts.values()];
}
