import { countUpTo } from '../text/lines.ts';
import type { RecordTree } from './tree.ts';

/**
 * Some dozens of records in a row. Documents share the blocks that no edit between them has reached, so that what is
 * remembered of a block spares a look at each of its records. Plain immutable data.
 */
export interface Block {
  /** Never empty. */
  readonly records: readonly RecordTree[];
  /** Where each record starts in the block, and behind the last one, the block's length. */
  readonly starts: readonly number[];
  /** How many line breaks lie before each record, and behind the last one, in the block. */
  readonly breaksBefore: readonly number[];
}

/** An edit makes its block anew, and the list of blocks: in a file of thousands of records, both are short. */
const MOST_RECORDS = 64;

/** Records in their order as blocks of about the same size. */
export function blocksOf(records: readonly RecordTree[]): Block[] {
  const count = Math.ceil(records.length / MOST_RECORDS);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * records.length) / count);
    return blockOf(records.slice(from, Math.floor(((index + 1) * records.length) / count)));
  });
}

export function blockOf(records: readonly RecordTree[]): Block {
  const starts = [0];
  const breaksBefore = [0];
  let length = 0;
  let breaks = 0;
  for (const record of records) {
    starts.push((length += record.text.length));
    breaksBefore.push((breaks += record.lineBreaks.length));
  }
  // Copies have no room for more, which would be most of what a file of one record takes.
  return { records, starts: starts.slice(), breaksBefore: breaksBefore.slice() };
}

export function blockLength({ starts }: Block): number {
  return starts.at(-1) ?? 0;
}

/** How many line breaks a block has. */
export function blockBreaks({ breaksBefore }: Block): number {
  return breaksBefore.at(-1) ?? 0;
}

/**
 * Of things that start at `starts`, behind whose last one stands where it ends, the index of the one that holds the
 * character behind `offset`; the first or last one outside.
 */
export function indexAt(starts: readonly number[], offset: number): number {
  return Math.min(starts.length - 2, Math.max(0, countUpTo(starts, offset) - 1));
}
