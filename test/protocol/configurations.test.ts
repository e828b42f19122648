import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RECORD_HEAD } from '../features/support.ts';
import { type Client, fileUri, withClient, withFolder } from './client.ts';

const BROKEN = RECORD_HEAD.replace('〖-RQ/日期〗', '');
const RC = '.rmrbrc.json';

const severityIn = (client: Client, uri: string): unknown =>
  client
    .published(uri)
    .at(-1)
    ?.diagnostics.find(({ code }) => code === 'tag.unclosed')?.severity ?? 'none';
const until = (client: Client, uri: string, severity: unknown): Promise<unknown> =>
  client.until(`${uri} with ${String(severity)}`, () => severityIn(client, uri) === severity);
const rule = (severity: string): string => JSON.stringify({ rules: { 'tag.unclosed': severity } });

describe('.rmrbrc.json', () => {
  it('goes before the settings, the nearest one alone', () =>
    withFolder(async (folder, uriOf) => {
      await mkdir(join(folder, 'x'));
      await writeFile(join(folder, RC), rule('hint'));
      await writeFile(join(folder, 'x', RC), '{}');
      const settings = { rules: { 'tag.unclosed': 'info' } };
      await withClient({ folders: [fileUri(folder)], settings }, async (client) => {
        await client.openChecked(uriOf('a.txt'), BROKEN);
        await client.openChecked(uriOf('x/b.txt'), BROKEN);
        assert.deepEqual([severityIn(client, uriOf('a.txt')), severityIn(client, uriOf('x/b.txt'))], [4, 3]);
        assert.equal(client.published(uriOf('a.txt')).length, 1);
      });
    }));

  it('is not looked for above the folders of the workspace', () =>
    withFolder(async (folder, uriOf) => {
      await mkdir(join(folder, 'x'));
      await writeFile(join(folder, RC), rule('hint'));
      await withClient({ folders: [uriOf('x')] }, async (client) => {
        await client.openChecked(uriOf('x/a.txt'), BROKEN);
        assert.equal(severityIn(client, uriOf('x/a.txt')), 1);
      });
    }));

  it('is read again when it is written, made or deleted', () =>
    withFolder(async (folder, uriOf) => {
      const uri = uriOf('a.txt');
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.openChecked(uri, BROKEN);
        await writeFile(join(folder, RC), rule('hint'));
        await client.watched([uriOf(RC), 1]);
        await until(client, uri, 4);
        await writeFile(join(folder, RC), rule('off'));
        await client.watched([uriOf(RC), 2]);
        await until(client, uri, 'none');
        await rm(join(folder, RC));
        await client.watched([uriOf(RC), 3]);
        await until(client, uri, 1);
      });
    }));

  it('counts as it stands in the editor, which is asked to tell', () =>
    withFolder(async (folder, uriOf) => {
      const uri = uriOf('a.txt');
      await writeFile(join(folder, RC), rule('hint'));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        const registered = () =>
          client
            .all<{ registrations: { method: string; registerOptions?: { documentSelector?: unknown } }[] }>(
              'client/registerCapability',
            )
            .flatMap(({ registrations }) => registrations)
            .find(({ method }) => method === 'textDocument/didOpen');
        const { registerOptions } = await client.until('the registration', registered);
        assert.deepEqual(registerOptions?.documentSelector, [
          { pattern: '**/.rmrbrc.json' },
          { pattern: '**/rmrb.topics.json' },
        ]);

        await client.openChecked(uri, BROKEN);
        await client.open(uriOf(RC), rule('warning'));
        await until(client, uri, 2);
        await client.close(uriOf(RC));
        await until(client, uri, 4);
      });
    }));

  it('is told of what is wrong with it, and the rest of it holds', () =>
    withFolder(async (folder, uriOf) => {
      const text =
        '{\n  "rules": { "tag.unclosed": "hint", "tag.closed": "off" },\n  "ignore": [{ "code": "tag.unclosed" }]\n}';
      await writeFile(join(folder, RC), text);
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.openChecked(uriOf('a.txt'), BROKEN);
        assert.equal(severityIn(client, uriOf('a.txt')), 4);
        const told = await client.until('the faults', () => client.published(uriOf(RC))[0]);
        assert.deepEqual(
          told.diagnostics.map(({ range, severity }) => [range.start, range.end.character, severity]),
          [
            [{ line: 1, character: 37 }, 49, 1],
            [{ line: 2, character: 13 }, 39, 1],
          ],
        );
        assert.match(JSON.stringify(told.diagnostics[0]?.message), /没有“tag\.closed”这条规则/);

        await client.open(uriOf(RC), '{}');
        await client.until('their end', () => client.published(uriOf(RC)).at(-1)?.diagnostics.length === 0);
      });
    }));

  it('is told of where it is no JSON, or is open though nothing lies below it', () =>
    withClient({ folders: ['file:///w'] }, async (client) => {
      await client.open('file:///w/x/.rmrbrc.json', '{ "rules": ');
      const told = await client.until('the faults', () => client.published('file:///w/x/.rmrbrc.json')[0]);
      assert.ok(told.diagnostics.length > 0);
    }));
});
