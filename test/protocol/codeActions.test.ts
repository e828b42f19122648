import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Hover, Position, TextDocumentEdit } from 'vscode-languageserver/node';
import { encode } from '../../server/src/text/encode.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { CAPABILITIES, type Client, fileUri, withClient, withFolder } from './client.ts';
import { actionsOn, applied, chosen } from './edits.ts';

const URI = 'file:///w/a.rmrb';
/** One list with two gaps, and another one; a safe repair besides. */
const GAPS = `${RECORD_HEAD.replace('〖BT/标题〗', '【BT/标题】')}〖ZW/正文〗
    双方声明如下：
    一、甲方同意。
    三、乙方同意。
    六、丙方同意。
〖-ZW/正文〗
`;
const GAPLESS = GAPS.replace('三、', '二、').replace('六、', '三、');

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('fix all', () => {
  it('runs the safe fixes only, in one edit for this version, made when it is chosen', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, GAPS);
      const actions = await actionsOn(client, URI, undefined, ['source.fixAll']);
      assert.deepEqual(
        actions.map(({ kind, edit }) => [kind, edit]),
        [['source.fixAll.rmrb', undefined]],
      );
      const edit = await chosen(client, actions, /安全/);
      assert.equal((edit.documentChanges?.[0] as TextDocumentEdit | undefined)?.textDocument.version, 1);
      const after = applied(edit, { [URI]: GAPS })[URI] ?? '';
      assert.equal(after, GAPS.replace('【BT/标题】', '〖BT/标题〗'));

      await client.open('file:///w/b.rmrb', after);
      assert.deepEqual(await actionsOn(client, 'file:///w/b.rmrb', undefined, ['source.fixAll']), []);
    }));

  it('comes with its edit where the client cannot ask for it', () => {
    const capabilities = { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, codeAction: {} } };
    return withClient({ capabilities }, async (client) => {
      await client.openChecked(URI, GAPS);
      const [action] = await actionsOn(client, URI, undefined, ['source.fixAll']);
      assert.ok(action?.edit);
    });
  });

  it('of a kind in the file goes on until nothing of that kind is left', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, GAPS);
      const actions = await actionsOn(client, URI, undefined, ['quickfix']);
      const edit = await chosen(client, actions, /本文件中的全部 2 处 number\.gap/);
      assert.equal(applied(edit, { [URI]: GAPS })[URI], GAPLESS);
    }));

  it('of a kind is not offered for a single one, nor in the workspace for a single file', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, GAPS.replace('六、', '四、'));
      const titles = (await actionsOn(client, URI)).map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title) => /全部 /.test(title)),
        [],
      );
    }));

  it('of a kind in the workspace is for the user to confirm, file by file', () =>
    withFolder(async (folder, uriOf) => {
      const legacy = encode(GAPS, 'gb18030', false);
      assert.ok(legacy.ok);
      await writeFile(join(folder, 'a.txt'), GAPS);
      await writeFile(join(folder, 'b.txt'), GAPS);
      await writeFile(join(folder, 'fine.txt'), GAPLESS);
      await writeFile(join(folder, 'legacy.txt'), legacy.bytes);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.indexed();
        await client.openChecked(uriOf('a.txt'), GAPS);
        const edit = await chosen(client, await actionsOn(client, uriOf('a.txt')), /工作区.*number\.gap/);
        const changes = edit.documentChanges as TextDocumentEdit[];
        assert.deepEqual(
          changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
          [
            [uriOf('a.txt'), 1],
            [uriOf('b.txt'), null],
          ],
        );
        const annotations = edit.changeAnnotations ?? {};
        assert.ok(Object.values(annotations).every(({ needsConfirmation }) => needsConfirmation));
        assert.deepEqual(
          Object.values(annotations).map(({ label }) => label),
          ['number.gap · a.txt', 'number.gap · b.txt'],
        );
        for (const { edits } of changes)
          for (const one of edits) assert.ok('annotationId' in one && one.annotationId in annotations);
        const after = applied(edit, { [uriOf('a.txt')]: GAPS, [uriOf('b.txt')]: GAPS });
        assert.deepEqual(Object.values(after), [GAPLESS, GAPLESS]);
        // An editor would read it as UTF-8.
        await client.until('the warning', () =>
          client
            .all<{ message: string }>('window/showMessageRequest')
            .concat(client.all('window/showMessage'))
            .some(({ message }) => /1 个 GB18030/.test(message)),
        );
      });
    }));
});

