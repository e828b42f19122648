import assert from 'node:assert/strict';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Hover, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { CheckWorkspaceResult, ListFilesParams, ReadFileParams } from '../../server/src/protocol/protocol.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { type Client, fileUri, withClient, withFolder } from './client.ts';

const about = (what: string): string =>
  `${RECORD_HEAD}〖ZW/正文〗\n    一、双方支持${what}发展。\n    二、双方继续努力。\n〖-ZW/正文〗\n`;

/** The parts of statements of that name; topics are symbols, too. */
async function parts(client: Client, query: string): Promise<WorkspaceSymbol[]> {
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query });
  return found.filter(({ kind }) => kind !== SymbolKind.Key);
}

/** How many statements have a part about each, once all that was asked for has been read. */
async function counts(client: Client, ...words: string[]): Promise<number[]> {
  await client.request<CheckWorkspaceResult>('rmrb/checkWorkspace', {});
  const found = await Promise.all(words.map((query) => parts(client, query)));
  return found.map(({ length }) => length);
}

describe('the workspace', () => {
  it('takes in and leaves out folders as they are added and removed', () =>
    withFolder(async (folder) => {
      const [one, two] = [join(folder, 'one'), join(folder, 'two')];
      await Promise.all([mkdir(one), mkdir(two)]);
      await writeFile(join(one, 'a.txt'), about('航天'));
      await writeFile(join(two, 'b.txt'), about('农业'));
      await withClient({ folders: [fileUri(one)] }, async (client) => {
        assert.deepEqual(await counts(client, '航天', '农业'), [1, 0]);
        const change = (added: string[], removed: string[]) =>
          client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
            event: {
              added: added.map((path) => ({ uri: fileUri(path), name: path })),
              removed: removed.map((path) => ({ uri: fileUri(path), name: path })),
            },
          });
        await change([two], []);
        assert.deepEqual(await counts(client, '航天', '农业'), [1, 1]);
        await change([], [one]);
        assert.deepEqual(await counts(client, '航天', '农业'), [0, 1]);
      });
    }));

  it('keeps an open file of a folder that is removed', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), about('航天'));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.open(uriOf('a.txt'), about('航天'));
        await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: fileUri(folder), name: 'x' }] },
        });
        assert.deepEqual(await counts(client, '航天'), [1]);
        await client.close(uriOf('a.txt'));
        assert.deepEqual(await counts(client, '航天'), [0]);
      });
    }));

  it('reads a file again that was changed outside the editor', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), about('航天'));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        assert.deepEqual(await counts(client, '航天', '农业'), [1, 0]);
        await writeFile(join(folder, 'a.txt'), about('农业'));
        await client.watched([uriOf('a.txt'), 2]);
        assert.deepEqual(await counts(client, '航天', '农业'), [0, 1]);
      });
    }));

  it('leaves an open file alone when it is changed or deleted on disk, until it is closed', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.txt'), about('航天'));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        await client.open(uriOf('a.txt'), about('航天'));
        await writeFile(join(folder, 'a.txt'), about('农业'));
        await client.watched([uriOf('a.txt'), 2]);
        assert.deepEqual(await counts(client, '航天', '农业'), [1, 0]);
        await rm(join(folder, 'a.txt'));
        await client.watched([uriOf('a.txt'), 3]);
        assert.deepEqual(await counts(client, '航天', '农业'), [1, 0]);
        await client.close(uriOf('a.txt'));
        assert.deepEqual(await counts(client, '航天', '农业'), [0, 0]);
      });
    }));

  it('forgets the files of a folder that was deleted', () =>
    withFolder(async (folder, uriOf) => {
      await mkdir(join(folder, 'sub'));
      await writeFile(join(folder, 'sub', 'a.txt'), about('航天'));
      await withClient({ folders: [fileUri(folder)] }, async (client) => {
        assert.deepEqual(await counts(client, '航天'), [1]);
        await rm(join(folder, 'sub'), { recursive: true });
        await client.watched([uriOf('sub'), 3]);
        assert.deepEqual(await counts(client, '航天'), [0]);
      });
    }));

  it('heeds include, exclude and .gitignore, and their change', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'drafts'));
      await writeFile(join(folder, '.gitignore'), 'ignored.txt\n');
      await writeFile(join(folder, 'ignored.txt'), about('铁路'));
      await writeFile(join(folder, 'drafts', 'a.txt'), about('航天'));
      await writeFile(join(folder, 'b.md'), about('农业'));
      const settings = { corpus: { exclude: ['drafts/**'] } };
      await withClient({ folders: [fileUri(folder)], settings }, async (client) => {
        assert.deepEqual(await counts(client, '航天', '农业', '铁路'), [0, 1, 0]);
        client.settings = { corpus: { include: '**/*.txt' } };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        const registered = () => JSON.stringify(client.all('client/registerCapability'));
        await client.until('the new watcher', () => registered().includes('"**/*.txt"'));
        assert.deepEqual(await counts(client, '航天', '农业', '铁路'), [1, 0, 0]);
      });
    }));

  it('passes over what it may not read, and says so in the log', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'locked'));
      await writeFile(join(folder, 'locked', 'a.txt'), about('航天'));
      await writeFile(join(folder, 'b.txt'), about('农业'));
      await chmod(join(folder, 'locked'), 0);
      try {
        await withClient({ folders: [fileUri(folder)] }, async (client) => {
          assert.equal((await counts(client, '农业'))[0], 1);
        });
      } finally {
        await chmod(join(folder, 'locked'), 0o755);
      }
    }));

  it('knows a file whatever way its URI is escaped', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, '声明.txt'), about('航天'));
      await withClient({ folders: [decodeURIComponent(fileUri(folder))] }, async (client) => {
        const uri = decodeURIComponent(uriOf('声明.txt'));
        await client.openChecked(uri, about('农业'));
        assert.deepEqual(await counts(client, '航天', '农业'), [0, 1]);
        const [found] = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '农业' });
        assert.equal(found?.location.uri, uri);
      });
    }));
});

