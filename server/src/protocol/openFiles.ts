import type { TextDocuments } from 'vscode-languageserver';
import { type Document, documentText } from '../statement/document.ts';
import { normalUri } from './convert.ts';
import type { OpenDocument } from './textDocument.ts';

/** The files that are open in the editor, by their names in normal form; the client may escape a URI otherwise. */
export class OpenFiles {
  readonly #documents: TextDocuments<OpenDocument>;
  readonly #clientUris = new Map<string, string>();

  constructor(documents: TextDocuments<OpenDocument>) {
    this.#documents = documents;
  }

  /** Keeps what the client calls a file, also for the time after it is closed. */
  named({ uri }: OpenDocument): void {
    this.#clientUris.set(normalUri(uri), uri);
  }

  clientUri(uri: string): string {
    return this.#clientUris.get(uri) ?? uri;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(this.clientUri(uri));
  }

  content(uri: string): Document | undefined {
    return this.get(uri)?.content;
  }

  text(uri: string): string | undefined {
    const content = this.content(uri);
    return content && documentText(content);
  }

  uris(): string[] {
    return this.#documents.all().map(({ uri }) => normalUri(uri));
  }
}
