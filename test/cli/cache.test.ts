import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { test } from 'node:test';
import type { Io } from '../../server/src/cli/io.ts';
import type { FileSource } from '../../server/src/corpus/fileSource.ts';
import { diskFiles } from '../../server/src/host/files.node.ts';
import { GAP, GOOD, item, OTHER, type Sandbox, sandbox, UNCLOSED } from './harness.ts';

const CACHE = '.rmrbcache/check.txt';

/** The names of the files of which the cache holds an answer. */
async function stored({ read }: Sandbox): Promise<string[]> {
  const [, ...lines] = (await read(CACHE)).split('\n');
  return [...new Set(lines.map((line) => basename(JSON.parse(line.split('\t')[1] ?? ''))))].sort();
}

/** Puts another code into every remembered problem: what shows it was remembered. */
async function forge({ read, write }: Sandbox): Promise<void> {
  const [head = '', ...lines] = (await read(CACHE)).split('\n');
  const content = lines.join('\n').replaceAll('"code\\":\\"number.gap', '"code\\":\\"forged.code');
  const sum = createHash('sha256').update(content).digest('base64url');
  await write({ [CACHE]: `${head.replace(/^[^\t]*/, sum)}\n${content}` });
}

const FILES = { 'a.txt': GAP, 'b.txt': GOOD, 'c.txt': OTHER };

test('a second run gives the same report', async (t) => {
  const { rmrb } = await sandbox(t, FILES);
  const plain = await rmrb('check --format json .');
  assert.deepEqual(await rmrb('check --cache --format json .'), plain);
  assert.deepEqual(await rmrb('check --cache --format json .'), plain);
});

test('unchanged files are remembered', async (t) => {
  const box = await sandbox(t, FILES);
  await box.rmrb('check --cache .');
  await forge(box);
  assert.match((await box.rmrb('check --cache .')).stdout, /forged\.code/);
});

test('a remembered file is called what it is called now', async (t) => {
  const box = await sandbox(t, { 'x/a.txt': GAP });
  await box.rmrb('check --cache x/a.txt');
  await forge(box);
  const path = box.path('x/a.txt');
  assert.match((await box.rmrb(`check --cache --format json ${path}`)).stdout, /"file":"\/.*x\/a\.txt".*forged\.code/);
});

test('what comparing files has found is remembered too', async (t) => {
  const box = await sandbox(t, { 'a.txt': GAP, 'b.txt': GOOD });
  const plain = await box.rmrb('check --cache --format json .');
  assert.deepEqual(await box.rmrb('check --cache --format json .'), plain);
  await forge(box);
  const { stdout } = await box.rmrb('check --cache --format json .');
  assert.match(stdout, /forged\.code/);
  assert.equal(stdout.match(/meta\.duplicate-record/g)?.length, 2);
});

test('what is remembered is not even decoded', async (t) => {
  const { rmrb } = await sandbox(t, FILES);
  const plain = await rmrb('check --cache --format json .');
  const disk = diskFiles();
  let decoded = 0;
  const readUtf8: FileSource['readUtf8'] = (bytes) => {
    decoded++;
    return disk.readUtf8?.(bytes);
  };
  assert.deepEqual(await rmrb('check --cache --format json .', { files: { ...disk, readUtf8 } }), plain);
  // The cache itself.
  assert.equal(decoded, 1);
});

test('files that are gone or have changed are forgotten', async (t) => {
  const box = await sandbox(t, { 'a.txt': GAP, 'x/b.txt': item(2, GOOD), 'y/c.txt': item(3, GOOD) });
  await box.rmrb('check --cache .');
  assert.deepEqual(await stored(box), ['a.txt', 'b.txt', 'c.txt']);
  const before = (await box.read(CACHE)).length;
  await rm(box.path('x/b.txt'));
  await box.write({ 'a.txt': GOOD });
  await box.rmrb('check --cache a.txt');
  assert.deepEqual(await stored(box), ['a.txt', 'c.txt']);
  assert.ok((await box.read(CACHE)).length < before);
});

test('a changed file is checked again', async (t) => {
  const box = await sandbox(t, FILES);
  await box.rmrb('check --cache .');
  await box.write({ 'a.txt': UNCLOSED });
  assert.match((await box.rmrb('check --cache .')).stdout, /tag\.unclosed/);
});

test('other tags in the configuration: checked again', async (t) => {
  const box = await sandbox(t, { 'a.txt': GOOD.replace('〖BT/', '〖LY/来源〗新华社〖-LY/来源〗\n〖BT/') });
  assert.match((await box.rmrb('check --cache .')).stdout, /tag\.unknown/);
  await box.write({ '.rmrbrc.json': '{ "vocabulary": { "LY": "来源" } }' });
  assert.doesNotMatch((await box.rmrb('check --cache .')).stdout, /tag\.unknown/);
});

const CHANGES: readonly (readonly [string, string, Partial<Io>])[] = [
  ['other rules', '--rule tag.unclosed=off', {}],
  ['another encoding', '--encoding utf-8', {}],
  ['another version', '', { version: '1.2.4' }],
  ['another build', '', { build: async () => 'other' }],
  ['another day', '', { today: '20260102' }],
];
for (const [name, options, changes] of CHANGES) {
  test(`${name}: everything is checked again`, async (t) => {
    const box = await sandbox(t, FILES);
    await box.rmrb('check --cache .');
    await forge(box);
    assert.match((await box.rmrb(`check --cache ${options} .`, changes)).stdout, /number\.gap/);
  });
}

test('a damaged cache is built anew, and said to be damaged', async (t) => {
  const box = await sandbox(t, FILES);
  const plain = await box.rmrb('check --cache .');
  const good = await box.read(CACHE);
  for (const content of ['', 'x', '[]', '\n', good.slice(0, -9), good.replace('survey', 'surve'), `${good}\n`]) {
    await box.write({ [CACHE]: content });
    const { stdout, stderr, status } = await box.rmrb('check --cache .');
    assert.deepEqual([stdout, status], [plain.stdout, plain.status]);
    assert.match(stderr, /check\.txt已损坏/, JSON.stringify(content.slice(0, 20)));
    assert.equal(await box.read(CACHE), good);
  }
  assert.equal((await box.rmrb('check --cache .')).stderr, '');
});

test('a cache that cannot be written costs nothing', async (t) => {
  const { rmrb } = await sandbox(t, { ...FILES, '.rmrbcache': 'a file' });
  const { status, stderr } = await rmrb('check --cache .');
  assert.deepEqual([status, stderr], [0, '']);
});

test('the cache keeps itself out of version control', async (t) => {
  const { rmrb, read } = await sandbox(t, FILES);
  await rmrb('check --cache .');
  assert.equal(await read('.rmrbcache/.gitignore'), '*\n');
});

test('without --cache nothing is written', async (t) => {
  const { rmrb, read } = await sandbox(t, FILES);
  await rmrb('check .');
  await assert.rejects(read(CACHE));
});

test('a missing file: 2, with the cache too', async (t) => {
  const { rmrb } = await sandbox(t, FILES);
  assert.equal((await rmrb('check --cache nowhere.txt')).status, 2);
});

test('fixes work on what stands in the file, not on what is remembered', async (t) => {
  const { rmrb, read } = await sandbox(t, FILES);
  await rmrb('check --cache .');
  await rmrb('check --cache --unsafe-fixes .');
  assert.equal(await read('a.txt'), GOOD);
});
