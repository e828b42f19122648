import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { test } from 'node:test';
import type { FileSource } from '../../server/src/corpus/fileSource.ts';
import { diskFiles, uriOf } from '../../server/src/host/files.node.ts';
import { Capture, codes, GAP, GOOD, item, MALFORMED, OTHER, sandbox, stdinOf, UNCLOSED } from './harness.ts';

// Exit status

test('nothing wrong: 0', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  const { status, stdout, stderr } = await rmrb('check a.txt');
  assert.deepEqual([status, stdout, stderr], [0, '检查了1个文件，没有问题。\n', '']);
});

test('an error: 1, in every format', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED });
  for (const format of ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github']) {
    assert.equal((await rmrb(`check --format ${format} a.txt`)).status, 1, format);
  }
});

test('warnings alone: 0 unless --fail-on says otherwise', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  assert.equal((await rmrb('check a.txt')).status, 0);
  assert.equal((await rmrb('check --fail-on error a.txt')).status, 0);
  assert.equal((await rmrb('check --fail-on warning a.txt')).status, 1);
  assert.equal((await rmrb('check --fail-on hint a.txt')).status, 1);
});

test('more warnings than --max-warnings: 1', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': item(2, GAP) });
  assert.equal((await rmrb('check --max-warnings 2 .')).status, 0);
  assert.equal((await rmrb('check --max-warnings 1 .')).status, 1);
  assert.equal((await rmrb('check --max-warnings 0 a.txt')).status, 1);
});

test('a missing path: 2, and the others are checked', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED });
  const result = await rmrb('check --format json nowhere.txt a.txt');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /nowhere\.txt不存在/);
  assert.deepEqual(codes(result), { 'a.txt': ['tag.unclosed'] });
});

test('a folder without files to check: 2', async (t) => {
  const { rmrb } = await sandbox(t, { 'empty/x.json': '', 'other/x.md': OTHER, 'a.txt': GOOD });
  for (const path of ['empty', 'other']) {
    const { status, stderr } = await rmrb(`check a.txt ${path}`);
    assert.equal(status, 2, path);
    assert.match(stderr, new RegExp(`“${path}”`));
  }
});

test('a glob that matches nothing: 2', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  for (const glob of ['*.rmrb', 'nowhere/**/*.txt']) {
    const { status, stderr } = await rmrb(`check ${glob}`);
    assert.equal(status, 2, glob);
    assert.ok(stderr.includes(glob), stderr);
  }
});

// Which files

test('a file that is named itself is checked whatever it holds', async (t) => {
  const { rmrb } = await sandbox(t, {
    'a.md': OTHER,
    '.gitignore': '*.md',
    '.rmrbrc.json': '{"corpus.exclude": ["**"]}',
  });
  assert.deepEqual(codes(await rmrb('check --format json a.md')), { 'a.md': ['structure.residue'] });
});

test('in a folder, recognised files of the usual kinds are checked, by name', async (t) => {
  const files = { 'b.txt': GOOD, 'a/c.md': GOOD, 'a/d.rmrb': '', 'e.json': GOOD, 'f.txt': OTHER, '.git/g.txt': GOOD };
  const { rmrb } = await sandbox(t, files);
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json .'))), ['a/c.md', 'a/d.rmrb', 'b.txt']);
});

test('files that do not look like corpus are counted', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': OTHER });
  assert.match((await rmrb('check .')).stdout, /另有1个文件不像语料/);
});

test('globs are understood without a shell', async (t) => {
  const { rmrb } = await sandbox(t, { 'x/a.txt': GOOD, 'x/y/b.txt': GOOD, 'x/c.md': GOOD, 'd.txt': GOOD });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json x/**/*.txt'))), ['x/a.txt', 'x/y/b.txt']);
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json *.{txt,md}'))), ['d.txt']);
});

