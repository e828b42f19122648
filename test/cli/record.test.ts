import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { encode } from '../../server/src/text/encode.ts';
import { RAW, RECORD } from '../support/damagedPage.ts';
import { Capture, GOOD, sandbox, stdinOf } from './harness.ts';

test('the record goes to standard output, and the file stays as it is', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': RAW });
  const { status, stdout } = await rmrb('record a.txt');
  assert.deepEqual([status, stdout], [0, RECORD]);
  assert.equal(await read('a.txt'), RAW);
});

test('what was taken out, restored and left empty goes to standard error', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': RAW.replace('2014年', '二O一四年').replace('5月20日', '五月二十日') });
  const { stderr } = await rmrb('record a.txt');
  assert.match(stderr, /^a\.txt：整理成一条记录，改了\d+处。\n/);
  assert.match(stderr, /去掉网页上的文字：\n {2}首页 > 新闻\n/);
  assert.match(stderr, /\n {2}O → 〇\n/);
  assert.match(stderr, /\n日期 20140520 取自“二〇一四年五月二十日于上海”。/);
  assert.match(stderr, /\n待填：总期、版号、条号。\n$/);
});

test('--write puts the record in the place of the text', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': RAW });
  const { status, stdout } = await rmrb('record --write a.txt');
  assert.deepEqual([status, stdout], [0, '']);
  assert.equal(await read('a.txt'), RECORD);
});

test('a second time there is nothing to do', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': RECORD });
  const { status, stderr } = await rmrb('record --write a.txt');
  assert.equal(status, 0);
  assert.match(stderr, /^a\.txt：没有要整理的。\n/);
  assert.equal(await read('a.txt'), RECORD);
});

test('a file keeps its encoding, line ends and byte order mark, written or printed', async (t) => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const cases = [
    ['gb18030', false],
    ['utf-16le', true],
    ['utf-8', true],
  ] as const;
  for (const [encoding, mark] of cases) {
    const bytes = (text: string) => {
      const encoded = encode(crlf(text), encoding, mark);
      assert.ok(encoded.ok);
      return Buffer.from(encoded.bytes);
    };
    const { rmrb, bytes: bytesOf } = await sandbox(t, { 'a.txt': bytes(RAW) });
    assert.deepEqual((await rmrb('record a.txt')).bytes, bytes(RECORD));
    await rmrb('record --write a.txt');
    assert.deepEqual(await bytesOf('a.txt'), bytes(RECORD));
  }
});

test('a terminal is shown UTF-8', async (t) => {
  const encoded = encode(RAW, 'gb18030', false);
  assert.ok(encoded.ok);
  const { rmrb } = await sandbox(t, { 'a.txt': encoded.bytes });
  const stdout = new Capture(true);
  await rmrb('record a.txt', { stdout });
  assert.equal(stdout.text, RECORD);
});

test('- is standard input, which cannot be written to', async (t) => {
  const { rmrb } = await sandbox(t);
  const { status, stdout } = await rmrb('record -', stdinOf(RAW));
  assert.deepEqual([status, stdout], [0, RECORD]);
  assert.equal((await rmrb('record --write -', stdinOf(RAW))).status, 2);
});

test('--date says what the text does not', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': RAW.replace(/2014年.*\n/, '') });
  assert.match((await rmrb('record a.txt')).stdout, /〖RQ\/日期〗〖-RQ/);
  assert.match((await rmrb('record --date 20140521 a.txt')).stdout, /〖RQ\/日期〗20140521〖-RQ/);
});

test('each statement of a file becomes a record, and that is said', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': RAW + RAW.replace('中俄', '中法') });
  const { stdout, stderr } = await rmrb('record a.txt');
  assert.equal(stdout, RECORD + RECORD.replace('中俄', '中法'));
  assert.match(stderr, /里面有2篇声明，各整理成一条记录/);
  assert.match(stderr, /第 2 条记录待填/);
});

test('what only a person can mend is named with its line in the record', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': RAW.replace('深化', '深化锟斤拷锟斤拷') });
  const { stdout, stderr } = await rmrb('record a.txt');
  assert.match(stdout, /锟斤拷锟斤拷/);
  assert.match(stderr, /结果的第8行要人处理：.*锟斤拷/);
});

test('a record is only cleaned', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD.replace('双方声明如下', '双方,声明如下') });
  assert.match((await rmrb('record a.txt')).stderr, /没有要整理的/);
  const { stdout, stderr } = await rmrb('record b.txt');
  assert.match(stdout, /双方，声明如下/);
  assert.match(stderr, /b\.txt：已经是记录，改了1处。/);
});

test('English where the locale says so', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': RAW });
  const { stderr } = await rmrb('record a.txt', { env: { LANG: 'en_US.UTF-8' } });
  assert.match(stderr, /^a\.txt: made into one record/);
  assert.doesNotMatch(stderr, /\{\w+\}|undefined/);
});

test('misuse and files that cannot be read: 2', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': RAW, 'bad.txt': Buffer.from([0xff]) });
  for (const args of [
    'record',
    'record a.txt bad.txt',
    'record --date 20140231 a.txt',
    'record nowhere.txt',
    'record bad.txt',
    'record .',
  ]) {
    const { status, stdout, stderr } = await rmrb(args);
    assert.deepEqual([status, stdout], [2, ''], args);
    assert.match(stderr, /^rmrb: /);
  }
  assert.equal(await read('a.txt'), RAW);
});

test('every text of the samples becomes a record', async (t) => {
  const { rmrb } = await sandbox(t);
  for (const year of ['2002-12-02', '2017-07-05', '2021-06-28', '2024-05-16']) {
    const { stdout } = await rmrb('record -', stdinOf(readFileSync(`seeds/${year}.txt`)));
    assert.equal(stdout, readFileSync(`test/features/golden/${year}.record.txt`, 'utf8'), year);
  }
});
