import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RECORD_HEAD } from '../features/support.ts';
import { fileUri, withClient, withFolder } from './client.ts';
import { actionsOn } from './edits.ts';

const BROKEN = RECORD_HEAD.replace('〖-RQ/日期〗', '');
const URI = 'file:///w/a.rmrb';
const OTHER = 'file:///w/b.rmrb';

describe('checks on saving', () => {
  it('come when a file is opened and when it is saved, not while it is edited', () =>
    withClient({ settings: { diagnostics: { run: 'onSave', delay: 0 } } }, async (client) => {
      await client.openChecked(URI, BROKEN);
      await client.insert(URI, 2, 0, 0, '〖BM/版名〗');
      // A request is answered after what came before it; another file shows that time has passed.
      await actionsOn(client, URI);
      await client.openChecked(OTHER, BROKEN);
      assert.equal(client.published(URI).length, 1);
      await client.save(URI);
      const next = await client.until('the check', () => client.published(URI)[1]);
      assert.equal(next.version, 2);
    }));
});

describe('the toggle', () => {
  it('takes all problems back at once, and shows them again', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), BROKEN);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.request('rmrb/checkWorkspace', {});
        const [uri, open] = [uriOf('a.txt'), uriOf('b.txt')];
        // Of another place in the paper, so that neither file has a say in the other's list.
        const { diagnostics } = await client.openChecked(open, BROKEN.replace('〖TH/条号〗2', '〖TH/条号〗3'));
        await client.connection.sendNotification('rmrb/showProblems', { shown: false });
        for (const one of [uri, open]) {
          const cleared = await client.until('the end of the list', () => client.published(one)[1]);
          assert.deepEqual(cleared.diagnostics, []);
        }
        await client.insert(open, 2, 0, 0, '\n');
        assert.deepEqual(await actionsOn(client, open, undefined, ['quickfix']), []);
        assert.equal(client.published(open).length, 2);

        await client.connection.sendNotification('rmrb/showProblems', { shown: true });
        const again = await client.until('the list', () => client.published(open)[2]);
        assert.equal(again.diagnostics.length, diagnostics.length);
        await client.until('the list of a file that is not open', () => client.published(uri)[2]?.diagnostics.length);
      });
    }));

  it('may be off from the start', () =>
    withClient({ problems: 'hidden' }, async (client) => {
      await client.open(URI, BROKEN);
      await actionsOn(client, URI);
      await client.connection.sendNotification('rmrb/showProblems', { shown: true });
      assert.ok((await client.until('the list', () => client.published(URI)[0])).diagnostics.length > 0);
    }));
});

describe('a file with many problems', () => {
  it('lists the severest, and last how many more there are', () =>
    withClient({ settings: { diagnostics: { maxPerFile: 3 } } }, async (client) => {
      const { diagnostics } = await client.openChecked(URI, BROKEN.repeat(10));
      const last = diagnostics.at(-1);
      assert.deepEqual([diagnostics.length, last?.code, last?.severity, last?.range.start.line], [4, 'more', 3, 0]);
      assert.ok(diagnostics.slice(0, 3).every(({ severity }) => severity === 1));
      const { problems } = await client.request<{ problems: number }>('rmrb/checkWorkspace', {});
      assert.ok(problems > 4);
      assert.match(JSON.stringify(last?.message), new RegExp(`还有 ${problems - 3} 个`));
    }));
});
