import assert from 'node:assert/strict';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { disk } from '../../server/src/host/disk.node.ts';

async function fileWith(t: TestContext, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rmrb-disk-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'a.txt'), content);
  return join(folder, 'a.txt');
}

test('a file is replaced and nothing is left beside it', async (t) => {
  const path = await fileWith(t, 'old');
  assert.equal(await disk.replace(path, Buffer.from('old'), Buffer.from('new')), 'written');
  assert.equal(await readFile(path, 'utf8'), 'new');
  assert.deepEqual(await readdir(join(path, '..')), ['a.txt']);
});

test('a replaced file keeps its mode', async (t) => {
  const path = await fileWith(t, 'old');
  await chmod(path, 0o640);
  await disk.replace(path, Buffer.from('old'), Buffer.from('new'));
  assert.equal((await stat(path)).mode & 0o777, 0o640);
});

test('a file that was changed meanwhile is left as it is', async (t) => {
  const path = await fileWith(t, 'other');
  assert.equal(await disk.replace(path, Buffer.from('old'), Buffer.from('new')), 'changed');
  assert.equal(await readFile(path, 'utf8'), 'other');
  assert.deepEqual(await readdir(join(path, '..')), ['a.txt']);
});

test('a symbolic link stays one', async (t) => {
  const path = await fileWith(t, 'old');
  const link = join(path, '../link.txt');
  await symlink('a.txt', link);
  assert.equal(await disk.replace(link, Buffer.from('old'), Buffer.from('new')), 'written');
  assert.ok((await lstat(link)).isSymbolicLink());
  assert.equal(await readFile(path, 'utf8'), 'new');
});

test('a file that is gone cannot be replaced', async (t) => {
  const path = await fileWith(t, 'old');
  await rm(path);
  const result = await disk.replace(path, Buffer.from('old'), Buffer.from('new'));
  assert.ok(typeof result === 'object' && result.failure === 'missing');
});

test('folders above a new file are made', async (t) => {
  const path = await fileWith(t, '');
  const inner = join(path, '../x/y.txt');
  assert.equal(await disk.write(inner, 'text'), 'written');
  assert.equal(await readFile(inner, 'utf8'), 'text');
});

test('a new file is written piece by piece', async (t) => {
  const path = await fileWith(t, 'much longer than what follows');
  const file = await disk.create(path);
  assert.ok(!('failure' in file));
  await file.write('a');
  await file.write('b');
  assert.equal(await file.close(), undefined);
  assert.equal(await readFile(path, 'utf8'), 'ab');
});

test('a file cannot be made where a file stands for its folder', async (t) => {
  const path = await fileWith(t, '');
  const file = await disk.create(join(path, 'b.txt'));
  assert.ok('failure' in file);
});
