import { TextDocument } from 'vscode-languageserver-textdocument';
import { TYPED } from './peer.ts';

/** The document type that most servers use. */
export function openTextDocument(languageId: string, text: string): TextDocument {
  return TextDocument.create(`file:///bench.${languageId}`, languageId, 1, text);
}

/** Each call types a character at `at`, or deletes it again, as a client would tell a server. */
export function typingInto(document: TextDocument, at: number): () => TextDocument {
  const start = document.positionAt(at);
  const end = { line: start.line, character: start.character + TYPED.length };
  let isTyped = false;
  return () => {
    isTyped = !isTyped;
    const change = isTyped ? { range: { start, end: start }, text: TYPED } : { range: { start, end }, text: '' };
    return TextDocument.update(document, [change], document.version + 1);
  };
}
