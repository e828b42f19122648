import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { OutlineKind, OutlineNode } from '../features/outline.ts';
import type { WorkspaceSymbol as FoundSymbol } from '../features/workspaceSymbols.ts';
import type { Document } from '../statement/document.ts';
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

export function toDocumentSymbol(document: Document, node: OutlineNode): DocumentSymbol {
  return {
    name: node.label,
    detail: node.detail,
    kind: KINDS[node.kind],
    range: toRange(document, node.span),
    selectionRange: toRange(document, node.selection),
    children: node.children.map((child) => toDocumentSymbol(document, child)),
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
