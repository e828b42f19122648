import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD, sandbox, stdinOf } from './harness.ts';

interface JsonNode {
  readonly kind: string;
  readonly label: string;
  readonly number: string | null;
  readonly value: number | null;
  readonly offset: [number, number];
  readonly selection: [number, number];
  readonly children: JsonNode[];
}

function flat(nodes: readonly JsonNode[]): JsonNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

test('the tree shows one part a line', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  const { status, stdout } = await rmrb('outline a.txt');
  assert.equal(status, 0);
  assert.match(stdout, /^中俄联合声明 {2}2014-05-21\n├─ /);
  assert.match(stdout, /\n {3}└─ 二、双方将扩大经贸合作[^\n]*\n$/);
});

test('tree is the default', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  assert.deepEqual(await rmrb('outline --format tree a.txt'), await rmrb('outline a.txt'));
});

test('json has the keys of the contract', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  const nodes = flat(JSON.parse((await rmrb('outline --format json a.txt')).stdout));
  for (const node of nodes) {
    assert.deepEqual(Object.keys(node), [
      'kind',
      'label',
      'detail',
      'number',
      'value',
      'offset',
      'selection',
      'children',
    ]);
  }
  const numbered = nodes.filter(({ number }) => number !== null);
  assert.deepEqual(
    numbered.map(({ number, value, selection }) => [number, value, GOOD.slice(...selection)]),
    [
      ['一', 1, '一、'],
      ['二', 2, '二、'],
    ],
  );
});

test('offsets count from the start of the file in every record', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': `${GOOD}\n${GOOD}` });
  const roots: JsonNode[] = JSON.parse((await rmrb('outline --format json a.txt')).stdout);
  assert.equal(roots.length, 2);
  const [, second] = roots;
  assert.ok(second);
  assert.ok(second.offset[0] >= GOOD.length);
  for (const { number, selection } of flat([second])) {
    if (number !== null) assert.ok(`${GOOD}\n${GOOD}`.slice(...selection).includes(number));
  }
});

test('- is standard input', async (t) => {
  const { rmrb } = await sandbox(t);
  assert.match((await rmrb('outline -', stdinOf(GOOD))).stdout, /^中俄联合声明/);
});

test('an empty file has an outline', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': '' });
  const { status, stdout } = await rmrb('outline --format json a.txt');
  assert.equal(status, 0);
  assert.ok(Array.isArray(JSON.parse(stdout)));
});

test('a file that cannot be read: 2', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': Buffer.from([0xff]) });
  for (const [file, said] of [
    ['nowhere.txt', /nowhere\.txt不存在/],
    ['a.txt', /a\.txt既不是UTF-8.*0xFF/],
    ['.', /^rmrb: \.是文件夹，这里要写文件\n$/],
  ] as const) {
    const { status, stdout, stderr } = await rmrb(`outline ${file}`);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, said);
  }
});
