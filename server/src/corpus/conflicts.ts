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
  const compared = new ComparedRecords(rules, (index) => {
    const record = records[index];
    if (!record) throw new RangeError(`there is no record ${index}`);
    return record;
  });
  for (const record of records) compared.add(recordKeys(record, rules));
  const found = new Map<string, CorpusProblem[]>();
  for (const conflict of compared.conflicts()) {
    const { uri } = conflict.place;
    found.set(uri, [...(found.get(uri) ?? []), conflictProblem(conflict, conflict.rule)]);
  }
  for (const problems of found.values()) problems.sort(byPosition);
  return found;
}

/** A conflict among records of which more is known. */
export interface Conflict<Place extends SummaryPlace> extends RecordConflict {
  readonly rule: CorpusRule;
  readonly place: Place;
  readonly related: readonly (RecordConflict['related'][number] & { readonly place: Place })[];
}

/**
 * Records of which most have nothing to do with each other: nothing is kept of one but its keys as numbers, and only those
 * are looked into that share one of them, or whose neighbours do not agree.
 */
export class ComparedRecords<Place extends SummaryPlace> {
  readonly #rules: readonly CorpusRule[];
  readonly #placeAt: (index: number) => Place;
  readonly #sums = new NumberColumn();
  /** Which record has the sum. */
  readonly #owners = new NumberColumn();
  /** By the code of their rule. */
  readonly #votes: ReadonlyMap<string, Map<string, VotingGroup>>;
  #length = 0;

  /** @param placeAt makes the record that was added as the so manieth, from 0, each time anew */
  constructor(rules: readonly CorpusRule[], placeAt: (index: number) => Place) {
    this.#rules = rules;
    this.#placeAt = placeAt;
    this.#votes = new Map(rules.filter(({ reach }) => reach > 0).map(({ code }) => [code, new Map()]));
  }

  add({ sums, votes }: RecordKeys): void {
    const index = this.#length++;
    for (const sum of sums) {
      this.#sums.push(sum);
      this.#owners.push(index);
    }
    for (const { code, key, says } of votes) {
      const groups = this.#votes.get(code);
      const group = groups?.get(key);
      if (!group) groups?.set(key, { key, members: [index], says });
      else {
        group.members.push(index);
        if (says !== group.says) group.says = undefined;
      }
    }
  }

  /** Rule by rule. */
  *conflicts(): Generator<Conflict<Place>> {
    const sharing = this.#sharing();
    for (const rule of this.#rules) {
      const votes = this.#votes.get(rule.code);
      for (const conflict of votes ? this.#amongNeighbours(rule, votes) : this.#amongSharing(rule, sharing)) {
        // A rule answers with the places that it was given.
        yield { rule, ...conflict } as Conflict<Place>;
      }
    }
  }

  /** The records that have the same sum as others, by that sum. */
  #sharing(): ReadonlyMap<number, readonly number[]> {
    const sorted = Uint32Array.from(this.#sums).sort();
    const sharing = new Map<number, number[]>();
    for (let at = 1; at < sorted.length; at++) {
      const sum = sorted[at];
      if (sum !== undefined && sum === sorted[at - 1]) sharing.set(sum, []);
    }
    for (let at = 0; at < this.#sums.length; at++) sharing.get(this.#sums.at(at))?.push(this.#owners.at(at));
    return sharing;
  }

  *#amongSharing(rule: CorpusRule, sharing: ReadonlyMap<number, readonly number[]>): Generator<RecordConflict> {
    for (const [sum, members] of sharing) {
      for (const group of groupedBy(rule, sum, this.#opened(members))) yield* rule.judge(group, [], []);
    }
  }

  *#amongNeighbours(rule: CorpusRule, votes: ReadonlyMap<string, VotingGroup>): Generator<RecordConflict> {
    const { reach } = rule;
    const groups = [...votes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    /** Those around the one that is judged, each opened once. */
    const atHand = new Map<VotingGroup, RecordGroup>();
    const open = (group: VotingGroup): RecordGroup => {
      const made = atHand.get(group) ?? { key: group.key, records: this.#opened(group.members) };
      atHand.set(group, made);
      return made;
    };
    for (const [index, group] of groups.entries()) {
      const before = groups.slice(Math.max(0, index - reach), index).toReversed();
      const behind = groups.slice(index + 1, index + 1 + reach);
      const agrees = ({ says }: VotingGroup): boolean => says === group.says;
      if (group.says === undefined || !before.every(agrees) || !behind.every(agrees)) {
        yield* rule.judge(open(group), before.map(open), behind.map(open));
      }
      const farthest = groups[index - reach];
      if (farthest) atHand.delete(farthest);
    }
  }

  /** In the order of their files and of their text. */
  #opened(members: readonly number[]): Place[] {
    return members.map((index) => this.#placeAt(index)).sort(inOrder);
  }
}

/** The groups whose key has this sum: hardly ever more than one, by chance. */
function groupedBy(rule: CorpusRule, sum: number, places: readonly SummaryPlace[]): Iterable<RecordGroup> {
  const groups = new Map<string, { readonly key: string; readonly records: SummaryPlace[] }>();
  for (const place of places) {
    for (const key of rule.keys(place)) {
      if (sumOf(key) !== sum) continue;
      const group = groups.get(key) ?? { key, records: [] };
      group.records.push(place);
      groups.set(key, group);
    }
  }
  return groups.values();
}

/** The records of a group of a rule with neighbours. */
interface VotingGroup {
  readonly key: string;
  readonly members: number[];
  /** What all of them say; none where they do not agree. */
  says: number | undefined;
}

function inOrder(a: SummaryPlace, b: SummaryPlace): number {
  return a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1;
}

/** FNV-1a with its bits mixed once more. */
function sumOf(key: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01_00_01_93);
  return Math.imul(sum ^ (sum >>> 15), 0x85_eb_ca_6b) >>> 0;
}
