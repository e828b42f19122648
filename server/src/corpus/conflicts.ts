import type { CorpusProblem, CorpusRule, RecordConflict, RecordGroup, SummaryPlace } from '../rules/corpusRule.ts';
import { byPosition, conflictProblem } from './conflictProblem.ts';

/**
 * What is wrong among records that are looked at once, by file and position, in the severities of the rules: what a
 * `ConflictIndex` of them says, without all that it keeps to follow changes.
 */
export function conflictsAmong(
  records: readonly SummaryPlace[],
  rules: readonly CorpusRule[],
): Map<string, CorpusProblem[]> {
  const places = records.toSorted((a, b) => (a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1));
  const found = new Map<string, CorpusProblem[]>();
  for (const rule of rules) {
    for (const conflict of conflictsOf(rule, places)) {
      const problem = conflictProblem(conflict, rule);
      const ofFile = found.get(conflict.place.uri);
      if (ofFile) ofFile.push(problem);
      else found.set(conflict.place.uri, [problem]);
    }
  }
  for (const problems of found.values()) problems.sort(byPosition);
  return found;
}

function* conflictsOf(rule: CorpusRule, places: readonly SummaryPlace[]): Generator<RecordConflict> {
  const { reach } = rule;
  const groups = groupedBy(rule, places);
  // Those around the one that is judged, the farthest ahead last.
  const around = groups.slice(0, reach).map(opened);
  for (const [index, group] of groups.entries()) {
    const next = groups[index + reach];
    if (next) around.push(opened(next));
    if (index > reach) around.shift();
    const at = Math.min(index, reach);
    yield* rule.judge(around[at] ?? group, around.slice(0, at).toReversed(), around.slice(at + 1));
  }
}

/** With summaries at hand: whoever keeps many may have to make them anew each time that one is asked for. */
function opened({ key, records }: RecordGroup): RecordGroup {
  return { key, records: records.map(({ uri, start, summary }) => ({ uri, start, summary })) };
}

/**
 * The groups that there is something to compare in, in the order of their keys where that matters. Most keys of a rule
 * without neighbours are those of a single record, which would take most of the memory.
 */
function groupedBy({ keys, reach }: CorpusRule, places: readonly SummaryPlace[]): RecordGroup[] {
  const isShared = reach > 0 ? () => true : sharedKeys(places, keys);
  const groups = new Map<string, SummaryPlace[]>();
  for (const place of places) {
    for (const key of keys(place)) {
      if (!isShared(key)) continue;
      const records = groups.get(key);
      if (records) records.push(place);
      else groups.set(key, [place]);
    }
  }
  const list = Array.from(groups, ([key, records]) => ({ key, records }));
  return reach > 0 ? list.sort((a, b) => (a.key < b.key ? -1 : 1)) : list;
}

/** Tells keys that several records have, and a few others whose sums agree with another's by chance. */
function sharedKeys(places: readonly SummaryPlace[], keys: CorpusRule['keys']): (key: string) => boolean {
  // A handful of places for each key, so that few agree by chance.
  const counts = new Uint8Array(2 ** Math.min(22, 8 + Math.ceil(Math.log2(places.length + 1))));
  for (const place of places) {
    for (const key of keys(place)) {
      const sum = sumOf(key) % counts.length;
      counts[sum] = Math.min(2, (counts[sum] ?? 0) + 1);
    }
  }
  return (key) => counts[sumOf(key) % counts.length] === 2;
}

/** FNV-1a with its bits mixed once more. */
function sumOf(key: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01_00_01_93);
  return Math.imul(sum ^ (sum >>> 15), 0x85_eb_ca_6b) >>> 0;
}
