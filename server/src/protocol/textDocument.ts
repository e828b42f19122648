import type {
  Position,
  Range,
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Vocabulary } from '../markup/vocabulary.ts';
import {
  type Document,
  documentText,
  editDocument,
  lineCount,
  offsetAt,
  parseDocument,
  positionAt,
} from '../statement/document.ts';
import { toSpan } from './convert.ts';

/** An open file in one state. A change makes a new one that shares the records it did not touch. */
export class OpenDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly content: Document;

  constructor(uri: string, languageId: string, version: number, content: Document) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.content = content;
  }

  get lineCount(): number {
    return lineCount(this.content);
  }

  getText(range?: Range): string {
    return documentText(this.content, range && toSpan(this.content, range));
  }

  positionAt(offset: number): Position {
    return positionAt(this.content, offset);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.content, position);
  }

  getLineRange(line: number): Range {
    if (line < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const shown = Math.min(line, this.lineCount - 1);
    const start = { line: shown, character: 0 };
    const end = offsetAt(this.content, { line: shown, character: Number.MAX_SAFE_INTEGER });
    return { start, end: { line: shown, character: end - offsetAt(this.content, start) } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const end = offsetAt(this.content, { line, character: Number.MAX_SAFE_INTEGER });
    const next = offsetAt(this.content, { line: line + 1, character: 0 });
    return documentText(this.content, { start: end, end: next });
  }
}

export function openDocuments(vocabulary: Vocabulary): TextDocumentsConfiguration<OpenDocument> {
  return {
    create: (uri, languageId, version, text) =>
      new OpenDocument(uri, languageId, version, parseDocument(text, vocabulary)),
    update: ({ uri, languageId, content }, changes, version) =>
      new OpenDocument(uri, languageId, version, changes.reduce(changed, content)),
  };
}

function changed(content: Document, change: TextDocumentContentChangeEvent): Document {
  if (!('range' in change)) return parseDocument(change.text, content.vocabulary);
  return editDocument(content, { span: toSpan(content, change.range), newText: change.text });
}