test('a file whose name looks like a glob is that file', async (t) => {
  const { rmrb } = await sandbox(t, { 'a[1].txt': GOOD, 'a1.txt': GOOD });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json a[1].txt'))), ['a[1].txt']);
});

test('a file that is named twice is checked once', async (t) => {
  const { rmrb } = await sandbox(t, { 'x/a.txt': GOOD, 'x/b.txt': GOOD });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json x/b.txt x ./x/../x/a.txt'))), [
    'x/b.txt',
    'x/a.txt',
  ]);
});

test('a file is checked whatever it holds if one of its names is its own', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': OTHER });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json . b.txt'))), ['a.txt', 'b.txt']);
});

test('files are called as the user calls them', async (t) => {
  const { rmrb, folder, path } = await sandbox(t, { 'x/a.txt': GOOD });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json ./x/a.txt'))), ['x/a.txt']);
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json ../a.txt', { cwd: path('x/y') }))), ['../a.txt']);
  assert.deepEqual(Object.keys(codes(await rmrb(`check --format json ${folder}/x`))), [`${folder}/x/a.txt`]);
});

test('.gitignore is heeded in folders unless --no-ignore', async (t) => {
  const { rmrb } = await sandbox(t, { '.gitignore': 'b.txt', 'a.txt': GOOD, 'b.txt': GOOD });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json .'))), ['a.txt']);
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json --no-ignore .'))), ['a.txt', 'b.txt']);
});

test('a circle of symbolic links ends', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'x/a.txt': GOOD });
  await symlink(path('x'), path('x/x'));
  await symlink(path('l1'), path('l2'));
  await symlink(path('l2'), path('l1'));
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json x'))), ['x/a.txt']);
  const { status, stderr } = await rmrb('check l1');
  assert.equal(status, 2);
  assert.match(stderr, /l1/);
});

// Standard input

test('- is standard input', async (t) => {
  const { rmrb } = await sandbox(t);
  assert.deepEqual(codes(await rmrb('check --format json -', stdinOf(UNCLOSED))), { '-': ['tag.unclosed'] });
});

test('--stdin-filename names it, and its configuration is the one beside that file', async (t) => {
  const { rmrb } = await sandbox(t, { 'x/.rmrbrc.json': '{"rules": {"tag.unclosed": "off"}}' });
  const result = await rmrb('check --format json --stdin-filename x/a.txt -', stdinOf(UNCLOSED));
  assert.deepEqual(codes(result), { 'x/a.txt': [] });
});

test('standard input may be in any encoding', async (t) => {
  const { rmrb } = await sandbox(t);
  const { stdout } = await rmrb('check --format json -', stdinOf(Buffer.from([0xd6, 0xd0])));
  assert.equal(JSON.parse(stdout)[0].encoding, 'gb18030');
});

// Rules

test('--rule sets a severity', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED, 'b.txt': GAP });
  assert.equal((await rmrb('check --rule tag.unclosed=warning a.txt')).status, 0);
  assert.equal((await rmrb('check --rule number.gap=error b.txt')).status, 1);
  const result = await rmrb('check --format json --rule tag.unclosed=off --rule number.gap=off .');
  assert.deepEqual(codes(result), { 'a.txt': [], 'b.txt': [] });
});

test('--select and --ignore take rules and areas, one or several', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED, 'b.txt': GAP, 'c.txt': item(2, MALFORMED) });
  const found = async (options: string) => Object.values(codes(await rmrb(`check --format json ${options} .`))).flat();
  assert.deepEqual(await found('--select tag'), ['tag.unclosed', 'tag.malformed']);
  assert.deepEqual(await found('--select tag.malformed --select number'), ['number.gap', 'tag.malformed']);
  assert.deepEqual(await found('--select tag.malformed,number'), ['number.gap', 'tag.malformed']);
  assert.deepEqual(await found('--ignore tag'), ['number.gap']);
  assert.deepEqual(await found('--select tag --ignore tag.unclosed'), ['tag.malformed']);
});

