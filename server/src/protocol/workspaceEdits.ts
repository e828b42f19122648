import type {
  ClientCapabilities,
  OptionalVersionedTextDocumentIdentifier,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Document } from '../statement/document.ts';
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
