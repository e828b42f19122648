import type { RecordGroup, SummaryPlace } from '../rules/corpusRule.ts';

interface GrowingGroup extends RecordGroup {
  readonly records: SummaryPlace[];
}

/** Records by key, the keys in order. Changes cost the length of a group, and that of the list of keys where one is new. */
export class GroupedRecords {
  readonly #groups = new Map<string, GrowingGroup>();
  readonly #keys: string[] = [];

  get(key: string): RecordGroup | undefined {
    return this.#groups.get(key);
  }

  add(key: string, record: SummaryPlace): void {
    const group = this.#groups.get(key);
    if (group) {
      group.records.splice(rankIn(group.records, record), 0, record);
      return;
    }
    // Most groups stay alone with their record, and a list that has grown keeps room for more.
    this.#groups.set(key, { key, records: [record] });
    this.#keys.splice(this.#rankOf(key), 0, key);
  }

  delete(key: string, record: SummaryPlace): void {
    const group = this.#groups.get(key);
    const index = group?.records.indexOf(record) ?? -1;
    if (!group || index === -1) return;
    group.records.splice(index, 1);
    if (group.records.length > 0) return;
    this.#groups.delete(key);
    this.#keys.splice(this.#rankOf(key), 1);
  }

  /** The keys up to `reach` groups away from one, which need have no group any more. */
  around(key: string, reach: number): string[] {
    if (reach === 0) return this.#groups.has(key) ? [key] : [];
    const rank = this.#rankOf(key);
    return this.#keys.slice(Math.max(0, rank - reach), rank + reach + 1);
  }

  /** The groups up to `reach` away, the nearest first. */
  neighbours(key: string, reach: number): { readonly before: RecordGroup[]; readonly behind: RecordGroup[] } {
    if (reach === 0) return { before: [], behind: [] };
    const rank = this.#rankOf(key);
    const groupsOf = (keys: readonly string[]) => keys.flatMap((one) => this.#groups.get(one) ?? []);
    return {
      before: groupsOf(this.#keys.slice(Math.max(0, rank - reach), rank)).reverse(),
      behind: groupsOf(this.#keys.slice(rank + 1, rank + 1 + reach)),
    };
  }

  /** Where a key is, or would be. */
  #rankOf(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Behind those that stand before it: in a file of an earlier name, or further up in the same. */
function rankIn(records: readonly SummaryPlace[], { uri, start }: SummaryPlace): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = records[middle];
    if (other && (other.uri < uri || (other.uri === uri && other.start < start))) low = middle + 1;
    else high = middle;
  }
  return low;
}
