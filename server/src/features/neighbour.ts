import { type Document, type PlacedRecord, recordAt, recordBefore, recordBehind } from '../statement/document.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { descendants } from './treeWalk.ts';

export type StopKind = 'record' | 'section' | 'item';
export type Direction = 'next' | 'previous';

/**
 * Where the next or previous record, section or item begins, seen from a caret: the offset of what stands for it, a numeral or a title.
 * Sections are those of the outermost level that a record numbers; items are whatever is numbered or has a bullet.
 */
export function neighbour(
  document: Document,
  offset: number,
  { kind, direction }: { readonly kind: StopKind; readonly direction: Direction },
): number | undefined {
  const isNext = direction === 'next';
  for (let placed: PlacedRecord | undefined = recordAt(document, offset); placed; ) {
    const stops = stopsOf(placed, kind);
    const found = isNext ? stops.find((stop) => stop > offset) : stops.findLast((stop) => stop < offset);
    if (found !== undefined) return found;
    placed = isNext ? recordBehind(document, placed) : recordBefore(document, placed);
  }
  return undefined;
}

function stopsOf({ record, start }: PlacedRecord, kind: StopKind): number[] {
  return nodesOf(record, kind).map(
    ({ kind: own, span, selection }) => start + (own === 'bullet' ? span : selection).start,
  );
}

function nodesOf(record: RecordTree, kind: StopKind): readonly StatementNode[] {
  if (kind === 'record') {
    const title = [...descendants(record.root)].find((node) => node.kind === 'title');
    return [title ?? record.root];
  }
  const [outermost] = record.lists;
  if (kind === 'section') return outermost?.members ?? [];
  return [...descendants(record.root)].filter(({ numeral, kind: own }) => numeral !== undefined || own === 'bullet');
}
