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
  for (const [rule, groups] of groupedBy(rules, places)) {
    for (const conflict of conflictsOf(rule, groups)) {
      const problem = conflictProblem(conflict, rule);
      const ofFile = found.get(conflict.place.uri);
      if (ofFile) ofFile.push(problem);
      else found.set(conflict.place.uri, [problem]);
    }
  }
  for (const problems of found.values()) problems.sort(byPosition);
  return found;
}

function* conflictsOf(rule: CorpusRule, groups: readonly RecordGroup[]): Generator<RecordConflict> {
  const { reach } = rule;
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
 * The groups of each rule that there is something to compare in, in the order of their keys where that matters. Most keys of
 * a rule without neighbours are those of a single record, which would take most of the memory. The records are gone through
 * for all rules at once, since a summary may have to be made anew for each time.
 */
function groupedBy(
  rules: readonly CorpusRule[],
  places: readonly SummaryPlace[],
): [rule: CorpusRule, groups: RecordGroup[]][] {
  const growing = rules.map((rule) => ({
    rule,
    counted: rule.reach > 0 ? undefined : new CountedKeys(places.length),
    groups: new Map<string, SummaryPlace[]>(),
  }));
  for (const place of places) {
    for (const { rule, counted } of growing) {
      if (counted) for (const key of rule.keys(place)) counted.add(key);
    }
  }
  for (const place of places) {
    for (const { rule, counted, groups } of growing) {
      for (const key of rule.keys(place)) {
        if (counted && !counted.isShared(key)) continue;
        const records = groups.get(key);
        if (records) records.push(place);
        else groups.set(key, [place]);
      }
    }
  }
  return growing.map(({ rule, groups }) => {
    const list = Array.from(groups, ([key, records]) => ({ key, records }));
    return [rule, rule.reach > 0 ? list.sort((a, b) => (a.key < b.key ? -1 : 1)) : list];
  });
}

/** Tells keys that several records have, and a few others whose sums agree with another's by chance. */
class CountedKeys {
  readonly #counts: Uint8Array;

  constructor(records: number) {
    // A hundred places or more for each key, so that few agree by chance, as long as that is no great amount of memory.
    this.#counts = new Uint8Array(2 ** Math.min(22, 8 + Math.ceil(Math.log2(records + 1))));
  }

  add(key: string): void {
    const place = this.#placeOf(key);
    this.#counts[place] = Math.min(2, (this.#counts[place] ?? 0) + 1);
  }

  isShared(key: string): boolean {
    return this.#counts[this.#placeOf(key)] === 2;
  }

  #placeOf(key: string): number {
    return sumOf(key) % this.#counts.length;
  }
}

/** FNV-1a with its bits mixed once more. */
function sumOf(key: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01_00_01_93);
  return Math.imul(sum ^ (sum >>> 15), 0x85_eb_ca_6b) >>> 0;
}
