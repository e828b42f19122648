import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD, OTHER, sandbox } from './harness.ts';

const ONE = `关于深化合作的联合声明

一

双方重申，尽快启动裁军谈判会议，防止外空军备竞赛。

二

双方将加强能源合作。

2019年6月5日于莫斯科
`;
const TWO = `关于世界形势的联合声明

一

双方主张维护多边贸易体制。

二

双方支持裁军谈判会议的工作，谋求谈判达成防止外空军备竞赛的条约。

2017年7月4日于莫斯科
`;
const CORPUS = { 'c/one.txt': ONE, 'c/two.txt': TWO, 'c/README.md': OTHER };

function placeOf(text: string, words: string): string {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const CARET = placeOf(ONE, '裁军谈判会议');
const OFFSET = ONE.indexOf('裁军谈判会议');

test('pretty shows what stands on several lines on one, as a reader joins it', async (t) => {
  const broken = TWO.replace('谈判达成防止', '谈判达成\r\n防止');
  const { rmrb } = await sandbox(t, { ...CORPUS, 'c/two.txt': broken });
  const { stdout } = await rmrb(`xref --corpus c c/one.txt:${CARET}`);
  assert.doesNotMatch(stdout, /[\u2400-\u2426]/);
  assert.match(stdout, /谋求谈判达成防止外空军备竞赛/);
});

test('json has the keys of the contract and the place in the other statement', async (t) => {
  const { rmrb } = await sandbox(t, CORPUS);
  const { status, stdout } = await rmrb(`xref --format json --corpus c c/one.txt:${CARET}`);
  assert.equal(status, 0);
  const { query, passages } = JSON.parse(stdout);
  assert.deepEqual(Object.keys(query), ['file', 'offset', 'text', 'topic']);
  assert.equal(query.file, 'c/one.txt');
  assert.equal(ONE.slice(...(query.offset as [number, number])), query.text);
  assert.equal(passages.length, 1);
  const [passage] = passages;
  assert.deepEqual(Object.keys(passage), ['file', 'offset', 'section', 'statement', 'score', 'excerpt']);
  assert.equal(passage.file, 'c/two.txt');
  assert.match(TWO.slice(...(passage.offset as [number, number])), /裁军谈判会议/);
  assert.equal(passage.section, '二');
  assert.deepEqual(passage.statement, { title: '关于世界形势的联合声明', date: '2017-07-04' });
});

test('pretty is the default, for reading', async (t) => {
  const { rmrb } = await sandbox(t, CORPUS);
  const { status, stdout } = await rmrb(`xref --corpus c c/one.txt:${CARET}`);
  assert.equal(status, 0);
  assert.match(stdout, /^所查：/);
  assert.match(stdout, new RegExp(`c/two\\.txt:${placeOf(TWO, '双方支持')}`));
});

test('nothing on it elsewhere: 0 and an empty answer', async (t) => {
  const { rmrb } = await sandbox(t, {
    'c/one.txt': ONE,
    'c/two.txt': TWO.replace(/双方支持.*/, '双方将扩大人文交流。'),
  });
  const { status, stdout } = await rmrb(`xref --format json --corpus c c/one.txt:${CARET}`);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout).passages, []);
});

test('nothing to ask for at the place: 0 and an empty answer', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, 'empty.txt': '' });
  const { status, stdout } = await rmrb('xref --format json --corpus c empty.txt:1:1');
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), {
    query: { file: 'empty.txt', offset: [0, 0], text: '', topic: null },
    passages: [],
  });
});

test('the file need not lie in the corpus', async (t) => {
  const { rmrb } = await sandbox(t, { 'c/two.txt': TWO, 'elsewhere/one.txt': ONE });
  const { stdout } = await rmrb(`xref --format json --corpus c elsewhere/one.txt:${CARET}`);
  assert.equal(JSON.parse(stdout).passages[0].file, 'c/two.txt');
});

test('files are called as the user calls them', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'c/two.txt': TWO, 'elsewhere/one.txt': ONE });
  const { stdout } = await rmrb(`xref --format json --corpus ${path('c')} ./elsewhere/one.txt:${CARET}`);
  const { query, passages } = JSON.parse(stdout);
  assert.equal(query.file, 'elsewhere/one.txt');
  assert.equal(passages[0].file, path('c/two.txt'));
});

test('a name may hold colons', async (t) => {
  const { rmrb } = await sandbox(t, { 'c/two.txt': TWO, 'a:1:2.txt': ONE });
  const { stdout } = await rmrb(`xref --format json --corpus c a:1:2.txt:${CARET}`);
  assert.equal(JSON.parse(stdout).query.file, 'a:1:2.txt');
});

test('a place that the file does not have: 2', async (t) => {
  const { rmrb } = await sandbox(t, CORPUS);
  for (const place of ['99:1', '1:99']) {
    const { status, stdout, stderr } = await rmrb(`xref --corpus c c/one.txt:${place}`);
    assert.deepEqual([status, stdout], [2, ''], place);
    assert.match(stderr, /没有第/);
  }
});

