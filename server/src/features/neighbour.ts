import { type Document, type PlacedRecord, recordAt } from '../statement/document.ts';
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
  const step = direction === 'next' ? 1 : -1;
  const own = document.records.indexOf(recordAt(document, offset).record);
  for (let index = own; index >= 0 && index < document.records.length; index += step) {
    const record = document.records[index];
    if (!record) break;
    const stops = stopsOf({ record, start: document.starts[index] ?? 0 }, kind);
    const found = step > 0 ? stops.find((stop) => stop > offset) : stops.findLast((stop) => stop < offset);
    if (found !== undefined) return found;
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
