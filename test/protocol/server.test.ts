import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import {
  type CodeAction,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type LocationLink,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { CheckWorkspaceResult, DetectResult, SameTopicResult } from '../../server/src/protocol/protocol.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { Client, fileUri, withClient, withFolder } from './client.ts';

const SEEDS = resolve('seeds');
const NAMES = ['2002-12-02.txt', '2014-05-20.txt', '2017-07-05.txt', '2021-06-28.txt', '2024-05-16.txt'];
const seedUri = (name: string): string => fileUri(join(SEEDS, name));
const seedText = (name: string): Promise<string> => readFile(join(SEEDS, name), 'utf8');

/** Line and character in the middle of the last `words` in `text`. */
function positionOf(text: string, words: string): { line: number; character: number } {
  const lines = text.slice(0, text.lastIndexOf(words) + words.length / 2).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const BROKEN = '〖RQ/日期〗20140521\n';
const FINE = `${RECORD_HEAD}〖ZW/正文〗\n    一、双方支持朝鲜半岛无核化。\n    二、双方深化能源合作。\n〖-ZW/正文〗\n`;

describe('starting', () => {
  it('answers initialize before anything is read', () =>
    withFolder(async (_folder, uriOf) => {
      const order: string[] = [];
      const client = new Client({
        answers: {
          'rmrb/listFiles': () => {
            order.push('listed');
            return { uris: [] };
          },
        },
      });
      try {
        const { capabilities }: InitializeResult = await client.initialize({ folders: [uriOf('')], files: 'client' });
        order.push('initialized');
        await client.connection.sendNotification('initialized', {});
        await client.until('the list of files', () => order.includes('listed'));
        assert.deepEqual(order, ['initialized', 'listed']);
        assert.equal(capabilities.hoverProvider, true);
      } finally {
        await client.stop();
      }
    }));

  it('shows how far the reading has come', () =>
    withClient({ folders: [fileUri(SEEDS)] }, async (client) => {
      await client.indexed();
      const kinds = client.all<{ value: { kind: string } }>('$/progress').map(({ value }) => value.kind);
      assert.equal(kinds[0], 'begin');
      assert.equal(kinds.at(-1), 'end');
      assert.equal(client.all('window/workDoneProgress/create').length, 1);
    }));

  it('tells in the log what it has read, and names what it could not read', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, '声明.rmrb'), BROKEN);
      await writeFile(join(folder, '清单.txt'), '牛奶\n面包\n');
      await writeFile(join(folder, '损坏.txt'), Buffer.from([0xff, 0xff, 0xff]));
      await withClient({ folders: [fileUri(folder)], locale: 'zh-cn' }, async (client) => {
        const lines = () => client.all<{ message: string }>('window/logMessage').map(({ message }) => message);
        await client.until('the last line', () => lines().some((line) => line.startsWith('读取了')));
        assert.match(lines()[0] ?? '', /损坏\.txt: .*解码/);
        assert.equal(lines()[1], `文件夹：${folder}`);
        assert.match(lines()[2] ?? '', /^读取了 3 个文件，用时 [\d.]+ 秒：语料 1 个，其他文本 1 个，读不了的 1 个。$/);
      });
    }));

  it('watches the files that the setting names', () =>
    withClient({ settings: { corpus: { include: '**/*.rmrb' } } }, async (client) => {
      const registered = await client.until('the watcher', () =>
        client
          .all<{ registrations: { method: string; registerOptions: unknown }[] }>('client/registerCapability')
          .flatMap(({ registrations }) => registrations)
          .find(({ method }) => method === 'workspace/didChangeWatchedFiles'),
      );
      assert.deepEqual(registered.registerOptions, {
        watchers: [
          { globPattern: '**/*.rmrb' },
          { globPattern: '**/.rmrbrc.json' },
          { globPattern: '**/rmrb.topics.json' },
          { globPattern: '**/.gitignore' },
          { globPattern: '**', kind: 4 },
        ],
      });
    }));

  it('works for a client that can do nothing', () =>
    withClient({ capabilities: {} }, async (client) => {
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.openChecked('file:///w/a.rmrb', BROKEN);
    }));
});

