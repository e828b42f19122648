import type { RecordTree } from '../statement/tree.ts';
import { type Span, spanOf } from '../text/span.ts';
import { descendants } from './treeWalk.ts';

/** Where a statement begins for its reader; counts from the record's start. */
export function titleSpan(record: RecordTree): Span {
  for (const node of descendants(record.root)) if (node.kind === 'title') return node.selection;
  return spanOf(0, 0);
}
