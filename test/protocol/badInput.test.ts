import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DocumentSymbol, LSPErrorCodes } from 'vscode-languageserver/node';
import { RECORD_HEAD } from '../features/support.ts';
import { type Client, withClient } from './client.ts';

const URI = 'file:///w/a.rmrb';

/** Opens the text and makes every request at its start, middle and end; then edits it and asks again. */
async function exercise(client: Client, text: string): Promise<void> {
  await client.openChecked(URI, text);
  const lines = text.split(/\r\n|\r|\n/);
  const middle = Math.floor(lines.length / 2);
  const places = [
    { line: 0, character: 0 },
    { line: middle, character: Math.floor((lines[middle]?.length ?? 0) / 2) },
    { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    { line: lines.length + 5, character: 99 },
  ];
  await requestAll(client, places);
  await client.insert(URI, 2, 0, 0, '〖');
  await requestAll(client, places.slice(0, 1));
  await client.close(URI);
}

async function requestAll(client: Client, positions: readonly { line: number; character: number }[]): Promise<void> {
  const textDocument = { uri: URI };
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  assert.ok(symbols.every(({ name }) => name.length > 0));
  await client.request('textDocument/foldingRange', { textDocument });
  await client.request('textDocument/selectionRange', { textDocument, positions });
  await client.request('textDocument/semanticTokens/full', { textDocument });
  await client.request('textDocument/semanticTokens/range', { textDocument, range });
  await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  for (const position of positions) {
    const at = { textDocument, position };
    await client.request('textDocument/hover', at);
    await client.request('textDocument/definition', at);
    await client.request('textDocument/documentHighlight', at);
    await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } });
    await client.request('rmrb/sameTopic', at);
  }
}

describe('over the wire, all is answered for', () => {
  for (const [name, text] of Object.entries({
    'an empty document': '',
    'only 〖': '〖',
    'a tag open at the end': '〖RQ/日期〗20140521\n〖ZW/正文',
    '10,000 nested openings': '〖JZ/加重〗'.repeat(10_000),
    'CR LF': RECORD_HEAD.replaceAll('\n', '\r\n'),
    'lone CR': RECORD_HEAD.replaceAll('\n', '\r'),
    'a byte order mark': `\ufeff${RECORD_HEAD}`,
    'lone surrogates': `联合声明\n\n一、\ud800双方\udc00\n二、\udfff\n`,
    'a very long line': `联合声明　　一　　${'双方同意加强合作，'.repeat(20_000)}`,
    'no newline at the end': '联合声明\n一、甲',
    'only line breaks': '\r\n\r\r\n\n',
    '2,000 quotation marks': `一、${'“'.repeat(2000)}`,
  })) {
    it(name, () => withClient({}, (client) => exercise(client, text)));
  }
});

describe('requests out of order', () => {
  it('for a file that is not open are answered with nothing', () =>
    withClient({}, async (client) => {
      assert.equal(
        await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } }),
        null,
      );
    }));

  it('that are cancelled are answered with that error', () =>
    withClient({}, async (client) => {
      await client.open(URI, RECORD_HEAD);
      const cancelled = client.cancelled('textDocument/documentSymbol', { textDocument: { uri: URI } });
      await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
      assert.ok(await client.request('textDocument/documentSymbol', { textDocument: { uri: URI } }));
    }));

  it('that fail say for which file, in the log too', () =>
    withClient({}, async (client) => {
      await client.open(URI, RECORD_HEAD);
      const broken = client.request('textDocument/selectionRange', { textDocument: { uri: URI }, positions: 'none' });
      await assert.rejects(broken, (error: Error) => error.message.includes(URI));
      await client.until('the log', () =>
        client.all<{ message: string }>('window/logMessage').some(({ message }) => message.includes(URI)),
      );
    }));
});
