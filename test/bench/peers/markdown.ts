import MarkdownIt from 'markdown-it';
import {
  createLanguageService,
  githubSlugifier,
  type IMdLanguageService,
  type ITextDocument,
  LogLevel,
} from 'vscode-markdown-languageservice';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import type { Peer } from './peer.ts';
import { openTextDocument, typingInto } from './textDocument.ts';

export const markdown: Peer = {
  name: 'vscode-markdown-languageservice',
  markup: 'markdown',
  async load() {
    return {
      parse: (text) => symbols(serviceFor().service, openTextDocument('markdown', text)),
      open(text, at) {
        const { service, changed } = serviceFor();
        const type = typingInto(openTextDocument('markdown', text), at);
        return () => {
          const document = type();
          changed.fire(document);
          return symbols(service, document);
        };
      },
    };
  },
};

/** With the parser that VS Code gives it, in a workspace of nothing but the open file. */
function serviceFor(): { service: IMdLanguageService; changed: Emitter<ITextDocument> } {
  const changed = new Emitter<ITextDocument>();
  const markdownIt = new MarkdownIt({ html: true });
  const service = createLanguageService({
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (document) => markdownIt.parse(document.getText(), {}),
    },
    logger: { level: LogLevel.Off, log: () => undefined },
    workspace: {
      workspaceFolders: [],
      onDidChangeMarkdownDocument: changed.event,
      onDidCreateMarkdownDocument: new Emitter<ITextDocument>().event,
      onDidDeleteMarkdownDocument: new Emitter<never>().event,
      getAllMarkdownDocuments: async () => [],
      hasMarkdownDocument: () => false,
      openMarkdownDocument: async () => undefined,
      stat: async () => undefined,
      readDirectory: async () => [],
    },
  });
  return { service, changed };
}

async function symbols(service: IMdLanguageService, document: ITextDocument): Promise<number> {
  const found = await service.getDocumentSymbols(document, {}, CancellationToken.None);
  return found.length;
}
