import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from './codeActions.ts';
import { LEGEND } from './semanticTokens.ts';

/** What the server can do. Nothing stands here before it works. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  documentHighlightProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  hoverProvider: true,
  referencesProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
    resolveProvider: true,
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
