import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { ToRecord, type ToRecordResult } from '../../server/src/protocol/protocol.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { RAW, RECORD } from '../support/damagedPage.ts';
import { CAPABILITIES, type Client, withClient } from './client.ts';
import { actionsOn, applied, chosen } from './edits.ts';

const URI = 'file:///w/a.txt';
const UNDATED = RAW.replace(/2014年.*\n/, '');

async function convert(client: Client, text: string, more: object = {}, uri = URI): Promise<ToRecordResult> {
  await client.open(uri, text);
  return client.request<ToRecordResult>(ToRecord, { textDocument: { uri }, ...more });
}

const textOf = (result: ToRecordResult, text: string): string | undefined =>
  applied(result as unknown as WorkspaceEdit, { [URI]: text })[URI];

describe('rmrb/toRecord', () => {
  it('answers with the edit of this version that makes the record', () =>
    withClient({}, async (client) => {
      const result = await convert(client, RAW);
      assert.equal(result.documentChanges[0]?.textDocument.version, 1);
      assert.equal(textOf(result, RAW), RECORD);
    }));

  it('names the group of each change, to be confirmed, in the language of the client', () =>
    withClient({ locale: 'zh-cn' }, async (client) => {
      const { documentChanges, changeAnnotations } = await convert(client, RAW);
      const used = documentChanges.flatMap(({ edits }) => edits.map(({ annotationId }) => annotationId));
      assert.deepEqual(new Set(used), new Set(Object.keys(changeAnnotations)));
      assert.ok(Object.values(changeAnnotations).every(({ needsConfirmation }) => needsConfirmation));
      const labels = Object.values(changeAnnotations).map(({ label }) => label);
      assert.deepEqual(
        new Set(labels),
        new Set(['标出著录项和正文', '每段一行，行首空四格', '去掉网页上的文字', '半角标点改为全角']),
      );
      assert.match(changeAnnotations['page']?.description ?? '', /^1 处。/);
    }));

  it('says where the date comes from and what is left to fill in', () =>
    withClient({ locale: 'zh-cn' }, async (client) => {
      const { notes, missing, dateToAsk } = await convert(client, RAW);
      assert.deepEqual(notes, [
        '日期 20140520 取自“2014年5月20日于上海”。见报常在次日，请核对。',
        '待填：总期、版号、条号。',
      ]);
      assert.deepEqual([missing, dateToAsk], [['ZQ', 'BH', 'TH'], null]);
    }));

  it('asks for a date that the text does not say, proposes that of the page, and takes the answer', () =>
    withClient({}, async (client) => {
      assert.deepEqual((await convert(client, UNDATED)).dateToAsk, { proposal: null });
      const page = UNDATED.replace('\n　', '\n2014-05-20 08:00\n　');
      assert.deepEqual((await convert(client, page, {}, 'file:///w/b.txt')).dateToAsk, { proposal: '20140520' });
      const given = await client.request<ToRecordResult>(ToRecord, { textDocument: { uri: URI }, date: '20140521' });
      assert.equal(given.dateToAsk, null);
      assert.match(textOf(given, UNDATED) ?? '', /〖RQ\/日期〗20140521〖-RQ/);
    }));

  it('works out the issue number that the records of the corpus imply', () =>
    withClient({}, async (client) => {
      const record = (issue: string, date: string) =>
        `${RECORD_HEAD.replace('20585', issue).replace('20140521', date)}〖ZW/正文〗\n    双方声明如下：\n〖-ZW/正文〗\n`;
      await client.openChecked('file:///w/1.rmrb', record('12968', '19930713'));
      await client.openChecked('file:///w/2.rmrb', record('20585', '20140521'));
      assert.match(textOf(await convert(client, RAW), RAW) ?? '', /^〖ZQ\/总期〗20584〖-ZQ/);
    }));

  it('has nothing to do in a clean record, and says so', () =>
    withClient({ locale: 'zh-cn' }, async (client) => {
      const { documentChanges, notes } = await convert(
        client,
        `${RECORD_HEAD}〖ZW/正文〗\n    双方声明如下：\n〖-ZW/正文〗\n`,
      );
      assert.deepEqual(documentChanges, []);
      assert.match(notes[0] ?? '', /没有要整理的/);
    }));

  it('fails where the file is not open, or the date is none', () =>
    withClient({}, async (client) => {
      await assert.rejects(client.request(ToRecord, { textDocument: { uri: 'file:///nowhere.txt' } }), /not open/);
      await assert.rejects(convert(client, RAW, { date: '20140231' }), /no day/);
    }));

  it('takes the five texts', () =>
    withClient({}, async (client) => {
      const text = readFileSync('seeds/2024-05-16.txt', 'utf8');
      const expected = readFileSync('test/features/golden/2024-05-16.record.txt', 'utf8');
      assert.equal(textOf(await convert(client, text), text), expected);
    }));
});

describe('the code action', () => {
  const ONLY = ['refactor.rewrite'];

  it('brings the edit when it is chosen', () =>
    withClient({ locale: 'zh-cn' }, async (client) => {
      await client.open(URI, RAW);
      const actions = await actionsOn(client, URI, undefined, ONLY);
      assert.deepEqual(
        actions.map(({ kind, edit }) => [kind, edit]),
        [['refactor.rewrite', undefined]],
      );
      const edit = await chosen(client, actions, /整理为记录/);
      assert.ok(edit.changeAnnotations?.['record']);
      assert.equal(applied(edit, { [URI]: RAW })[URI], RECORD);
    }));

  it('has no annotations for a client that knows none', () => {
    const workspaceEdit = { documentChanges: true };
    const capabilities = { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, workspaceEdit } };
    return withClient({ capabilities }, async (client) => {
      await client.open(URI, RAW);
      const edit = await chosen(client, await actionsOn(client, URI, undefined, ONLY), /./);
      assert.equal(edit.changeAnnotations, undefined);
      assert.equal(applied(edit, { [URI]: RAW })[URI], RECORD);
    });
  });

  it('is not offered for a record', () =>
    withClient({}, async (client) => {
      await client.open(URI, RECORD);
      assert.deepEqual(await actionsOn(client, URI, undefined, ONLY), []);
    }));

  it('comes by itself only on the first line', () =>
    withClient({}, async (client) => {
      await client.open(URI, RAW);
      const kinds = async (line: number) => {
        const range = { start: { line, character: 0 }, end: { line, character: 0 } };
        const context = { diagnostics: [], triggerKind: 2 };
        const params = { textDocument: { uri: URI }, range, context };
        const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
        return actions.map(({ kind }) => kind).includes('refactor.rewrite');
      };
      assert.deepEqual([await kinds(0), await kinds(3)], [true, false]);
    }));
});
