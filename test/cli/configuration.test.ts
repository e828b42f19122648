import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, GAP, GOOD, item, sandbox, UNCLOSED } from './harness.ts';

const OFF = '{ "rules": { "tag.unclosed": "off" } }';

test('the nearest .rmrbrc.json upwards holds for a file', async (t) => {
  const { rmrb } = await sandbox(t, {
    '.rmrbrc.json': OFF,
    'a.txt': UNCLOSED,
    'x/y/b.txt': UNCLOSED,
    'z/.rmrbrc.json': '{}',
    'z/c.txt': UNCLOSED,
  });
  assert.deepEqual(codes(await rmrb('check --format json .')), {
    'a.txt': [],
    'x/y/b.txt': [],
    'z/c.txt': ['tag.unclosed'],
  });
});

test('it is found above the folder the program runs in', async (t) => {
  const { rmrb, path } = await sandbox(t, { '.rmrbrc.json': OFF, 'x/a.txt': UNCLOSED });
  assert.deepEqual(codes(await rmrb('check --format json a.txt', { cwd: path('x') })), { 'a.txt': [] });
});

test('the tags of a configuration are known, and held to their names', async (t) => {
  const before = GOOD.replace('〖BT/', '〖LY/来源〗新华社〖-LY/来源〗\n〖BT/');
  const { rmrb } = await sandbox(t, {
    'a.txt': before,
    'x/.rmrbrc.json': '{ "vocabulary": { "LY": "来源" } }',
    'x/a.txt': item(2, before),
    'x/b.txt': item(3, before).replace('〖-LY/来源〗', '〖-LY/来原〗'),
    'x/c.txt': item(4, before).replace('〖LY/来源〗', ''),
  });
  const expected = {
    'a.txt': ['tag.unknown'],
    'x/a.txt': [],
    'x/b.txt': ['tag.name-mismatch'],
    // What begins no line with a tag is no field of a kind that the parse does not know.
    'x/c.txt': ['field.stray-text', 'tag.unopened'],
  };
  assert.deepEqual(codes(await rmrb('check --format json .')), expected);
  assert.deepEqual(codes(await rmrb('check --format json --cache .')), expected);
});

test('--config goes before every .rmrbrc.json', async (t) => {
  const { rmrb } = await sandbox(t, { '.rmrbrc.json': '{}', 'a.txt': UNCLOSED, 'other/strict.json': OFF });
  assert.deepEqual(codes(await rmrb('check --format json --config other/strict.json a.txt')), { 'a.txt': [] });
});

test('--rule goes before the configuration', async (t) => {
  const { rmrb } = await sandbox(t, { '.rmrbrc.json': OFF, 'a.txt': UNCLOSED });
  assert.equal((await rmrb('check --rule tag.unclosed=error a.txt')).status, 1);
});

test('corpus.include and corpus.exclude count from where the configuration stands', async (t) => {
  const { rmrb } = await sandbox(t, {
    '.rmrbrc.json': '{ "corpus.include": "in/**/*.dat", "corpus.exclude": ["in/old/**"] }',
    'in/a.dat': GOOD,
    'in/b.txt': GOOD,
    'in/old/c.dat': GOOD,
  });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json .'))), ['in/a.dat']);
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json in'))), ['in/a.dat']);
});

test('corpus.exclude holds for globs too', async (t) => {
  const { rmrb } = await sandbox(t, {
    '.rmrbrc.json': '{"corpus.exclude": ["old/**"]}',
    'a.txt': GOOD,
    'old/b.txt': GOOD,
  });
  assert.deepEqual(Object.keys(codes(await rmrb('check --format json **/*.txt'))), ['a.txt']);
});

test('a bad configuration: 2, its place named once, files of others checked', async (t) => {
  const { rmrb } = await sandbox(t, {
    'x/.rmrbrc.json': '{\n  "rules": { "tag.closed": "off" }\n}',
    'x/a.txt': GAP,
    'x/b.txt': GAP,
    'y/c.txt': GAP,
  });
  const result = await rmrb('check --format json x y');
  assert.equal(result.status, 2);
  assert.equal(result.stderr, 'rmrb: x/.rmrbrc.json:2:14：没有“tag.closed”这条规则\n');
  assert.deepEqual(codes(result), { 'y/c.txt': ['number.gap'] });
});

const BROKEN: readonly (readonly [string, RegExp])[] = [
  ['{ rules: {} }', /:1:3：.*英文双引号/],
  ['{ "rules": {}, corpus }', /:1:16：.*英文双引号/],
  ['{ "rules": off }', /:1:12：.*英文双引号/],
  ['{ "rules" {} }', /:1:11：.*英文冒号/],
  ['{ "rules": {} "corpus": {} }', /:1:15：.*英文逗号/],
  ['{ "rules": {}', /:1:14：.*“\{”没有相应的“\}”/],
  ['{ "rules": }', /:1:12：.*缺少一个值/],
  ['{ "corpus.exclude": ["a\\d"] }', /:1:22：.*路径里请用“\/”/],
  ['{} {}', /:1:4：.*多出了东西/],
];
for (const [text, said] of BROKEN) {
  test(`broken JSON is explained: ${text}`, async (t) => {
    const { rmrb } = await sandbox(t, { 'a.txt': GOOD, '.rmrbrc.json': text });
    const { status, stderr } = await rmrb('check a.txt');
    assert.equal(status, 2);
    assert.match(stderr, said);
    assert.match((await rmrb('check a.txt', { env: { LANG: 'en_US' } })).stderr, /:\d+: [a-z]+ [^\p{Script=Han}]+\n$/u);
  });
}

test('a bad --config: 2, nothing checked', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'bad.json': '{ "rules": { "number.gap": "fatal" } }' });
  for (const [name, said] of [
    ['bad.json', /bad\.json:1:28/],
    ['nowhere.json', /nowhere\.json不存在/],
  ] as const) {
    const { status, stdout, stderr } = await rmrb(`check --config ${name} a.txt`);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, said);
  }
});

test('what ignore names is not reported, where it is and as it reads', async (t) => {
  const entry = { code: 'number.gap', file: 'x/a.txt' };
  const { rmrb, write } = await sandbox(t, { 'x/a.txt': GAP, 'x/b.txt': item(2, GAP), '.rmrbrc.json': '{}' });
  const report: { problems: { offset: [number, number] }[] }[] = JSON.parse(
    (await rmrb('check --format json x/a.txt')).stdout,
  );
  const [start, end] = report[0]?.problems[0]?.offset ?? [0, 0];
  const text = GAP.slice(start - 10, end + 10);
  await write({ '.rmrbrc.json': JSON.stringify({ ignore: [{ ...entry, text }] }) });
  assert.deepEqual(codes(await rmrb('check --format json .')), { 'x/a.txt': [], 'x/b.txt': ['number.gap'] });
  await rmrb('check --unsafe-fixes x');
  assert.deepEqual(codes(await rmrb('check --format json x --rule number.gap=error')), {
    'x/a.txt': [],
    'x/b.txt': [],
  });
});

test('a bad entry of ignore: 2, and its place', async (t) => {
  const { rmrb } = await sandbox(t, {
    'a.txt': GAP,
    '.rmrbrc.json': '{ "ignore": [{ "code": "number.gap", "file": "a.txt" }] }',
  });
  const { status, stderr } = await rmrb('check a.txt');
  assert.equal(status, 2);
  assert.match(stderr, /\.rmrbrc\.json:1:14/);
});
