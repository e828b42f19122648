import type { CorpusProblem, CorpusRule, RecordConflict, RecordGroup, SummaryPlace } from '../rules/corpusRule.ts';
import { byPosition, conflictProblem } from './conflictProblem.ts';
import { NumberColumn } from './numberColumn.ts';

/** With which others a record has to be compared. Plain data, worked out while its summary is at hand. */
export interface RecordKeys {
  /** Of its keys for rules without neighbours. Records that share none of them share no key either. */
  readonly sums: readonly number[];
  /** For rules with neighbours: its groups, and what it says on the matter. */
  readonly votes: readonly Vote[];
}

interface Vote {
  readonly code: string;
  readonly key: string;
  readonly says: number | undefined;
}

export function recordKeys(place: SummaryPlace, rules: readonly CorpusRule[]): RecordKeys {
  const sums: number[] = [];
  const votes: Vote[] = [];
  for (const rule of rules) {
    for (const key of rule.keys(place)) {
      if (rule.reach > 0) votes.push({ code: rule.code, key, says: rule.says?.(place.summary) });
      else sums.push(sumOf(key));
    }
  }
  return { sums, votes };
}

/**
 * What is wrong among records that are looked at once, by file and position, in the severities of the rules: what a
 * `ConflictIndex` of them says, without all that it keeps to follow changes.
 */
export function conflictsAmong(
  records: readonly SummaryPlace[],
  rules: readonly CorpusRule[],
): Map<string, CorpusProblem[]> {
  const compared = new ComparedRecords(rules);
  for (const record of records) compared.add(record, recordKeys(record, rules));
  return compared.conflicts();
}

/**
 * Records of which most have nothing to do with each other: what is kept of one is hardly more than its keys as numbers, and
 * only those are looked into that share one of them, or whose neighbours do not agree.
 */
export class ComparedRecords<Place extends SummaryPlace> {
  readonly #rules: readonly CorpusRule[];
  readonly #all: Place[] = [];
  readonly #sums = new NumberColumn();
  /** Which record has the sum. */
  readonly #owners = new NumberColumn();
  /** By the code of their rule. */
  readonly #groups: ReadonlyMap<string, Map<string, VotingGroup>>;

  constructor(rules: readonly CorpusRule[]) {
    this.#rules = rules;
    this.#groups = new Map(rules.filter(({ reach }) => reach > 0).map(({ code }) => [code, new Map()]));
  }

  get all(): readonly Place[] {
    return this.#all;
  }

  add(place: Place, { sums, votes }: RecordKeys): void {
    for (const sum of sums) {
      this.#sums.push(sum);
      this.#owners.push(this.#all.length);
    }
    for (const vote of votes) {
      const groups = this.#groups.get(vote.code);
      const group = groups?.get(vote.key);
      if (group) addVote(group, place, vote);
      else groups?.set(vote.key, { key: vote.key, records: [place], says: vote.says });
    }
    this.#all.push(place);
  }

  /** By file and position. */
  conflicts(): Map<string, CorpusProblem[]> {
    const sharing = this.#sharing().toSorted(inOrder);
    const found = new Map<string, CorpusProblem[]>();
    for (const rule of this.#rules) {
      const votes = this.#groups.get(rule.code);
      for (const conflict of votes ? conflictsOfVotes(rule, votes) : conflictsOfShared(rule, sharing)) {
        const problem = conflictProblem(conflict, rule);
        const ofFile = found.get(conflict.place.uri);
        if (ofFile) ofFile.push(problem);
        else found.set(conflict.place.uri, [problem]);
      }
    }
    for (const problems of found.values()) problems.sort(byPosition);
    return found;
  }

  /** Those that share a key with another, and a few others whose sums agree with another's by chance. */
  #sharing(): Place[] {
    // A hundred places or more for each sum, so that few agree by chance, as long as that is no great amount of memory.
    const counts = new Uint8Array(2 ** Math.min(22, 7 + Math.ceil(Math.log2(this.#sums.length + 1))));
    const mask = counts.length - 1;
    for (const sum of this.#sums) counts[sum & mask] = Math.min(2, (counts[sum & mask] ?? 0) + 1);
    const sharing = new Set<Place>();
    let index = 0;
    for (const sum of this.#sums) {
      const place = counts[sum & mask] === 2 ? this.#all[this.#owners.at(index)] : undefined;
      if (place) sharing.add(place);
      index++;
    }
    return [...sharing];
  }
}

/** The records of a group of a rule with neighbours. */
interface VotingGroup {
  readonly key: string;
  readonly records: SummaryPlace[];
  /** What all of them say; none where they do not agree. */
  says: number | undefined;
}

function addVote(group: VotingGroup, place: SummaryPlace, { says }: Vote): void {
  group.records.push(place);
  if (says !== group.says) group.says = undefined;
}

function* conflictsOfShared(rule: CorpusRule, places: readonly SummaryPlace[]): Generator<RecordConflict> {
  const groups = new Map<string, SummaryPlace[]>();
  for (const place of places.map(opened)) {
    for (const key of rule.keys(place)) {
      const records = groups.get(key);
      if (records) records.push(place);
      else groups.set(key, [place]);
    }
  }
  for (const [key, records] of groups) if (records.length > 1) yield* rule.judge({ key, records }, [], []);
}

function* conflictsOfVotes(rule: CorpusRule, votes: ReadonlyMap<string, VotingGroup>): Generator<RecordConflict> {
  const { reach } = rule;
  const groups = [...votes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  /** Those around the one that is judged. */
  const atHand = new Map<VotingGroup, RecordGroup>();
  const groupAtHand = (group: VotingGroup): RecordGroup => {
    const { key, records } = group;
    const made = atHand.get(group) ?? { key, records: records.toSorted(inOrder).map(opened) };
    atHand.set(group, made);
    return made;
  };
  for (const [index, group] of groups.entries()) {
    const before = groups.slice(Math.max(0, index - reach), index).toReversed();
    const behind = groups.slice(index + 1, index + 1 + reach);
    const agrees = ({ says }: VotingGroup): boolean => says === group.says;
    if (group.says !== undefined && before.every(agrees) && behind.every(agrees)) continue;
    yield* rule.judge(groupAtHand(group), before.map(groupAtHand), behind.map(groupAtHand));
    const last = groups[index - reach];
    if (last) atHand.delete(last);
  }
}

/** With its summary at hand: whoever keeps many may have to make them anew each time that one is asked for. */
function opened({ uri, start, summary }: SummaryPlace): SummaryPlace {
  return { uri, start, summary };
}

function inOrder(a: SummaryPlace, b: SummaryPlace): number {
  const [uri, other] = [a.uri, b.uri];
  return uri === other ? a.start - b.start : uri < other ? -1 : 1;
}

/** FNV-1a with its bits mixed once more. */
function sumOf(key: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01_00_01_93);
  return Math.imul(sum ^ (sum >>> 15), 0x85_eb_ca_6b) >>> 0;
}
