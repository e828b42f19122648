import {
  type ClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { SOURCE } from './diagnostics.ts';
import { LEGEND } from './semanticTokens.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

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
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  linkedEditingRangeProvider: true,
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  // What begins a tag, a closing one, and a title.
  completionProvider: { triggerCharacters: ['〖', '-', '《'], resolveProvider: true },
  inlineCompletionProvider: true,
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
    resolveProvider: true,
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Whether the client asks for the edit of a code action when it is chosen. */
export function canResolveEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
