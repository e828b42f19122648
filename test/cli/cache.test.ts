import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Io } from '../../server/src/cli/io.ts';
import { GAP, GOOD, OTHER, type Sandbox, sandbox, UNCLOSED } from './harness.ts';

/** How many outcomes the cache holds. */
async function stored({ read }: Sandbox): Promise<number> {
  return Object.keys(JSON.parse(await read('.rmrbcache/check.json')).outcomes).length;
}

/** Puts another code into every remembered problem: what shows it was remembered. */
async function forge({ read, write }: Sandbox): Promise<void> {
  const text = await read('.rmrbcache/check.json');
  await write({ '.rmrbcache/check.json': text.replaceAll('"code":"number.gap"', '"code":"forged.code"') });
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
  const box = await sandbox(t, { 'a.txt': GAP });
  await box.rmrb('check --cache a.txt');
  await box.write({ 'x.txt': GAP });
  await forge(box);
  assert.match((await box.rmrb('check --cache --format concise x.txt')).stdout, /^x\.txt:.*forged\.code/);
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

test('a cache that cannot be understood is as if it were empty', async (t) => {
  for (const content of ['', 'x', '[]', 'null', '{"stamp":1}']) {
    const box = await sandbox(t, { ...FILES, '.rmrbcache/check.json': content });
    const { status, stderr } = await box.rmrb('check --cache .');
    assert.deepEqual([status, stderr], [0, ''], content);
    assert.ok((await stored(box)) > 0);
  }
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
  await assert.rejects(read('.rmrbcache/check.json'));
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
