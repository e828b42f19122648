import {
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FeatureContext } from '../features/context.ts';
import { rename } from '../features/rename.ts';
import { message } from '../text/messages.ts';
import { throwIfCancelled } from './answering.ts';
import type { CodeActionTools } from './codeActions.ts';
import { normalUri, plainPath } from './convert.ts';
import type { OpenDocument } from './textDocument.ts';
import { breather } from './turns.ts';
import { fileEdit, textDocumentEdit } from './workspaceEdits.ts';

/**
 * The edits of a rename. Those in other files have an annotation for each file, so that the user looks through them first and may leave
 * files out.
 * @throws ResponseError with what is wrong with the new name
 */
export async function toRenameEdit(
  { context, tools }: { context: FeatureContext; tools: CodeActionTools },
  open: OpenDocument,
  { offset, newName }: { offset: number; newName: string },
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const { say, edits: client } = tools;
  const uri = normalUri(open.uri);
  const renaming = rename(context, { uri, document: open.content, offset, newName });
  if (!renaming.ok) throw new ResponseError(LSPErrorCodes.RequestFailed, say(renaming.why));
  if (renaming.kind === 'tag') return fileEdit(client, open, renaming.edits);
  const own = renaming.editsIn(open.content);
  // A client that shows no preview changes nothing but what the user sees.
  if (!client.annotated) return fileEdit(client, open, own);

  const documentChanges: TextDocumentEdit[] = [textDocumentEdit(open, own)];
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const breathe = breather();
  let leftOut = 0;
  for (const file of tools.corpus()) {
    if (normalUri(file.uri) === uri) continue;
    await breathe();
    throwIfCancelled(token);
    const edits = renaming.editsIn(file.content);
    if (edits.length === 0) continue;
    if (file.isLegacy) {
      leftOut++;
      continue;
    }
    const name = plainPath(file.uri).split('/').at(-1) ?? file.uri;
    changeAnnotations[file.uri] = {
      label: say(message('rename.label', { term: renaming.term, name: newName, file: name })),
      description: say(message('rename.description', { count: edits.length })),
      needsConfirmation: true,
    };
    documentChanges.push(textDocumentEdit(file, edits, file.uri));
  }
  if (leftOut > 0) tools.tell(say(message('rename.encodings', { count: leftOut })));
  return { documentChanges, changeAnnotations };
}
