import type { CodeAction, CodeActionContext, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

export function actionsOn(client: Client, uri: string, range = EVERYWHERE, only?: string[]): Promise<CodeAction[]> {
  const context: CodeActionContext = { diagnostics: [], ...(only && { only }) };
  return client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
}

/** The edit of the first action whose title `title` meets. */
export async function chosen(client: Client, actions: readonly CodeAction[], title: RegExp): Promise<WorkspaceEdit> {
  const action = actions.find((candidate) => title.test(candidate.title));
  if (!action) throw new Error(`no ${title} among ${actions.map((candidate) => candidate.title).join(' | ')}`);
  const resolved = action.edit ? action : await client.request<CodeAction>('codeAction/resolve', action);
  if (!resolved.edit) throw new Error(`${action.title} has no edit`);
  return resolved.edit;
}

/** What an edit makes of the files; one that it creates need not be there. */
export function applied(edit: WorkspaceEdit, files: Readonly<Record<string, string>>): Record<string, string> {
  const result = { ...files };
  const change = (uri: string, edits: readonly TextEdit[]) => {
    const text = result[uri];
    if (text === undefined) throw new Error(`there is no ${uri}`);
    result[uri] = TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), [...edits]);
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  for (const one of edit.documentChanges ?? []) {
    if ('edits' in one) change(one.textDocument.uri, one.edits as TextEdit[]);
    else if (one.kind === 'create') result[one.uri] ??= '';
  }
  return result;
}
