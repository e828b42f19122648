import type { NodeKind, RecordTree, StatementNode } from '../statement/tree.ts';

/** What a statement says, in contrast to its frame and the fields around it. */
const SAID: ReadonlySet<NodeKind> = new Set(['paragraph', 'section', 'item', 'bullet', 'conclusion']);

/** All nodes of a record in the order of the text. */
export function* nodesOf({ root }: RecordTree): Generator<StatementNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
}

/** The numbered and unnumbered paragraphs of the body in order; those that are a numeral alone have no pieces. */
export function saidNodes(record: RecordTree): StatementNode[] {
  return [...nodesOf(record)].filter(({ kind }) => SAID.has(kind));
}

export function nodesOfKind(record: RecordTree, kind: NodeKind): StatementNode[] {
  return [...nodesOf(record)].filter((node) => node.kind === kind);
}

/** A node's own text on one line, as printed. */
export function ownText({ text }: RecordTree, { pieces }: StatementNode): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join('');
}