test('a file that is no text is told of even where other rules are selected', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': Buffer.from([0xff]) });
  assert.deepEqual(codes(await rmrb('check --format json --select number a.txt')), { 'a.txt': ['file.encoding'] });
  assert.deepEqual(codes(await rmrb('check --format json --ignore file a.txt')), { 'a.txt': [] });
});

test('--statistics counts by rule, beside the report of a program', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED, 'b.txt': GAP, 'c.txt': GAP });
  assert.match((await rmrb('check --statistics .')).stdout, / 2 {2}number\.gap\n +1 {2}tag\.unclosed\n$/);
  const { stdout, stderr } = await rmrb('check --statistics --format json .');
  assert.equal(JSON.parse(stdout).length, 3);
  assert.match(stderr, / 2 {2}number\.gap\n/);
});

// Output

test('--output-file takes the report, in a folder that is made for it', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': UNCLOSED });
  const { status, stdout } = await rmrb('check --format json --output-file out/report.json a.txt');
  assert.deepEqual([status, stdout], [1, '']);
  assert.equal(JSON.parse(await read('out/report.json'))[0].file, 'a.txt');
});

test('an --output-file that is a folder: 2', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'out/b.txt': GOOD });
  const { status, stderr } = await rmrb('check --output-file out a.txt');
  assert.deepEqual([status, stderr], [2, 'rmrb: out是文件夹，这里要写文件\n']);
});

test('an --output-file that cannot be written: 2', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  const { status, stderr } = await rmrb('check --output-file a.txt/report a.txt');
  assert.equal(status, 2);
  assert.match(stderr, /a\.txt\/report/);
});

test('progress is shown on a terminal once the work takes a second, and taken away', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD, 'c.txt': GOOD });
  const stderr = new Capture(true);
  let clock = 0;
  await rmrb('check .', { stderr, now: () => (clock += 600) });
  const clear = '\r\u001B[K';
  assert.ok(stderr.text.startsWith(`${clear}已看过2/3个文件`), stderr.text);
  assert.ok(stderr.text.includes(`${clear}已检查2/3个文件`), stderr.text);
  assert.ok(stderr.text.endsWith(clear));
});

test('progress is not shown where nobody looks, or nothing takes long', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  let clock = 0;
  assert.equal((await rmrb('check .', { now: () => (clock += 600) })).stderr, '');
  const stderr = new Capture(true);
  await rmrb('check .', { stderr });
  assert.equal(stderr.text, '');
});

