import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { OutlineKind, OutlineNode } from '../features/outline.ts';
import type { WorkspaceSymbol as FoundSymbol } from '../features/workspaceSymbols.ts';
import type { Document } from '../statement/document.ts';
import { shifted } from '../text/span.ts';
import { toRange } from './convert.ts';

/** Chosen for their icons, each kind of node its own, so that the outline can be filtered by them. */
const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
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
};

/** @param node whose offsets count from `start` in the document */
export function toDocumentSymbol(document: Document, node: OutlineNode, start: number): DocumentSymbol {
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
