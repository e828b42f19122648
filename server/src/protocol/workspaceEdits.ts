import type {
  ClientCapabilities,
  OptionalVersionedTextDocumentIdentifier,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Document, parseDocument } from '../statement/document.ts';
import type { Edit } from '../text/edits.ts';
import { toRange } from './convert.ts';

/** What a client can do with edits. */
export interface ClientEdits {
  /** Takes them for one version of a file. */
  readonly versioned: boolean;
  /** Makes new files. */
  readonly creates: boolean;
  /** Has the user look through them first. */
  readonly annotated: boolean;
}

export function clientEdits({ workspace }: ClientCapabilities): ClientEdits {
  const support = workspace?.workspaceEdit;
  const versioned = support?.documentChanges === true;
  return {
    versioned,
    creates: versioned && support.resourceOperations?.includes('create') === true,
    annotated: versioned && support.changeAnnotationSupport !== undefined,
  };
}

/** A file to edit, under the name that the client has for it; one that is not open has no version. */
export interface EditedFile {
  readonly uri: string;
  readonly version?: number;
  readonly content: Document;
}

/** A file that the product keeps as it is in the editor or on disk; one that does not exist has no content. */
export interface OwnFile {
  readonly uri: string;
  readonly version?: number;
  readonly text: string | undefined;
}

/** Edits such a file, and makes it where it does not exist; `undefined` where the client cannot do that. */
export function ownFileEdit(
  client: ClientEdits,
  { text, ...file }: OwnFile,
  edits: readonly Edit[],
): WorkspaceEdit | undefined {
  // Only to count its lines.
  const content = parseDocument(text ?? '', NEWSPAPER_VOCABULARY);
  if (text !== undefined) return fileEdit(client, { ...file, content }, edits);
  if (!client.creates) return undefined;
  return {
    documentChanges: [
      { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } },
      textDocumentEdit({ ...file, content }, edits),
    ],
  };
}

export function fileEdit({ versioned }: ClientEdits, file: EditedFile, edits: readonly Edit[]): WorkspaceEdit {
  if (versioned) return { documentChanges: [textDocumentEdit(file, edits)] };
  return {
    changes: { [file.uri]: edits.map(({ span, newText }) => ({ range: toRange(file.content, span), newText })) },
  };
}

export function textDocumentEdit(
  { uri, version, content }: EditedFile,
  edits: readonly Edit[],
  annotationId?: string,
): TextDocumentEdit {
  const textDocument: OptionalVersionedTextDocumentIdentifier = { uri, version: version ?? null };
  return {
    textDocument,
    edits: edits.map(({ span, newText }) => ({
      range: toRange(content, span),
      newText,
      ...(annotationId !== undefined && { annotationId }),
    })),
  };
}
