import type { RecordMarkup } from '../markup/syntax.ts';
import { codeOf } from '../markup/vocabulary.ts';
import { meantBy } from './markers.ts';
import type { RecordRows } from './nodeRows.ts';
import { type NumberedList, type StatementNode, type StatementTree, TreeNode } from './tree.ts';

/** The tree of a record as objects, whose rows begin with its own. */
export function treeOfRows({ rows, first, behind }: RecordRows, text: string, markup: RecordMarkup): StatementTree {
  const lists: { readonly parent: StatementNode; readonly members: StatementNode[] }[] = [];

  function nodeOf(row: number): TreeNode {
    const [ownStart, ownEnd] = [rows.ownStart(row), rows.ownEnd(row)];
    const [from, to] = [rows.selectionStart(row), rows.selectionEnd(row)];
    const node = new TreeNode(rows.kind(row), rows.start(row), rows.end(row), from, to, ownStart, ownEnd);
    node.severalPieces = rows.pieces(row);
    return node;
  }

  const root = nodeOf(first);
  /** From the root to the node that the next row may belong to, and what each has below it so far. */
  const path = [root];
  const below: TreeNode[][] = [[]];
  const leave = (depth: number): void => {
    while (path.length > depth) {
      const node = path.pop();
      const children = below.pop();
      // A copy has no room to grow, which many small arrays would waste memory on.
      if (node && children && children.length > 0) node.children = children.slice();
    }
  };
  for (let row = first + 1; row < behind; row++) {
    const node = nodeOf(row);
    const { kind } = node;
    const about = rows.about(row);
    leave(rows.depth(row));
    const parent = path.at(-1) ?? root;
    if (kind === 'section' || kind === 'item') {
      const number = rows.numeralList(about);
      const { members } = (lists[number] ??= { parent, members: [] });
      members.push(node);
      const style = rows.numeralStyle(about);
      const value = rows.numeralValue(about);
      const span = rows.numeralSpan(about);
      const printed = text.slice(span.start, span.end);
      const meant = meantBy(printed);
      node.numeral = { style, span, text: printed, value, ...(meant !== printed && { meant }) };
    } else if (about !== -1) {
      node.code = codeOf(about);
    }
    below.at(-1)?.push(node);
    if (row + 1 < behind && rows.depth(row + 1) > rows.depth(row)) {
      path.push(node);
      below.push([]);
    }
  }
  leave(0);
  return { markup, root, lists: lists satisfies NumberedList[] };
}
