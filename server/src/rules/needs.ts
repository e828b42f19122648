import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { textTracesOf } from './textTraces.ts';
import { treeTraces } from './treeTraces.ts';

/** Traces of which a record must have at least one for a rule to find anything in it. */
export interface Needs {
  /** Of `TEXT`. Several in one number must all be there. */
  readonly text?: readonly number[];
  /** Of `TREE`; any of them. */
  readonly tree?: number;
}

/** What one look at a record told. */
export interface Traces {
  readonly text: number;
  readonly tree: number;
}

export function tracesOf(record: RecordTree, vocabulary: Vocabulary): Traces {
  return { text: textTracesOf(record), tree: treeTraces(record, vocabulary) };
}

export function isMet({ text = NONE, tree = 0 }: Needs, traces: Traces): boolean {
  if ((tree & traces.tree) !== 0) return true;
  for (const together of text) if ((together & traces.text) === together) return true;
  return false;
}

const NONE: readonly number[] = [];
