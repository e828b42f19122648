import type { RecordTree } from '../statement/tree.ts';
import type { RecordRule, RuleContext } from './rule.ts';
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

export function tracesOf(record: RecordTree, context: RuleContext): Traces {
  return { text: textTracesOf(record), tree: treeTraces(record, context) };
}

interface Choice extends Traces {
  readonly from: readonly RecordRule[];
  readonly chosen: readonly RecordRule[];
}

let lastChoice: Choice | undefined;

/** Those `rules` whose needs are met. Records in a row mostly have the same traces, so that the last choice is remembered. */
export function rulesFor({ text, tree }: Traces, rules: readonly RecordRule[]): readonly RecordRule[] {
  if (lastChoice?.text !== text || lastChoice.tree !== tree || lastChoice.from !== rules) {
    const chosen = rules.filter(({ needs }) => !needs || isMet(needs, text, tree));
    lastChoice = { text, tree, from: rules, chosen };
  }
  return lastChoice.chosen;
}

function isMet({ text = NONE, tree = 0 }: Needs, textTraces: number, treeTraces: number): boolean {
  return (tree & treeTraces) !== 0 || text.some((together) => (together & textTraces) === together);
}

const NONE: readonly number[] = [];
