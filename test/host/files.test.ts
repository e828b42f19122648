import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FileFailure, FileQuery } from '../../server/src/corpus/fileSource.ts';
import { URI } from 'vscode-uri';
import { diskFiles, failureOf, filesOneByOne, pathOf, uriOf } from '../../server/src/host/files.node.ts';

const files = diskFiles();

async function folderOf(t: TestContext, contents: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rmrb-files-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** The listed files relative to `folder`, in order. */
async function listed(folder: string, changes: Partial<FileQuery> = {}, from = files): Promise<string[]> {
  const query = { folders: [uriOf(folder)], include: '**/*.txt', exclude: [], heedIgnoreFiles: true, ...changes };
  const names: string[] = [];
  for await (const uri of from.list(query, new AbortController().signal)) names.push(relative(folder, pathOf(uri)));
  return names;
}

test('files are listed by name, whatever order the disk has', async (t) => {
  const folder = await folderOf(t, {
    'b.txt': '',
    'a/2.txt': '',
    'a/10.txt': '',
    'A.txt': '',
    '年/乙.txt': '',
    'c.md': '',
  });
  assert.deepEqual(await listed(folder), ['A.txt', 'a/10.txt', 'a/2.txt', 'b.txt', '年/乙.txt']);
});

test('braces and stars in globs are understood', async (t) => {
  const folder = await folderOf(t, { 'a.rmrb': '', 'b.txt': '', 'c.md': '', 'd.json': '', '.e.txt': '' });
  assert.deepEqual(await listed(folder, { include: '**/*.{rmrb,txt,md}' }), ['.e.txt', 'a.rmrb', 'b.txt', 'c.md']);
});

test('excluded files and folders are left out', async (t) => {
  const folder = await folderOf(t, { 'a.txt': '', 'old/b.txt': '', 'new/old/c.txt': '', 'new/d.txt': '' });
  assert.deepEqual(await listed(folder, { exclude: ['old/**'] }), ['a.txt', 'new/d.txt', 'new/old/c.txt']);
  assert.deepEqual(await listed(folder, { exclude: ['**/old'] }), ['a.txt', 'new/d.txt']);
});

test('globs count from the base where there is one', async (t) => {
  const folder = await folderOf(t, { 'in/a.txt': '', 'in/old/b.txt': '', 'out/c.txt': '' });
  const query = { folders: [uriOf(join(folder, 'in'))], base: uriOf(folder), exclude: ['in/old/**'] };
  assert.deepEqual(await listed(folder, query), ['in/a.txt']);
});

test('.git and node_modules are never entered', async (t) => {
  const folder = await folderOf(t, {
    '.git/a.txt': '',
    'node_modules/b.txt': '',
    'x/node_modules/c.txt': '',
    'd.txt': '',
  });
  assert.deepEqual(await listed(folder, { heedIgnoreFiles: false }), ['d.txt']);
});

test('.gitignore holds at every level, and an inner one goes before an outer one', async (t) => {
  const folder = await folderOf(t, {
    '.gitignore': '*.bak.txt\n/drafts/\n',
    'a.txt': '',
    'a.bak.txt': '',
    'drafts/b.txt': '',
    'x/drafts/c.txt': '',
    'x/.gitignore': 'c.txt\n!keep.bak.txt\n',
    'x/keep.bak.txt': '',
    'x/c.txt': '',
  });
  assert.deepEqual(await listed(folder), ['a.txt', 'x/keep.bak.txt']);
});

test('.gitignore is not heeded where that is asked for', async (t) => {
  const folder = await folderOf(t, { '.gitignore': '*.txt', 'a.txt': '' });
  assert.deepEqual(await listed(folder, { heedIgnoreFiles: false }), ['a.txt']);
});

test('.gitignore files above the folder hold as far as the repository reaches', async (t) => {
  const folder = await folderOf(t, {
    'repository/.git/config': '',
    'repository/.gitignore': 'b.txt\n',
    'repository/in/a.txt': '',
    'repository/in/b.txt': '',
    'loose/.gitignore': 'd.txt\n',
    'loose/in/d.txt': '',
  });
  assert.deepEqual(await listed(join(folder, 'repository/in')), ['a.txt']);
  assert.deepEqual(await listed(join(folder, 'loose/in')), ['d.txt']);
});

test('an ignored folder that is named itself is listed', async (t) => {
  const folder = await folderOf(t, { '.git/config': '', '.gitignore': 'out/\n', 'out/a.txt': '' });
  assert.deepEqual(await listed(join(folder, 'out')), ['a.txt']);
});

test('symbolic links are not followed: not in circles, not out of the folder', async (t) => {
  const folder = await folderOf(t, { 'in/a.txt': '', 'out/secret.txt': '' });
  await symlink(join(folder, 'in'), join(folder, 'in/again'));
  await symlink(join(folder, 'out'), join(folder, 'in/out'));
  await symlink(join(folder, 'out/secret.txt'), join(folder, 'in/secret.txt'));
  await symlink(join(folder, 'nowhere'), join(folder, 'in/broken.txt'));
  assert.deepEqual(await listed(join(folder, 'in')), ['a.txt']);
});

test('a file in two of the folders is listed once', async (t) => {
  const folder = await folderOf(t, { 'in/a.txt': '', 'b.txt': '' });
  assert.deepEqual(await listed(folder, { folders: [uriOf(folder), uriOf(join(folder, 'in'))] }), [
    'b.txt',
    'in/a.txt',
  ]);
});

test('a folder that cannot be read is told, and the others are listed', async (t) => {
  const folder = await folderOf(t, { 'in/a.txt': '' });
  const failures: [string, string][] = [];
  const names = await listed(folder, {
    folders: [uriOf(join(folder, 'missing')), uriOf(join(folder, 'in'))],
    failed: (uri, { failure }) => void failures.push([relative(folder, pathOf(uri)), failure]),
  });
  assert.deepEqual(names, ['in/a.txt']);
  assert.deepEqual(failures, [['missing', 'missing']]);
});

test('listing ends with the reason of an abort', async (t) => {
  const folder = await folderOf(t, { 'a.txt': '', 'b.txt': '' });
  const controller = new AbortController();
  const query = { folders: [uriOf(folder)], include: '**', exclude: [], heedIgnoreFiles: true };
  await assert.rejects(
    async () => {
      for await (const _ of files.list(query, controller.signal)) controller.abort(new Error('enough'));
    },
    { message: 'enough' },
  );
});

test('a file is read as its bytes', async (t) => {
  const folder = await folderOf(t, { '声明 100%#?.txt': '中' });
  const bytes = await files.read(uriOf(join(folder, '声明 100%#?.txt')));
  assert.deepEqual([...(bytes as Uint8Array)], [0xe4, 0xb8, 0xad]);
});

test('a file that cannot be read says why', async (t) => {
  const folder = await folderOf(t, {});
  assert.equal(((await files.read(uriOf(join(folder, 'a.txt')))) as FileFailure).failure, 'missing');
  assert.equal(((await files.read(uriOf(folder))) as FileFailure).failure, 'folder');
});

test('the kinds of failures are told apart', () => {
  const kindOf = (code: string) => failureOf(Object.assign(new Error(code), { code })).failure;
  assert.deepEqual(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EIO'].map(kindOf), [
    'missing',
    'missing',
    'forbidden',
    'forbidden',
    'unreadable',
  ]);
});

