import assert from 'node:assert/strict';
import { chmod, stat, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { disk } from '../../server/src/host/disk.node.ts';
import { encode } from '../../server/src/text/encode.ts';
import { Capture, codes, GAP, GOOD, item, MALFORMED, sandbox, stdinOf, UNCLOSED } from './harness.ts';

function encoded(text: string, encoding: 'gb18030' | 'utf-16le', byteOrderMark: boolean): Uint8Array {
  const result = encode(text, encoding, byteOrderMark);
  assert.ok(result.ok);
  return result.bytes;
}

test('--fix carries out safe fixes and reports what is left', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': MALFORMED, 'b.txt': GAP });
  const { status, stdout } = await rmrb('check --fix .');
  assert.equal(status, 0);
  assert.match(stdout, /number\.gap/);
  assert.doesNotMatch(stdout, /tag\.malformed/);
  assert.match(stdout, /修复了1处，改动了1个文件/);
  assert.equal(await read('a.txt'), GOOD);
  assert.equal(await read('b.txt'), GAP);
});

test('--unsafe-fixes carries out the first choice of every fix', async (t) => {
  const { rmrb, read } = await sandbox(t, {
    'a.txt': MALFORMED,
    'b.txt': item(2, GAP),
    'c.txt': item(3, UNCLOSED),
  });
  const result = await rmrb('check --unsafe-fixes --format json .');
  assert.deepEqual(codes(result), { 'a.txt': [], 'b.txt': [], 'c.txt': [] });
  for (const [index, name] of ['a.txt', 'b.txt', 'c.txt'].entries()) {
    assert.equal(await read(name), item(index + 1, GOOD), name);
  }
});

test('fixes that are only possible after others are carried out too', async (t) => {
  const both = MALFORMED.replaceAll('二、', '四、').replace('〖-RQ/日期〗', '');
  const { rmrb, read } = await sandbox(t, { 'a.txt': both });
  assert.equal((await rmrb('check --unsafe-fixes a.txt')).status, 0);
  assert.equal(await read('a.txt'), GOOD);
});

test('rules that are off fix nothing', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': MALFORMED });
  await rmrb('check --fix --ignore tag.malformed a.txt');
  assert.equal(await read('a.txt'), MALFORMED);
});

test('a file keeps its encoding, byte order mark and line ends', async (t) => {
  const crlf = MALFORMED.replaceAll('\n', '\r\n');
  const { rmrb, bytes } = await sandbox(t, {
    'bom.txt': `\uFEFF${crlf}`,
    'gb.txt': encoded(crlf, 'gb18030', false),
    'u16.txt': encoded(crlf, 'utf-16le', true),
  });
  await rmrb('check --fix bom.txt gb.txt u16.txt');
  const good = GOOD.replaceAll('\n', '\r\n');
  assert.deepEqual(await bytes('bom.txt'), Buffer.from(`\uFEFF${good}`));
  assert.deepEqual(await bytes('gb.txt'), Buffer.from(encoded(good, 'gb18030', false)));
  assert.deepEqual(await bytes('u16.txt'), Buffer.from(encoded(good, 'utf-16le', true)));
});

test('a file that cannot be written back in its encoding as it was is left alone', async (t) => {
  // 0x80 and A2E3 both read as €; only the second is written.
  const original = Buffer.concat([encoded(MALFORMED, 'gb18030', false), Buffer.from([0x80])]);
  const { rmrb, bytes } = await sandbox(t, { 'a.txt': original });
  const { status, stdout, stderr } = await rmrb('check --fix a.txt');
  assert.equal(status, 2);
  assert.match(stderr, /a\.txt没有修复.*gb18030/);
  assert.match(stdout, /tag\.malformed/);
  assert.deepEqual(await bytes('a.txt'), original);
});

