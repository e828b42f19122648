import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { LinkedEditingRanges, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type {
  AutoInsertResult,
  MoveSectionResult,
  NeighbourResult,
  NumberingResult,
} from '../../server/src/protocol/protocol.ts';
import { withClient, withFolder } from './client.ts';
import { applied } from './edits.ts';

describe('writing', () => {
  it('links the two tags of a pair', () =>
    withClient({}, async (client) => {
      await client.openChecked('file:///a.rmrb', '〖BT/标题〗声明〖-BT/标题〗\n');
      const linked = await client.request<LinkedEditingRanges>('textDocument/linkedEditingRange', {
        textDocument: { uri: 'file:///a.rmrb' },
        position: { line: 0, character: 2 },
      });
      assert.deepEqual(
        linked.ranges.map(({ start, end }) => [start.character, end.character]),
        [
          [1, 6],
          [11, 16],
        ],
      );
    }));

  it('gives the closing tag that is missing', () =>
    withClient({}, async (client) => {
      await client.openChecked('file:///a.rmrb', '〖BT/标题〗\n');
      const missing = await client.request<AutoInsertResult>('rmrb/autoInsert', {
        textDocument: { uri: 'file:///a.rmrb' },
        position: { line: 0, character: 7 },
      });
      assert.deepEqual(missing, { before: '', after: '〖-BT/标题〗' });
    }));

  it('formats a file, and a part of it', () =>
    withClient({}, async (client) => {
      const uri = 'file:///a.rmrb';
      const text = ' 〖ZQ/总期〗1〖-ZQ/总期〗\n\n\n\n〖RQ/日期〗20140521〖-RQ/日期〗 \n';
      await client.openChecked(uri, text);
      const options = { tabSize: 4, insertSpaces: true };
      const whole = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
      const expected = '〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n';
      assert.equal(applied({ changes: { [uri]: whole } }, { [uri]: text })[uri], expected);
      const range: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
      const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
        textDocument: { uri },
        range,
        options,
      });
      assert.equal(applied({ changes: { [uri]: part } }, { [uri]: text })[uri], text.slice(1));
    }));
});

describe('renaming', () => {
  it('has the user look through the edits in other files', () =>
    withFolder(async (folder, uriOf) => {
      const other = '声明\n\n双方声明如下：\n一、关于朝鲜半岛局势，各方应保持克制。\n二、中东和平。\n';
      await writeFile(join(folder, 'b.rmrb'), other);
      await writeFile(join(folder, 'c.rmrb'), '公报\n\n双方声明如下：\n一、其他问题。\n二、贸易。\n');
      await withClient({ folders: [uriOf('')] }, async (client) => {
        await client.indexed();
        const text = '声明\n\n双方声明如下：\n一、关注朝鲜半岛。\n二、贸易额增长。\n';
        const uri = uriOf('a.rmrb');
        await client.openChecked(uri, text);
        const at = { textDocument: { uri }, position: { line: 3, character: 6 } };
        const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', at);
        assert.equal(prepared.placeholder, '朝鲜半岛');
        const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: '韩半岛' });
        const files = { [uri]: text, [uriOf('b.rmrb')]: other };
        assert.deepEqual(applied(edit, files), {
          [uri]: text.replace('朝鲜半岛', '韩半岛'),
          [uriOf('b.rmrb')]: other.replace('朝鲜半岛', '韩半岛'),
        });
        assert.deepEqual(
          Object.values(edit.changeAnnotations ?? {}).map(({ label, needsConfirmation }) => [label, needsConfirmation]),
          [['把“朝鲜半岛”改为“韩半岛” · b.rmrb', true]],
        );
      });
    }));

  it('says what is wrong with a new name', () =>
    withClient({}, async (client) => {
      await client.openChecked('file:///a.rmrb', '〖BT/标题〗声明〖-BT/标题〗\n');
      const asked = {
        textDocument: { uri: 'file:///a.rmrb' },
        position: { line: 0, character: 2 },
        newName: '随便 写',
      };
      await assert.rejects(client.request('textDocument/rename', asked), /“随便 写”不是标签的写法/);
    }));
});

describe('moving around', () => {
  const uri = 'file:///a.rmrb';
  const text = '联合声明\n\n双方声明如下：\n一、加强合作。\n二、扩大贸易。\n保持对话。\n';
  const at = (line: number) => ({ textDocument: { uri }, position: { line, character: 0 } });

  it('goes to the next section', () =>
    withClient({}, async (client) => {
      await client.openChecked(uri, text);
      const found = await client.request<NeighbourResult>('rmrb/neighbour', {
        ...at(3),
        kind: 'section',
        direction: 'next',
      });
      assert.deepEqual(found, { line: 4, character: 0 });
    }));

  it('moves a section up', () =>
    withClient({}, async (client) => {
      await client.openChecked(uri, text);
      const moved = await client.request<MoveSectionResult>('rmrb/moveSection', { ...at(4), direction: 'up' });
      const edits = (moved?.edits ?? []) as TextEdit[];
      const after = applied({ changes: { [uri]: edits } }, { [uri]: text })[uri] ?? '';
      assert.equal(
        after,
        text.replace('加强合作', '…').replace('扩大贸易。\n保持对话', '加强合作').replace('…', '扩大贸易。\n保持对话'),
      );
      assert.ok(after.slice(moved?.caret).startsWith('一、扩大贸易'));
    }));

  it('numbers paragraphs, and says why not', () =>
    withClient({}, async (client) => {
      await client.openChecked(uri, text);
      const number = (line: number) =>
        client.request<NumberingResult>('rmrb/numberParagraphs', {
          textDocument: { uri },
          range: { start: { line, character: 0 }, end: { line, character: 2 } },
          mark: '一、',
        });
      assert.deepEqual(
        (await number(5)).edits.map(({ newText }) => newText),
        ['三、'],
      );
      assert.match((await number(4)).refused ?? '', /没有可以编号的段落/);
    }));

  it('changes the numbers of a list', () =>
    withClient({}, async (client) => {
      await client.openChecked(uri, text);
      const changed = await client.request<NumberingResult>('rmrb/changeNumerals', { ...at(4), mark: '1.' });
      assert.deepEqual(
        changed.edits.map(({ newText }) => newText),
        ['1.', '2.'],
      );
    }));
});
