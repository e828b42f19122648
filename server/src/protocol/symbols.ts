import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { capped, type CappedOutline } from '../features/cappedOutline.ts';
import { type OutlineKind, type OutlineNode, type OutlineBlock, placedOutlines } from '../features/outline.ts';
import type { WorkspaceSymbol as FoundSymbol } from '../features/workspaceSymbols.ts';
import type { Document } from '../statement/document.ts';
import { shifted } from '../text/span.ts';
import { toRange } from './convert.ts';

/** Chosen for their icons, each kind of node its own, so that the outline can be filtered by them. */
const KINDS: Readonly<Record<OutlineKind | 'topic', SymbolKind>> = {
  record: SymbolKind.File,
  field: SymbolKind.Property,
  title: SymbolKind.String,
  preamble: SymbolKind.Interface,
  section: SymbolKind.Namespace,
  item: SymbolKind.Field,
  bullet: SymbolKind.EnumMember,
  conclusion: SymbolKind.Interface,
  signature: SymbolKind.Constant,
  credit: SymbolKind.Event,
  boilerplate: SymbolKind.Null,
  topic: SymbolKind.Key,
};

/** A message with more than so many bytes takes an editor longer to read than its reader to scroll. */
const LARGEST_ANSWER = 2_000_000;
/** What a symbol takes in JSON beside its texts; a Chinese character takes three bytes. */
const BYTES_OF_SYMBOL = 240;
const BYTES_OF_CHARACTER = 3;

/** A file's outline as a client wants it; `told` learns what was left out of a huge one. */
export function toDocumentSymbols(
  document: Document,
  outline: readonly OutlineBlock[],
  told: (capped: CappedOutline) => void,
): DocumentSymbol[] {
  const shown = capped(placedOutlines(outline), LARGEST_ANSWER, sizeOf);
  if (shown.depth !== undefined) told(shown);
  return shown.records.map(({ root, start }) => toDocumentSymbol(document, root, start));
}

function sizeOf({ label, detail }: OutlineNode): number {
  return BYTES_OF_SYMBOL + BYTES_OF_CHARACTER * (label.length + detail.length);
}

/** @param node whose offsets count from `start` in the document */
function toDocumentSymbol(document: Document, node: OutlineNode, start: number): DocumentSymbol {
  return {
    name: node.label,
    detail: node.detail,
    kind: KINDS[node.kind],
    range: toRange(document, shifted(node.span, start)),
    selectionRange: toRange(document, shifted(node.selection, start)),
    children: node.children.map((child) => toDocumentSymbol(document, child, start)),
  };
}

export function toWorkspaceSymbol(document: Document, symbol: FoundSymbol): WorkspaceSymbol {
  return {
    name: symbol.name,
    kind: KINDS[symbol.kind],
    containerName: symbol.container,
    location: { uri: symbol.uri, range: toRange(document, symbol.span) },
  };
}