test('a file that was changed meanwhile is left alone', async (t) => {
  const { rmrb, read, path } = await sandbox(t, { 'a.txt': MALFORMED });
  const slow: typeof disk = {
    ...disk,
    async replace(...args) {
      await writeFile(path('a.txt'), 'mine');
      return disk.replace(...args);
    },
  };
  const { status, stderr } = await rmrb('check --fix a.txt', { disk: slow });
  assert.equal(status, 2);
  assert.match(stderr, /被别的程序改过/);
  assert.equal(await read('a.txt'), 'mine');
});

test('a file that cannot be written: 2, with its problems', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': MALFORMED });
  const full: typeof disk = { ...disk, replace: async () => ({ failure: 'unreadable', detail: 'ENOSPC' }) };
  const { status, stdout, stderr } = await rmrb('check --fix a.txt', { disk: full });
  assert.equal(status, 2);
  assert.match(stderr, /无法写入a\.txt：ENOSPC/);
  assert.match(stdout, /tag\.malformed/);
  assert.doesNotMatch(stdout, /修复了/);
});

test('a file without anything to fix is not touched', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'a.txt': GOOD });
  await chmod(path('a.txt'), 0o444);
  const before = await stat(path('a.txt'));
  assert.equal((await rmrb('check --fix a.txt')).status, 0);
  assert.equal((await stat(path('a.txt'))).ino, before.ino);
});

test('a file that is no text is not touched', async (t) => {
  const { rmrb, bytes } = await sandbox(t, { 'a.txt': Buffer.from([0xff, 0xfe, 0x00]) });
  assert.equal((await rmrb('check --unsafe-fixes a.txt')).status, 1);
  assert.deepEqual(await bytes('a.txt'), Buffer.from([0xff, 0xfe, 0x00]));
});

test('repaired standard input goes to standard output, the report beside it', async (t) => {
  const { rmrb } = await sandbox(t);
  const { status, bytes, stderr } = await rmrb('check --fix -', stdinOf(encoded(MALFORMED, 'gb18030', false)));
  assert.equal(status, 0);
  assert.deepEqual(bytes, Buffer.from(encoded(GOOD, 'gb18030', false)));
  assert.match(stderr, /修复了1处/);
});

test('standard input without anything to fix comes out as it went in', async (t) => {
  const { rmrb } = await sandbox(t);
  assert.equal((await rmrb('check --fix -', stdinOf(GOOD))).stdout, GOOD);
});

test('fixes are carried out even when nobody reads the report', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': MALFORMED });
  const stdout = new Capture();
  stdout.isClosed = true;
  await rmrb('check --fix .', { stdout });
  assert.equal(await read('b.txt'), GOOD);
});

test('--diff shows what --fix would change and writes nothing', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': MALFORMED, 'b.txt': GAP });
  const { status, stdout } = await rmrb('check --diff .');
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `--- a/a.txt
+++ b/a.txt
@@ -2,7 +2,7 @@
 〖RQ/日期〗20140521〖-RQ/日期〗
 〖BH/版号〗002〖-BH/版号〗
 〖TH/条号〗1〖-TH/条号〗
-【BT/标题】中俄联合声明〖-BT/标题〗
+〖BT/标题〗中俄联合声明〖-BT/标题〗
 〖ZW/正文〗
     双方声明如下：
     一、双方将保持密切的高层接触。
`,
  );
  assert.equal(await read('a.txt'), MALFORMED);
});

test('--diff --unsafe-fixes shows all fixes and writes nothing', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': MALFORMED, 'b.txt': GAP });
  const { stdout } = await rmrb('check --diff --unsafe-fixes .');
  assert.match(stdout, /^-【BT/m);
  assert.match(stdout, /^\+ {4}二、/m);
  assert.equal(await read('b.txt'), GAP);
});

test('--diff of nothing to fix is empty', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  assert.deepEqual(await rmrb('check --diff a.txt').then(({ status, stdout, stderr }) => [status, stdout, stderr]), [
    0,
    '',
    '',
  ]);
});
