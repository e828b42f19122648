import type { OutlineNode, PlacedOutline } from './outline.ts';

/** An outline of which only the upper levels, or only the first records, are shown. */
export interface CappedOutline {
  readonly records: readonly PlacedOutline[];
  /** How many levels are shown, records being the first; absent where all are. */
  readonly depth?: number;
  /** How many records are not shown. */
  readonly left: number;
}

/**
 * As many levels of an outline as fit into `most`, of which each node takes the share that `sizeOf` says; of records alone,
 * as many as fit.
 */
export function capped(
  records: readonly PlacedOutline[],
  most: number,
  sizeOf: (node: OutlineNode) => number,
): CappedOutline {
  const sizes: number[] = [];
  let firsts = 0;
  for (const { root } of records) {
    addSizes(sizes, root, 0, sizeOf);
    if ((sizes[0] ?? 0) <= most) firsts++;
  }
  let total = 0;
  const tooDeep = sizes.findIndex((size) => (total += size) > most);
  if (tooDeep === -1) return { records, left: 0 };
  const depth = Math.max(1, tooDeep);
  const shown = records.slice(0, tooDeep === 0 ? firsts : records.length);
  return {
    records: shown.map(({ root, start }) => ({ root: cutOff(root, depth), start })),
    depth,
    left: records.length - shown.length,
  };
}

function addSizes(sizes: number[], node: OutlineNode, depth: number, sizeOf: (node: OutlineNode) => number): void {
  sizes[depth] = (sizes[depth] ?? 0) + sizeOf(node);
  for (const child of node.children) addSizes(sizes, child, depth + 1, sizeOf);
}

function cutOff(node: OutlineNode, depth: number): OutlineNode {
  const { kind, label, detail, number, value, start, end, span, selection } = node;
  const children = depth === 1 ? NO_CHILDREN : node.children.map((child) => cutOff(child, depth - 1));
  return { kind, label, detail, number, value, start, end, span, selection, children };
}

const NO_CHILDREN: readonly OutlineNode[] = [];
