import { type Disposable, languages, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { Detect, DETECT_LENGTH, type DetectParams, type DetectResult } from '../../server/src/protocol/protocol.ts';
import { servedSchemes } from './schemes.ts';
import type { Server } from './server.ts';

const CANDIDATES = ['plaintext', 'markdown'];
/** How long after the last change to a document it is looked at again, in milliseconds: a paste may come in pieces. */
const REST = 1000;

/** Gives corpus texts that no file name betrays their language; which texts these are, the server says. */
export function recogniseTexts(server: Server): Disposable {
  /** What a document was before we gave it our language. VS Code keeps the object when only the language changes. */
  const languageBefore = new WeakMap<TextDocument, string>();
  const wasOurs = new WeakSet<TextDocument>();
  /** Documents that the user took back from us: his choice holds until VS Code is closed. */
  const declined = new Set<string>();

  const isCandidate = (document: TextDocument): boolean =>
    CANDIDATES.includes(document.languageId) &&
    servedSchemes().includes(document.uri.scheme) &&
    !declined.has(document.uri.toString()) &&
    !document.isClosed;

  const recognise = async (document: TextDocument): Promise<void> => {
    if (!isEnabled() || !isCandidate(document)) return;
    const client = await server.client();
    if (client === undefined) return;
    const params: DetectParams = { text: startOf(document) };
    const { recognised } = await client.sendRequest<DetectResult>(Detect, params);
    // Asked again: during the request the user may have closed the document, changed its language or the setting.
    if (!recognised || !isEnabled() || !isCandidate(document)) return;
    languageBefore.set(document, document.languageId);
    await languages.setTextDocumentLanguage(document, 'rmrb');
  };

  const tryToRecognise = (document: TextDocument): void => {
    recognise(document).catch(() => {
      // The client library has logged the failure of the request; a document closed meanwhile needs no language.
    });
  };

  /** A document counts as opened anew whenever its language changes. */
  const opened = (document: TextDocument): void => {
    if (document.languageId === 'rmrb') {
      wasOurs.add(document);
      declined.delete(document.uri.toString());
    } else if (wasOurs.has(document) && isEnabled()) {
      declined.add(document.uri.toString());
    } else {
      tryToRecognise(document);
    }
  };

  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const changed = ({ document }: TextDocumentChangeEvent): void => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    if (!isEnabled() || !isCandidate(document)) return;
    const look = (): void => {
      waiting.delete(document);
      tryToRecognise(document);
    };
    waiting.set(document, setTimeout(look, REST));
  };

  const switched = async (): Promise<void> => {
    for (const document of workspace.textDocuments) {
      const before = languageBefore.get(document);
      if (isEnabled()) tryToRecognise(document);
      else if (before !== undefined && document.languageId === 'rmrb') {
        languageBefore.delete(document);
        wasOurs.delete(document);
        await languages.setTextDocumentLanguage(document, before);
      }
    }
  };

  for (const document of workspace.textDocuments) opened(document);
  const listeners = [
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(changed),
    window.onDidChangeActiveTextEditor((editor) => editor && tryToRecognise(editor.document)),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('rmrb.detect') && void switched()),
  ];
  return {
    dispose: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}

function isEnabled(): boolean {
  return workspace.getConfiguration('rmrb').get('detect', 'auto') === 'auto';
}

/** Lines are joined until there is enough, so that a large document is not flattened for its beginning. */
function startOf(document: TextDocument): string {
  let text = '';
  for (let line = 0; line < document.lineCount && text.length < DETECT_LENGTH; line++) {
    text += `${document.lineAt(line).text}\n`;
  }
  return text.slice(0, DETECT_LENGTH);
}
