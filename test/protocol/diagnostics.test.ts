import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { LSPErrorCodes, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { DiagnosticsPublisher } from '../../server/src/protocol/diagnostics.ts';
import type { CheckWorkspaceResult } from '../../server/src/protocol/protocol.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { type Client, fileUri, withClient, withFolder } from './client.ts';

const BROKEN = `${RECORD_HEAD}〖BM/版名〗要闻\n〖ZW/正文〗\n    双方声明如下：\n〖-ZW/正文〗\n`;
const FINE = BROKEN.replace('要闻\n', '要闻〖-BM/版名〗\n');
const URI = 'file:///w/a.rmrb';

const codes = (params: PublishDiagnosticsParams | undefined): unknown[] =>
  params?.diagnostics.map(({ code }) => code) ?? [];
const checkAll = (client: Client): Promise<CheckWorkspaceResult> => client.request('rmrb/checkWorkspace', {});

describe('the publisher', () => {
  const start = { line: 0, character: 0 };
  const diagnostic = { range: { start, end: start }, message: 'x' };

  it('waits for a rest in typing and then checks once', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const sent: PublishDiagnosticsParams[] = [];
    let checks = 0;
    const publisher = new DiagnosticsPublisher({ sendDiagnostics: async (params) => void sent.push(params) }, () => {
      checks++;
      return { diagnostics: [diagnostic], version: 3 };
    });
    for (let key = 0; key < 10; key++) {
      publisher.schedule(URI, 250);
      context.mock.timers.tick(100);
    }
    assert.equal(checks, 0);
    context.mock.timers.tick(150);
    assert.deepEqual([checks, sent.length, sent[0]?.version], [1, 1, 3]);
  });

  it('is silent while the list stays the same, and never clears in between', () => {
    const sent: PublishDiagnosticsParams[] = [];
    let list = [diagnostic];
    const publisher = new DiagnosticsPublisher({ sendDiagnostics: async (params) => void sent.push(params) }, () => ({
      diagnostics: list,
    }));
    publisher.publish(URI);
    publisher.publish(URI);
    list = [diagnostic, diagnostic];
    publisher.publish(URI);
    list = [];
    publisher.publish(URI);
    publisher.publish(URI);
    assert.deepEqual(
      sent.map(({ diagnostics }) => diagnostics.length),
      [1, 2, 0],
    );
  });
});

