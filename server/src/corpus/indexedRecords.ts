import type { RecordSummary, SummaryPlace } from '../rules/corpusRule.ts';
import type { Block } from '../statement/blocks.ts';
import type { Document } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { summaryOf } from './recordSummary.ts';

/** A block of a file in the index. Its records move with it. */
export interface IndexedBlock {
  readonly block: Block;
  start: number;
  readonly records: readonly IndexedRecord[];
}

/** A record with its tree, by whose identity it is known again. Stays the same object while it is moved to other blocks. */
class IndexedRecord implements SummaryPlace {
  readonly uri: string;
  readonly record: RecordTree;
  readonly summary: RecordSummary;
  #home: Pick<IndexedBlock, 'start'> = { start: 0 };
  #offset = 0;

  constructor(uri: string, record: RecordTree, { vocabulary }: Document) {
    this.uri = uri;
    this.record = record;
    this.summary = summaryOf(record, vocabulary);
  }

  get start(): number {
    return this.#home.start + this.#offset;
  }

  /** Puts the record at an offset of a block. */
  moveTo(home: Pick<IndexedBlock, 'start'>, offset: number): void {
    this.#home = home;
    this.#offset = offset;
  }
}

/** How a file's index becomes that of its new state. */
export interface IndexedChange {
  readonly blocks: readonly IndexedBlock[];
  readonly removed: readonly IndexedRecord[];
  readonly added: readonly IndexedRecord[];
  /** Moves the records that stay. Answers from which start on they have others than before, if any. */
  move(): number | undefined;
}

/** What becomes of the blocks of a file; those that its new state shares with the old one are not looked into. */
export function changeOf(uri: string, before: readonly IndexedBlock[], document: Document | undefined): IndexedChange {
  const blocks = document?.blocks ?? [];
  const starts = document?.starts ?? [];
  const head = sharedAtStart(
    before.map(({ block }) => block),
    blocks,
  );
  const tail = sharedAtEnd(
    before.map(({ block }) => block),
    blocks,
    head,
  );
  const old = before.slice(head, before.length - tail).flatMap(({ records }) => records);
  const changed = blocks.slice(head, blocks.length - tail);
  const records = changed.flatMap((block) => block.records);
  const first = sharedAtStart(
    old.map(({ record }) => record),
    records,
  );
  const last = sharedAtEnd(
    old.map(({ record }) => record),
    records,
    first,
  );
  const added = document
    ? records.slice(first, records.length - last).map((record) => new IndexedRecord(uri, record, document))
    : [];
  const now = [...old.slice(0, first), ...added, ...old.slice(old.length - last)];
  const behind = before.slice(before.length - tail);
  const made = madeBlocks(changed, starts.slice(head), now);
  return {
    blocks: [...before.slice(0, head), ...made, ...behind],
    removed: old.slice(first, old.length - last),
    added,
    move() {
      const next = last > 0 ? old[old.length - last] : behind[0];
      const was = next?.start;
      for (const home of made) {
        home.records.forEach((record, index) => record.moveTo(home, home.block.starts[index] ?? 0));
      }
      behind.forEach((block, index) => (block.start = starts[blocks.length - tail + index] ?? 0));
      return next && next.start !== was ? next.start : undefined;
    },
  };
}

/** The blocks that start at `starts`, with the records of all of them in order. */
function madeBlocks(
  blocks: readonly Block[],
  starts: readonly number[],
  records: readonly IndexedRecord[],
): IndexedBlock[] {
  let from = 0;
  return blocks.map((block, index) => {
    const own = records.slice(from, (from += block.records.length));
    return { block, start: starts[index] ?? 0, records: own };
  });
}

function sharedAtStart<Item>(before: readonly Item[], now: readonly Item[]): number {
  let count = 0;
  while (count < Math.min(before.length, now.length) && before[count] === now[count]) count++;
  return count;
}

/** How many are shared at the end, apart from the first `taken`. */
function sharedAtEnd<Item>(before: readonly Item[], now: readonly Item[], taken: number): number {
  const most = Math.min(before.length, now.length) - taken;
  let count = 0;
  while (count < most && before.at(-1 - count) === now.at(-1 - count)) count++;
  return count;
}