describe('an unknown tag', () => {
  const OTHER_TAG = GAPS.replace('〖ZW/', '〖LY/来源〗新华社〖-LY/来源〗\n〖ZW/')
    .replace('【BT', '〖BT')
    .replace('题】', '题〗');

  it('is added to the vocabulary of the workspace, not to the text, and is known at once', () =>
    withFolder(async (folder, uriOf) => {
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        const [uri, rc] = [uriOf('年/a.txt'), uriOf('.rmrbrc.json')];
        const { diagnostics } = await client.openChecked(uri, OTHER_TAG);
        const unknown = diagnostics.find(({ code }) => code === 'tag.unknown');
        assert.ok(unknown);
        assert.match(await hoverText(client, uri, unknown.range.start), /没有代码为“LY”/);
        const actions = await actionsOn(client, uri, unknown.range);
        const action = actions.find(({ title }) => title === '把〖LY/来源〗加入工作区词表');
        assert.deepEqual(action?.diagnostics, [unknown]);
        const edit = await chosen(client, actions, /加入工作区词表/);
        const { [rc]: text = '', [uri]: corpusText } = applied(edit, { [uri]: OTHER_TAG });
        assert.equal(corpusText, OTHER_TAG);
        assert.deepEqual(JSON.parse(text), { vocabulary: { LY: '来源' } });

        await client.open(rc, text);
        await client.until('nothing unknown', () => {
          const last = client.published(uri).at(-1);
          return last !== undefined && !last.diagnostics.some(({ code }) => code === 'tag.unknown');
        });
        assert.match(await hoverText(client, uri, unknown.range.start), /\*\*来源\*\*/);
        const titles = (await actionsOn(client, uri)).map(({ title }) => title);
        assert.ok(!titles.some((title) => /工作区词表/.test(title)));
      });
    }));

  it('is not added where there is no workspace to add it to', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, OTHER_TAG);
      assert.ok(!(await actionsOn(client, URI)).some(({ title }) => /词表/.test(title)));
    }));
});

async function hoverText(client: Client, uri: string, position: Position): Promise<string> {
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  return JSON.stringify(found?.contents ?? '');
}

describe('ignore here', () => {
  it('makes the configuration where there is none, and the problem goes', () =>
    withFolder(async (folder, uriOf) => {
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        const [uri, rc] = [uriOf('年/a.txt'), uriOf('.rmrbrc.json')];
        const { diagnostics } = await client.openChecked(uri, GAPS);
        const [first, second] = diagnostics.filter(({ code }) => code === 'number.gap');
        assert.ok(first && second);
        const edit = await chosen(client, await actionsOn(client, uri, second.range), /忽略此处（number\.gap）/);
        assert.equal((edit.documentChanges?.[0] as { kind: string } | undefined)?.kind, 'create');
        const { [rc]: text = '', [uri]: corpusText } = applied(edit, { [uri]: GAPS });
        assert.equal(corpusText, GAPS);
        const parsed = JSON.parse(text);
        assert.deepEqual([parsed.ignore[0].code, parsed.ignore[0].file], ['number.gap', '年/a.txt']);

        await client.open(rc, text);
        const gaps = await client.until('one problem less', () => {
          const codes =
            client
              .published(uri)
              .at(-1)
              ?.diagnostics.map(({ code }) => String(code)) ?? [];
          const left = codes.filter((code) => code === 'number.gap').length;
          return left < 2 && client.published(uri).at(-1);
        });
        assert.deepEqual(
          gaps.diagnostics.filter(({ code }) => code === 'number.gap'),
          [first],
        );
        // It stays ignored where the text changes elsewhere, and is not repaired with the others.
        const later = GAPS.replace('双方声明', '中俄双方声明');
        await client.insert(uri, 2, 6, 4, '中俄');
        const all = await chosen(client, await actionsOn(client, uri), /忽略此处（tag\.malformed）/);
        assert.equal(count(applied(all, { [rc]: text, [uri]: later })[rc] ?? '', '"code"'), 2);
      });
    }));

  it('adds to the nearest configuration, as it is in the editor, and keeps its comments', () =>
    withFolder(async (folder, uriOf) => {
      const [uri, rc] = [uriOf('a.txt'), uriOf('.rmrbrc.json')];
      const before = '{\n    // ours\n    "rules": { "tag.malformed": "hint" },\n}\n';
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.open(rc, before);
        await client.openChecked(uri, GAPS);
        const actions = await actionsOn(client, uri);
        const ignoring = applied(await chosen(client, actions, /忽略此处（number\.gap）/), { [rc]: before })[rc] ?? '';
        assert.match(ignoring, /\/\/ ours/);
        assert.match(ignoring, /"ignore": \[\n {8}\{\n {12}"code": "number\.gap"/);
        const switching = applied(await chosen(client, actions, /关闭规则 number\.gap/), { [rc]: before })[rc] ?? '';
        assert.match(switching, /"number\.gap": "off"/);
      });
    }));

  it('is not offered for a file outside the folders', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, GAPS);
      const titles = (await actionsOn(client, URI)).map(({ title }) => title);
      assert.ok(titles.length > 0);
      assert.ok(!titles.some((title) => /忽略/.test(title)));
    }));
});
