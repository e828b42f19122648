import type { NodeKind, RecordTree, StatementNode } from '../statement/tree.ts';
import { perRecord } from './perRecord.ts';

/** What a statement says, in contrast to its frame and the fields around it. */
const SAID: ReadonlySet<NodeKind> = new Set(['paragraph', 'section', 'item', 'bullet', 'conclusion']);

/** All nodes of a record in the order of the text. */
export const nodesOf = perRecord(({ root }): readonly StatementNode[] => {
  const nodes: StatementNode[] = [];
  const visit = (node: StatementNode): void => {
    nodes.push(node);
    for (const child of node.children) visit(child);
  };
  visit(root);
  return nodes;
});

export function isSaid({ kind }: StatementNode): boolean {
  return kind === 'paragraph' || SAID.has(kind);
}

/** The numbered and unnumbered paragraphs of the body in order; those that are a numeral alone have no pieces. */
export function saidNodes(record: RecordTree): StatementNode[] {
  return nodesOf(record).filter(isSaid);
}

export function nodesOfKind(record: RecordTree, kind: NodeKind): StatementNode[] {
  return nodesOf(record).filter((node) => node.kind === kind);
}

/** A node's own text on one line, as printed. */
export function ownText({ text }: RecordTree, { pieces }: StatementNode): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join('');
}