test('work ends when nobody reads the report any more', async (t) => {
  const content = UNCLOSED.repeat(30);
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.txt`, content]));
  const { rmrb } = await sandbox(t, files);
  let reads = 0;
  const disk = diskFiles();
  const read: FileSource['read'] = (uri) => {
    if (uri.endsWith('.txt')) reads++;
    return disk.read(uri);
  };
  const stdout = new Capture();
  stdout.isClosed = true;
  await rmrb('check .', { stdout, files: { ...disk, read } });
  assert.ok(reads < 20, `${reads}`);
});

// Bad input

test('an empty file has no tags and no problems with them', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': '' });
  const result = await rmrb('check --format json a.txt');
  assert.equal(result.status, 0);
  assert.deepEqual(codes(result), { 'a.txt': [] });
});

test('a file that has only an opening bracket is checked', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': '〖' });
  assert.deepEqual((await rmrb('check a.txt')).stderr, '');
});

test('the encoding of each file is told', async (t) => {
  const gb = Buffer.concat([Buffer.from([0xd6, 0xd0, 0x0a]), Buffer.from('a')]);
  const files = { 'bom.txt': `\uFEFF${UNCLOSED}`, 'gb.txt': gb, 'u16.txt': Buffer.from('\uFEFF中', 'utf16le') };
  const { rmrb } = await sandbox(t, files);
  const reports: { encoding: string }[] = JSON.parse((await rmrb('check --format json bom.txt gb.txt u16.txt')).stdout);
  assert.deepEqual(
    reports.map(({ encoding }) => encoding),
    ['utf-8', 'gb18030', 'utf-16le'],
  );
});

test('a byte order mark does not count in offsets', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': UNCLOSED, 'b.txt': `\uFEFF${UNCLOSED}` });
  const [a, b] = JSON.parse((await rmrb('check --format json .')).stdout);
  assert.deepEqual(a.problems[0].offset, b.problems[0].offset);
});

test('the bad byte of a file in no known encoding is told', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': Buffer.concat([Buffer.from('中文'), Buffer.from([0xff, 0x0a])]) });
  const result = await rmrb('check --format json a.txt');
  assert.equal(result.status, 1);
  const [{ encoding, problems }] = JSON.parse(result.stdout);
  assert.equal(encoding, null);
  assert.equal(problems.length, 1);
  const { message, ...problem } = problems[0];
  assert.deepEqual(problem, {
    code: 'file.encoding',
    severity: 'error',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    offset: [0, 0],
  });
  assert.match(message, /0xFF，偏移6/);
});

test('--encoding skips the guess', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': '中文', 'b.txt': Buffer.from([0xd6, 0xd0]) });
  assert.equal(JSON.parse((await rmrb('check --format json --encoding gb18030 a.txt')).stdout)[0].encoding, 'gb18030');
  assert.deepEqual(codes(await rmrb('check --format json --encoding utf-8 b.txt')), { 'b.txt': ['file.encoding'] });
});

test('CR LF and lone CR end lines', async (t) => {
  const { rmrb } = await sandbox(t, {
    'a.txt': UNCLOSED.replaceAll('\n', '\r\n'),
    'b.txt': UNCLOSED.replaceAll('\n', '\r'),
  });
  for (const { problems } of JSON.parse((await rmrb('check --format json .')).stdout)) {
    assert.equal(problems[0].code, 'tag.unclosed');
    assert.deepEqual(problems[0].range.start, { line: 1, character: 0 });
  }
});

test('a file that is gone when its turn comes: 2, and the others are checked', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': UNCLOSED });
  const disk = diskFiles();
  const files: FileSource = {
    async *list(query, signal) {
      yield* disk.list(query, signal);
      await rm(path('a.txt'));
    },
    read: disk.read,
  };
  const result = await rmrb('check --format json .', { files });
  assert.equal(result.status, 2);
  assert.match(result.stderr, /a\.txt不存在/);
  assert.deepEqual(codes(result), { 'b.txt': ['tag.unclosed'] });
});

test('a file without permission: 2, and the others are checked', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  const disk = diskFiles();
  const read: FileSource['read'] = async (uri) =>
    uri === uriOf(path('a.txt')) ? { failure: 'forbidden', detail: 'EACCES' } : disk.read(uri);
  const result = await rmrb('check --format json .', { files: { ...disk, read } });
  assert.equal(result.status, 2);
  assert.match(result.stderr, /没有权限读取a\.txt/);
  assert.deepEqual(codes(result), { 'b.txt': [] });
});

test('a folder without permission: 2, and the others are checked', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'a.txt': GOOD });
  const disk = diskFiles();
  const files: FileSource = {
    async *list(query, signal) {
      query.failed?.(uriOf(path('locked')), { failure: 'forbidden', detail: 'EACCES' });
      yield* disk.list(query, signal);
    },
    read: disk.read,
  };
  const result = await rmrb('check --format json .', { files });
  assert.equal(result.status, 2);
  assert.match(result.stderr, /没有权限读取locked/);
  assert.deepEqual(codes(result), { 'a.txt': [] });
});

test('ten thousand open tags are checked in time', { timeout: 20_000 }, async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': '〖JZ/加重〗'.repeat(10_000) });
  const { status, stderr } = await rmrb('check --format jsonl a.txt');
  assert.deepEqual([status, stderr], [1, '']);
});
