import type { Severities } from '../rules/check.ts';
import type { CorpusProblem, CorpusRule, RecordConflict, SummaryPlace } from '../rules/corpusRule.ts';
import { CORPUS_RULES } from '../rules/corpusRules.ts';
import type { Document } from '../statement/document.ts';
import { byPosition, conflictProblem } from './conflictProblem.ts';
import { GroupedRecords } from './groupedRecords.ts';
import { changeOf, type IndexedBlock } from './indexedRecords.ts';

/**
 * What is wrong among the records of many files, kept up to date as one file after the other changes. An update costs as
 * much as the groups are large that it touches, besides a glance at each block of the changed file and its conflicts.
 */
export class ConflictIndex {
  readonly #rules: readonly RuleState[];
  readonly #files = new Map<string, readonly IndexedBlock[]>();

  constructor(rules: readonly CorpusRule[] = CORPUS_RULES) {
    this.#rules = rules.map((rule) => new RuleState(rule));
  }

  /** Adds a file or replaces it by its new state. Answers whose problems may read otherwise now. */
  set(uri: string, document: Document): string[] {
    return this.update([[uri, document]]);
  }

  delete(uri: string): string[] {
    return this.update([[uri, undefined]]);
  }

  /** Many files at once, which is quicker than one by one; `undefined` for one that is gone. */
  update(changes: Iterable<readonly [uri: string, document: Document | undefined]>): string[] {
    const changed = new Set<string>();
    for (const [uri, document] of changes) this.#replace(uri, document, changed);
    for (const rule of this.#rules) rule.judge(changed);
    return [...changed];
  }

  /** What is wrong with a file in view of all others, by position; severities as in `checkRecord`. */
  problemsOf(uri: string, severities?: Severities): CorpusProblem[] {
    const problems: CorpusProblem[] = [];
    for (const { rule, conflicts } of this.#rules) {
      const severity = severities?.get(rule.code) ?? rule.severity;
      if (severity === 'off') continue;
      for (const ofRecord of conflicts.in(uri).values()) {
        for (const conflict of ofRecord.values()) {
          problems.push(conflictProblem(conflict, { code: rule.code, severity }));
        }
      }
    }
    return problems.sort(byPosition);
  }

  /** Records that the file shares with its former state stay what they are, and are only moved. */
  #replace(uri: string, document: Document | undefined, changed: Set<string>): void {
    const { blocks, removed, added, move } = changeOf(uri, this.#files.get(uri) ?? [], document);
    for (const rule of this.#rules) for (const record of removed) rule.remove(record, changed);
    const from = move();
    if (from !== undefined) for (const rule of this.#rules) rule.moved(uri, from, changed);
    for (const rule of this.#rules) for (const record of added) rule.add(record);
    if (document) this.#files.set(uri, blocks);
    else this.#files.delete(uri);
  }
}

/** One rule with the groups of its records and what it found. */
class RuleState {
  readonly rule: CorpusRule;
  /** By record and the key of the group in which it was found. */
  readonly conflicts = new ByFile<Map<string, RecordConflict>>();
  /** Who points to a record. */
  readonly pointers = new ByFile<Set<SummaryPlace>>();
  readonly #groups = new GroupedRecords();
  /** Keys of the groups that have changed since the last judgement, whether or not they have records left. */
  readonly #touched = new Set<string>();

  constructor(rule: CorpusRule) {
    this.rule = rule;
  }

  add(record: SummaryPlace): void {
    for (const key of this.rule.keys(record)) {
      this.#groups.add(key, record);
      this.#touched.add(key);
    }
  }

  remove(record: SummaryPlace, changed: Set<string>): void {
    for (const key of this.rule.keys(record)) {
      this.#groups.delete(key, record);
      this.#touched.add(key);
    }
    for (const [key, conflict] of this.conflicts.get(record) ?? []) {
      this.#forget(record, key, conflict);
      changed.add(record.uri);
    }
  }

  /** The records of a file have moved from `start` on: what is told of them, and where they are pointed to, reads otherwise. */
  moved(uri: string, start: number, changed: Set<string>): void {
    for (const record of this.conflicts.in(uri).keys()) if (record.start >= start) changed.add(uri);
    for (const [record, pointing] of this.pointers.in(uri)) {
      if (record.start >= start) for (const { uri: other } of pointing) changed.add(other);
    }
  }

  /** Judges the groups again that were touched, and their neighbours. */
  judge(changed: Set<string>): void {
    const keys = new Set<string>();
    for (const touched of this.#touched) for (const key of this.#groups.around(touched, this.rule.reach)) keys.add(key);
    this.#touched.clear();
    for (const key of keys) this.#judgeGroup(key, changed);
  }

  #judgeGroup(key: string, changed: Set<string>): void {
    const group = this.#groups.get(key);
    if (!group) return;
    const found = new Map<SummaryPlace, RecordConflict>();
    const { before, behind } = this.#groups.neighbours(key, this.rule.reach);
    for (const conflict of this.rule.judge(group, before, behind)) found.set(conflict.place, conflict);
    for (const record of group.records) {
      const was = this.conflicts.get(record)?.get(key);
      const is = found.get(record);
      if (was && is && sameConflict(was, is)) continue;
      if (was) this.#forget(record, key, was);
      if (is) this.#remember(record, key, is);
      if (was || is) changed.add(record.uri);
    }
  }

  #remember(record: SummaryPlace, key: string, conflict: RecordConflict): void {
    const own = this.conflicts.get(record);
    if (own) own.set(key, conflict);
    else this.conflicts.set(record, new Map([[key, conflict]]));
    for (const { place } of conflict.related) {
      const pointing = this.pointers.get(place);
      if (pointing) pointing.add(record);
      else this.pointers.set(place, new Set([record]));
    }
  }

  #forget(record: SummaryPlace, key: string, conflict: RecordConflict): void {
    const own = this.conflicts.get(record);
    own?.delete(key);
    if (own?.size === 0) this.conflicts.delete(record);
    const stillShown = new Set([...(own?.values() ?? [])].flatMap(({ related }) => related.map(({ place }) => place)));
    for (const { place } of conflict.related) {
      if (stillShown.has(place)) continue;
      const pointing = this.pointers.get(place);
      pointing?.delete(record);
      if (pointing?.size === 0) this.pointers.delete(place);
    }
  }
}

/** What is known of records, by their files. */
class ByFile<Value> {
  readonly #files = new Map<string, Map<SummaryPlace, Value>>();

  in(uri: string): ReadonlyMap<SummaryPlace, Value> {
    return this.#files.get(uri) ?? new Map<SummaryPlace, Value>();
  }

  get(record: SummaryPlace): Value | undefined {
    return this.#files.get(record.uri)?.get(record);
  }

  set(record: SummaryPlace, value: Value): void {
    const file = this.#files.get(record.uri);
    if (file) file.set(record, value);
    else this.#files.set(record.uri, new Map([[record, value]]));
  }

  delete(record: SummaryPlace): void {
    const file = this.#files.get(record.uri);
    file?.delete(record);
    if (file?.size === 0) this.#files.delete(record.uri);
  }
}

function sameConflict(a: RecordConflict, b: RecordConflict): boolean {
  return (
    a.related.length === b.related.length &&
    a.related.every(({ place }, index) => place === b.related[index]?.place) &&
    JSON.stringify([a.message, a.span]) === JSON.stringify([b.message, b.span])
  );
}