describe('the five texts', () => {
  for (const name of NAMES) {
    it(`${name}: every request is answered`, () =>
      withClient({ folders: [fileUri(SEEDS)] }, async (client) => {
        const uri = seedUri(name);
        const text = await seedText(name);
        await client.indexed();
        await client.openChecked(uri, text);
        const textDocument = { uri };
        const at = { textDocument, position: positionOf(text, '合作') };
        const range = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };

        const [record] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
        assert.ok(record?.children && record.children.length > 5);
        await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
        const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
          textDocument,
          positions: [at.position],
        });
        assert.ok(selection?.parent);
        await client.request('textDocument/definition', at);
        await client.request('textDocument/documentHighlight', at);
        await client.request('textDocument/hover', at);
        await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } });
        const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
        assert.ok(tokens.data.length >= 10);
        await client.request('textDocument/semanticTokens/range', { textDocument, range });
        await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
        assert.ok((await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '合作' })).length > 0);
        const same = await client.request<SameTopicResult>('rmrb/sameTopic', at);
        assert.ok(same.query.text);
        const { recognised } = await client.request<DetectResult>('rmrb/detect', { text });
        assert.ok(recognised);
      }));
  }

  it('hover on 朝鲜半岛 in 2014 shows 2002 and 2024', () =>
    withClient({ folders: [fileUri(SEEDS)] }, async (client) => {
      const text = await seedText('2014-05-20.txt');
      const uri = seedUri('2014-05-20.txt');
      await client.indexed();
      await client.open(uri, text);
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: positionOf(text, '朝鲜半岛'),
      });
      const { value } = hover.contents as { value: string };
      assert.match(value, /2002-12-02\.txt#L[^]*2024-05-16\.txt#L/);
      assert.match(value, /\*\*朝鮮半島\*\*/);
    }));

  it('sameTopic gives uri, file, offset and range of every place', () =>
    withClient({ folders: [fileUri(SEEDS)] }, async (client) => {
      const text = await seedText('2014-05-20.txt');
      const uri = seedUri('2014-05-20.txt');
      await client.indexed();
      const { query, passages } = await client.request<SameTopicResult>('rmrb/sameTopic', {
        textDocument: { uri },
        position: positionOf(text, '朝鲜半岛'),
      });
      assert.equal(query.file, '2014-05-20.txt');
      assert.equal(text.slice(...query.offset), '朝鲜半岛');
      const [first] = passages;
      assert.ok(first);
      const other = await seedText(first.file);
      assert.match(other.slice(...first.offset), /朝[鲜鮮]半[岛島]/);
      assert.equal(first.uri, seedUri(first.file));
      assert.ok(first.range.end.line >= first.range.start.line && first.statement.date);
    }));
});

describe('an open file', () => {
  const uri = 'file:///w/a.rmrb';
  const textDocument = { uri };

  it('follows edits', () =>
    withClient({}, async (client) => {
      await client.open(uri, FINE);
      await client.insert(uri, 2, 4, 7, '甲乙');
      const [record] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      assert.equal(record?.name, '甲乙联合声明');
    }));

  it('goes from tag to tag with the origin’s range', () =>
    withClient({}, async (client) => {
      await client.open(uri, FINE);
      const links = await client.request<LocationLink[]>('textDocument/definition', {
        textDocument,
        position: { line: 1, character: 2 },
      });
      assert.deepEqual(links, [
        {
          targetUri: uri,
          originSelectionRange: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
          targetRange: { start: { line: 1, character: 15 }, end: { line: 1, character: 23 } },
          targetSelectionRange: { start: { line: 1, character: 15 }, end: { line: 1, character: 23 } },
        },
      ]);
      const marks = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
        textDocument,
        position: { line: 1, character: 2 },
      });
      assert.equal(marks.length, 2);
    }));

  it('tells how its colours changed', () =>
    withClient({}, async (client) => {
      await client.open(uri, FINE);
      const { resultId } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
      await client.insert(uri, 2, 0, 0, '\n');
      const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        textDocument,
        previousResultId: resultId,
      });
      assert.equal(delta.edits.length, 1);
    }));

  it('offers fixes as edits of its version, and the safe ones together', () =>
    withClient({}, async (client) => {
      await client.openChecked(uri, '〖RQ；日期〗20140521〖-RQ/日期〗\n');
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } };
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      const fix = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'tag.malformed');
      assert.ok(fix?.isPreferred);
      assert.deepEqual(
        fix.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
        [{ uri, version: 1 }],
      );
      const only = ['source.fixAll'];
      const all = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [], only },
      });
      assert.deepEqual(
        all.map(({ kind }) => kind),
        ['source.fixAll.rmrb'],
      );
    }));

  it('is explained in the language of the editor', () =>
    withClient({ locale: 'en' }, async (client) => {
      await client.open(uri, FINE);
      const { contents } = await client.request<Hover>('textDocument/hover', {
        textDocument,
        position: { line: 1, character: 2 },
      });
      assert.match((contents as { value: string }).value, /eight digits/);
    }));

  it('overrides the one on disk until it is closed', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), FINE);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await settled(client);
        await client.open(uriOf('a.txt'), FINE.replace('能源', '航天'));
        assert.deepEqual([(await symbols(client, '能源')).length, (await symbols(client, '航天')).length], [0, 1]);
        await client.close(uriOf('a.txt'));
        await settled(client);
        assert.deepEqual([(await symbols(client, '能源')).length, (await symbols(client, '航天')).length], [1, 0]);
      });
    }));
});

/** The parts of statements of that name; topics are symbols, too. */
const symbols = async (client: Client, query: string): Promise<WorkspaceSymbol[]> => {
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query });
  return found.filter(({ kind }) => kind !== SymbolKind.Key);
};
/** A check of the workspace begins when all that was to be read has been read. */
const settled = (client: Client): Promise<CheckWorkspaceResult> => client.request('rmrb/checkWorkspace', {});