describe('files that the client reads', () => {
  it('answers a hover before they have all come, and says that more may follow', () => {
    const folder = 'file:///w';
    const uris = [`${folder}/a.txt`, `${folder}/b.txt`];
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const answers = {
      'rmrb/listFiles': () => ({ uris }),
      'rmrb/readFile': async ({ uri }: ReadFileParams) => {
        await held;
        return { base64: Buffer.from(uri.endsWith('b.txt') ? about('朝鲜半岛') : about('农业')).toString('base64') };
      },
    };
    return withClient({ folders: [folder], files: 'client', answers }, async (client) => {
      const text = about('朝鲜半岛');
      await client.open('file:///w/a.txt', text);
      await client.until('the reading', () => client.all('rmrb/listFiles').length > 0);
      const at = { textDocument: { uri: 'file:///w/a.txt' }, position: { line: 6, character: 14 } };
      const before = await client.request<Hover>('textDocument/hover', at);
      assert.match((before.contents as { value: string }).value, /还在读取/);
      release?.();
      assert.deepEqual(await counts(client, '朝鲜半岛'), [2]);
      const after = await client.request<Hover>('textDocument/hover', at);
      assert.match((after.contents as { value: string }).value, /b\.txt/);
    });
  });

  it('goes without a file that the client cannot read', () => {
    const answers = {
      'rmrb/listFiles': () => ({ uris: ['file:///w/a.txt'] }),
      'rmrb/readFile': () => ({ base64: null }),
    };
    return withClient({ folders: ['file:///w'], files: 'client', answers }, async (client) => {
      assert.deepEqual(await counts(client, '航天'), [0]);
    });
  });

  it('takes only files inside the folders', () => {
    const base64 = Buffer.from(about('航天')).toString('base64');
    const answers = {
      'rmrb/listFiles': () => ({ uris: ['file:///elsewhere/a.txt'] }),
      'rmrb/readFile': () => ({ base64 }),
    };
    return withClient({ folders: ['file:///w'], files: 'client', answers }, async (client) => {
      assert.deepEqual(await counts(client, '航天'), [0]);
    });
  });

  it('heeds the .gitignore files that the client reads', () => {
    const files: Record<string, string> = {
      '.gitignore': '/草稿/\n*.bak.txt\n',
      'a.txt': about('航天'),
      'a.bak.txt': about('航天'),
      '草稿/b.txt': about('航天'),
      '草稿/.gitignore': '!b.txt\n',
      'in/.gitignore': '!kept.bak.txt\n/草稿/c.txt\n',
      'in/kept.bak.txt': about('航天'),
      'in/草稿/c.txt': about('航天'),
      'in/草稿/d.txt': about('航天'),
      'node_modules/e.txt': about('航天'),
    };
    const uris = Object.keys(files).map((name) => [name, encodeURI(`file:///w/${name}`)] as const);
    const answers = {
      'rmrb/listFiles': ({ include }: ListFilesParams) => ({
        uris: uris.filter(([name]) => name.endsWith('.txt') === !include.includes('.gitignore')).map(([, uri]) => uri),
      }),
      'rmrb/readFile': ({ uri }: ReadFileParams) => {
        const text = files[decodeURI(uri).slice('file:///w/'.length)];
        return { base64: text === undefined ? null : Buffer.from(text).toString('base64') };
      },
    };
    return withClient({ folders: ['file:///w'], files: 'client', answers }, async (client) => {
      await counts(client, '航天');
      const found = await parts(client, '航天');
      assert.deepEqual(found.map(({ location }) => decodeURI(location.uri).slice('file:///w/'.length)).sort(), [
        'a.txt',
        'in/kept.bak.txt',
        'in/草稿/d.txt',
      ]);
      delete files['.gitignore'];
      await client.watched(['file:///w/.gitignore', 3]);
      // Nothing but node_modules and what the inner file names is left out now.
      assert.deepEqual(await counts(client, '航天'), [5]);
    });
  });
});
