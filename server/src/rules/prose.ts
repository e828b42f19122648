import type { NodeKind, RecordTree, StatementNode } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { nodesOf } from './nodes.ts';
import { type PlainText, plainSpan } from './plainText.ts';

/** One logical paragraph, heading, signature or field of a record, numerals aside. Spans count in the plain text. */
export interface Unit {
  readonly kind: NodeKind;
  /** The field's code, where it is a field or the headline of a record. */
  readonly code?: string | undefined;
  readonly pieces: readonly Span[];
}

/** Every unit of a record's text in order; what a web page added is none. */
export function unitsOf(record: RecordTree, plain: PlainText): Unit[] {
  return nodesOf(record).flatMap((node) => unitOf(node, plain) ?? []);
}

/** What a node itself holds, without its children; `undefined` where that is nothing, or nothing of the newspaper's. */
export function unitOf({ kind, code, pieces }: StatementNode, plain: PlainText): Unit | undefined {
  if (kind === 'boilerplate' || pieces.length === 0) return undefined;
  const spans = pieces.map((piece) => plainSpan(plain, piece)).filter(({ start, end }) => end > start);
  return spans.length > 0 ? { kind, code, pieces: spans } : undefined;
}

const PROSE: ReadonlySet<NodeKind> = new Set(['paragraph', 'section', 'item', 'bullet', 'preamble', 'conclusion']);

/** Whether a unit belongs to what the statement says, not to its frame or to the fields of the record. */
export function isProse({ kind }: Pick<Unit, 'kind'>): boolean {
  return PROSE.has(kind);
}

/** Spans of signs that stand for numerals: `number.glyph` speaks of those. In the plain text. */
export function glyphNumerals({ lists }: RecordTree, plain: PlainText): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const { members } of lists) {
    for (const { numeral } of members) {
      if (numeral?.meant === undefined) continue;
      const { start, end } = plainSpan(plain, numeral.span);
      for (let at = start; at < end; at++) offsets.add(at);
    }
  }
  return offsets;
}