test('a corpus that is no folder, or holds nothing, or a missing file: 2', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, 'empty/x.json': '' });
  for (const [args, said] of [
    [`--corpus nowhere c/one.txt:${CARET}`, /nowhere不存在/],
    [`--corpus c/one.txt c/one.txt:${CARET}`, /“c\/one\.txt”不是文件夹/],
    [`--corpus empty c/one.txt:${CARET}`, /“empty”/],
    ['--corpus c nowhere.txt:1:1', /nowhere\.txt不存在/],
  ] as const) {
    const { status, stderr } = await rmrb(`xref ${args}`);
    assert.equal(status, 2, args);
    assert.match(stderr, said);
  }
});

test('.rmrbrc.json says what belongs to the corpus', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, 'c/.rmrbrc.json': '{"corpus.exclude": ["two.txt"]}' });
  const { stdout } = await rmrb(`xref --format json --corpus c c/one.txt:${CARET}`);
  assert.deepEqual(JSON.parse(stdout).passages, []);
});

test('--queries answers many, by id, in their order', async (t) => {
  const queries = [
    { id: '10', file: 'c/one.txt', offset: [OFFSET, OFFSET] },
    { id: '9', file: 'c/two.txt', offset: [0, TWO.length] },
    { id: '__proto__', file: 'c/one.txt', offset: [OFFSET, OFFSET] },
  ];
  const { rmrb } = await sandbox(t, { ...CORPUS, 'q.json': JSON.stringify(queries) });
  const { status, stdout } = await rmrb('xref --format json --corpus c --queries q.json');
  assert.equal(status, 0);
  assert.deepEqual(stdout.match(/^"[^"]+"/gm), ['"10"', '"9"', '"__proto__"']);
  const answers = JSON.parse(stdout);
  assert.equal(answers['10'].query.file, 'c/one.txt');
  assert.ok(answers['10'].passages.some(({ file }: { file: string }) => file === 'c/two.txt'));
});

test('bad questions: 2, and the others are answered', async (t) => {
  const good = { id: 'good', file: 'c/one.txt', offset: [OFFSET, OFFSET] };
  const queries = [
    good,
    { ...good },
    { ...good, id: 'far', offset: [0, 99_999] },
    { ...good, id: 'back', offset: [3, 1] },
    { ...good, id: 'gone', file: 'nowhere.txt' },
    { ...good, id: 7 },
    null,
    'x',
  ];
  const { rmrb } = await sandbox(t, { ...CORPUS, 'q.json': JSON.stringify(queries) });
  const { status, stdout, stderr } = await rmrb('xref --corpus c --queries q.json');
  assert.equal(status, 2);
  assert.deepEqual(Object.keys(JSON.parse(stdout)), ['good']);
  assert.equal(
    stderr,
    [
      'rmrb: q.json的第2个问题：id“good”前面已经用过',
      'rmrb: q.json的第4个问题“back”：offset应是[起点, 终点]，两个从0数起的整数，终点不小于起点',
      'rmrb: q.json的第6个问题：id应是字符串，例如"q1"',
      'rmrb: q.json的第7个问题应是{…}形式的对象',
      'rmrb: q.json的第8个问题应是{…}形式的对象',
      'rmrb: nowhere.txt不存在',
      `rmrb: q.json的第3个问题“far”：offset超出了c/one.txt的末尾（${ONE.length}）`,
      '',
    ].join('\n'),
  );
});

test('a file of questions that is none: 2', async (t) => {
  const { rmrb } = await sandbox(t, {
    ...CORPUS,
    'object.json': '{}',
    'broken.json': '[',
    'bytes.json': Buffer.from([0xff]),
    'commented.json': '[]\n// 说明',
  });
  for (const [name, said] of [
    ['object.json', /object\.json应是JSON数组：\[\{"id", "file", "offset"/],
    ['broken.json', /broken\.json:1:2：.*“\[”没有相应的“\]”/],
    ['bytes.json', /bytes\.json既不是UTF-8/],
    ['commented.json', /commented\.json:2:1：.*注释/],
    ['nowhere.json', /nowhere\.json不存在/],
    ['c', /c是文件夹/],
  ] as const) {
    const { status, stdout, stderr } = await rmrb(`xref --corpus c --queries ${name}`);
    assert.deepEqual([status, stdout], [2, ''], name);
    assert.match(stderr, said);
  }
});

test('an unreadable file of the corpus: 2, and the answer without it', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, 'c/bad.txt': Buffer.from([0xff]), 'd.txt': GOOD });
  const { status, stdout, stderr } = await rmrb(`xref --format json --corpus c c/one.txt:${CARET}`);
  assert.equal(status, 2);
  assert.match(stderr, /c\/bad\.txt/);
  assert.equal(JSON.parse(stdout).passages.length, 1);
});
