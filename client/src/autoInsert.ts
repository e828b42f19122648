import {
  type Disposable,
  type Position,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { AutoInsert, type AutoInsertParams, type AutoInsertResult } from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

/** Milliseconds without another change: an input method that is still composing is not disturbed, nor is who types on. */
const PAUSE = 100;
const CLOSING_BRACKET = '〗';

/**
 * Puts the closing tag behind the caret once the last bracket of an opening one has been typed, by whatever means: an input method, which
 * VS Code does not tell from a change of the text, as well as a keyboard. It is undone together with what was typed.
 */
export function insertClosingTags(server: Server): Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const listener = workspace.onDidChangeTextDocument((event) => {
    // Output, other editors and the news that a file has changes to save are none of the user's typing.
    if (event.contentChanges.length === 0 || event.document !== window.activeTextEditor?.document) return;
    clearTimeout(waiting);
    const typed = behindClosingBracket(event);
    if (!typed) return;
    const { document } = event;
    const { version } = document;
    waiting = setTimeout(() => void insertAt(server, document, { position: typed, version }), PAUSE);
  });
  return { dispose: () => (clearTimeout(waiting), listener.dispose()) };
}

/** Where the caret is if a closing bracket is all that was typed last. */
function behindClosingBracket({ document, contentChanges, reason }: TextDocumentChangeEvent): Position | undefined {
  const [change] = contentChanges;
  const isTyped = reason === undefined && contentChanges.length === 1 && change?.text === CLOSING_BRACKET;
  return isTyped && document.languageId === 'rmrb'
    ? change.range.start.translate(0, CLOSING_BRACKET.length)
    : undefined;
}

async function insertAt(
  server: Server,
  document: TextDocument,
  { position, version }: { position: Position; version: number },
): Promise<void> {
  const client = await server.client();
  const params: AutoInsertParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line: position.line, character: position.character },
  };
  const missing = await client?.sendRequest<AutoInsertResult>(AutoInsert, params);
  const editor = window.activeTextEditor;
  // Whoever has typed on meanwhile is not held up.
  if (!missing || editor?.document !== document || document.version !== version) return;
  const caret = document.offsetAt(position) + missing.before.length;
  const inserted = await editor.edit((edit) => edit.insert(position, missing.before + missing.after), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
  if (inserted) editor.selection = new Selection(document.positionAt(caret), document.positionAt(caret));
}