test('a thread that waits for the disk sees the same', async (t) => {
  const folder = await folderOf(t, {
    '.gitignore': 'out\n*.log.txt\n',
    '.git/HEAD': '',
    'b/2 %#.txt': '2',
    'b/1.txt': '1',
    'out/x.txt': 'x',
    'a.log.txt': 'a',
    '声明.txt': '声',
  });
  const blocking = diskFiles({ blocking: true });
  const names = await listed(folder, {}, blocking);
  assert.deepEqual(names, ['b/1.txt', 'b/2 %#.txt', '声明.txt']);
  assert.deepEqual(await listed(folder), names);
  for (const name of [...names, '', 'nowhere']) {
    const uri = uriOf(join(folder, name));
    assert.deepEqual(await blocking.read(uri), await files.read(uri), name);
  }
});

test('URIs are those that VS Code makes, and lead back to their path', () => {
  for (const path of [
    '/',
    '/a',
    '//host/a',
    '/a//b',
    '/a/../b',
    '/a b',
    '/声明 100%#?.txt',
    '/a/b_c~-.txt',
    '/a\\b',
    '/a:b',
  ]) {
    assert.equal(uriOf(path), URI.file(path).toString(), path);
    assert.equal(pathOf(uriOf(path)), URI.parse(URI.file(path).toString()).fsPath, path);
  }
});

test('files read one by one are read to their end, however large', async (t) => {
  const folder = await folderOf(t, {});
  const { read } = filesOneByOne();
  for (const size of [0, 1, 5000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000, 7]) {
    const bytes = Buffer.alloc(size, `${size},`);
    await writeFile(join(folder, 'a.txt'), bytes);
    const got = await read(uriOf(join(folder, 'a.txt')));
    assert.ok(got instanceof Uint8Array && bytes.equals(got), `${size}`);
  }
});

test('one that cannot be read among files read one by one has a failure', async (t) => {
  const folder = await folderOf(t, {});
  const { read } = filesOneByOne();
  for (const [name, failure] of Object.entries({ 'a.txt': 'missing', '.': 'folder' })) {
    assert.equal(((await read(uriOf(join(folder, name)))) as FileFailure).failure, failure);
  }
});
