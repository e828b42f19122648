import { getLanguageService } from 'vscode-html-languageservice';
import type { Peer } from './peer.ts';
import { openTextDocument, typingInto } from './textDocument.ts';

export const HTML_SERVICE = 'vscode-html-languageservice';

export const html: Peer = {
  name: HTML_SERVICE,
  markup: 'html',
  async load() {
    const service = getLanguageService();
    const symbols = (document: ReturnType<typeof openTextDocument>) =>
      service.findDocumentSymbols2(document, service.parseHTMLDocument(document)).length;
    return {
      parse: (text) => symbols(openTextDocument('html', text)),
      open(text, at) {
        const type = typingInto(openTextDocument('html', text), at);
        return () => symbols(type());
      },
    };
  },
};

/** Its tree alone. */
export function parseHtml(text: string): unknown {
  return getLanguageService().parseHTMLDocument(openTextDocument('html', text));
}