describe('diagnostics of an open file', () => {
  it('come with their code, severity, source and version', () =>
    withClient({}, async (client) => {
      const { version, diagnostics } = await client.openChecked(URI, BROKEN);
      assert.equal(version, 1);
      const found = diagnostics.find(({ code }) => code === 'tag.unclosed');
      assert.deepEqual([found?.severity, found?.source, found?.range.start], [1, 'rmrb', { line: 5, character: 0 }]);
    }));

  it('are told for the last of many keystrokes only', () =>
    withClient({ settings: { diagnostics: { delay: 100 } } }, async (client) => {
      await client.openChecked(URI, BROKEN);
      for (let version = 2; version <= 21; version++) await client.insert(URI, version, 0, 0, '\n');
      await client.until('the last version', () => client.published(URI).some(({ version }) => version === 21));
      assert.deepEqual(
        client.published(URI).map(({ version }) => version),
        [1, 21],
      );
    }));

  it('go when the file is closed', () =>
    withClient({}, async (client) => {
      await client.openChecked(URI, BROKEN);
      await client.close(URI);
      const last = await client.until('their end', () => client.published(URI)[1]);
      assert.deepEqual(last.diagnostics, []);
    }));

  it('heed the settings from the first time on', () =>
    withClient({ settings: { rules: { 'tag.unclosed': 'hint' } } }, async (client) => {
      const { diagnostics } = await client.openChecked(URI, BROKEN);
      assert.equal(diagnostics.find(({ code }) => code === 'tag.unclosed')?.severity, 4);
    }));

  it('follow a change of settings', () =>
    withClient({}, async (client) => {
      assert.ok(codes(await client.openChecked(URI, BROKEN)).includes('tag.unclosed'));
      client.settings = { rules: { 'tag.unclosed': 'off' } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const next = await client.until('the next list', () => client.published(URI)[1]);
      assert.ok(!codes(next).includes('tag.unclosed'));
    }));
});

describe('the check of the workspace', () => {
  it('shows what is wrong with files that are not open, and withdraws it when they are mended or deleted', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), BROKEN);
      await writeFile(join(folder, 'b.txt'), BROKEN);
      await writeFile(join(folder, 'other.txt'), 'nothing of ours');
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        const { files, problems } = await checkAll(client);
        assert.equal(files, 2);
        assert.ok(problems >= 2);
        assert.ok(codes(client.published(uriOf('a.txt'))[0]).includes('tag.unclosed'));

        await writeFile(join(folder, 'a.txt'), FINE);
        await client.watched([uriOf('a.txt'), 2]);
        await client.until(
          'the mended file',
          () => !codes(client.published(uriOf('a.txt')).at(-1)).includes('tag.unclosed'),
        );

        await rm(join(folder, 'b.txt'));
        await client.watched([uriOf('b.txt'), 3]);
        await client.until('the deleted file', () => client.published(uriOf('b.txt')).at(-1)?.diagnostics.length === 0);
      });
    }));

  it('finds files that came after the start', () =>
    withFolder(async (folder, uriOf) =>
      withClient({ folders: [fileUri(folder)] }, async (client) => {
        assert.equal((await checkAll(client)).files, 0);
        await writeFile(join(folder, 'new.txt'), BROKEN);
        assert.equal((await checkAll(client)).files, 1);
        assert.equal(client.published(uriOf('new.txt')).length, 1);
      }),
    ));

  it('names the first bad byte of a file that cannot be decoded', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'bad.txt'), Buffer.from([0x41, 0xff, 0xff]));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await checkAll(client);
        const [found] = client.published(uriOf('bad.txt'));
        assert.match(JSON.stringify(found?.diagnostics[0]?.message), /无效的字节是第 \d+ 个/);
      });
    }));

  it('reads GB18030', () =>
    withFolder(async (folder, uriOf) => {
      // 〖RQ/日期〗, never closed.
      const bytes = [0xa1, 0xbc, 0x52, 0x51, 0x2f, 0xc8, 0xd5, 0xc6, 0xda, 0xa1, 0xbd];
      await writeFile(join(folder, 'old.rmrb'), Buffer.from(bytes));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await checkAll(client);
        assert.ok(codes(client.published(uriOf('old.rmrb'))[0]).includes('tag.unclosed'));
      });
    }));

  it('leaves out what is not in the folders and files that are named', () =>
    withFolder(async (folder, uriOf) => {
      await mkdir(join(folder, 'in'));
      for (const name of ['in/a.txt', 'in.txt', 'b.txt', 'c.txt']) await writeFile(join(folder, name), BROKEN);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        const within = [uriOf('in'), uriOf('b.txt')];
        const { files } = await client.request<CheckWorkspaceResult>('rmrb/checkWorkspace', { within });
        assert.equal(files, 2);
        const checked = ['in/a.txt', 'in.txt', 'b.txt', 'c.txt'].filter(
          (name) => client.published(uriOf(name)).length > 0,
        );
        assert.deepEqual(checked, ['in/a.txt', 'b.txt']);
      });
    }));

  it('shows its progress on the token that it is given', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), BROKEN);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.request('rmrb/checkWorkspace', { workDoneToken: 'mine' });
        const kinds = client
          .all<{ token: string; value: { kind: string } }>('$/progress')
          .filter(({ token }) => token === 'mine')
          .map(({ value }) => value.kind);
        assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
      });
    }));

  it('can be cancelled', () =>
    withClient(
      { folders: ['file:///w'], files: 'client', answers: { 'rmrb/listFiles': () => ({ uris: [] }) } },
      async (client) => {
        const cancelled = client.cancelled('rmrb/checkWorkspace', {});
        await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
      },
    ));
});
