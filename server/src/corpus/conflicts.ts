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

  /** In no order that says anything. */
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

  /** Those that share a key with another, and a few others whose sums agree with another's by chance. */
  #sharing(): ReadonlySet<number> {
    // A hundred places or more for each sum, so that few agree by chance, as long as that is no great amount of memory.
    const counts = new Uint8Array(2 ** Math.min(22, 7 + Math.ceil(Math.log2(this.#sums.length + 1))));
    const mask = counts.length - 1;
    for (const sum of this.#sums) counts[sum & mask] = Math.min(2, (counts[sum & mask] ?? 0) + 1);
    const sharing = new Set<number>();
    let at = 0;
    for (const sum of this.#sums) {
      if (counts[sum & mask] === 2) sharing.add(this.#owners.at(at));
      at++;
    }
    return sharing;
  }

  *#amongSharing(rule: CorpusRule, sharing: ReadonlySet<number>): Generator<RecordConflict> {
    const groups = new Map<string, number[]>();
    for (const index of sharing) {
      for (const key of rule.keys(this.#placeAt(index))) {
        const members = groups.get(key);
        if (members) members.push(index);
        else groups.set(key, [index]);
      }
    }
    for (const [key, members] of groups) {
      if (members.length > 1) yield* rule.judge(this.#opened({ key, members }), [], []);
    }
  }

  *#amongNeighbours(rule: CorpusRule, votes: ReadonlyMap<string, VotingGroup>): Generator<RecordConflict> {
    const { reach } = rule;
    const groups = [...votes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    /** Those around the one that is judged, each opened once. */
    const atHand = new Map<Group, RecordGroup>();
    const open = (group: Group): RecordGroup => {
      const made = atHand.get(group) ?? this.#opened(group);
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

  #opened({ key, members }: Group): RecordGroup {
    return { key, records: members.map((index) => this.#placeAt(index)).sort(inOrder) };
  }
}

interface Group {
  readonly key: string;
  readonly members: readonly number[];
}

/** Of a rule with neighbours. */
interface VotingGroup extends Group {
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
