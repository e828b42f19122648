import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OTHER, sandbox, stdinOf } from './harness.ts';

const statement = (date: string, ...paragraphs: readonly string[]): string =>
  `甲国和乙国联合声明\n\n${paragraphs.map((text, index) => `${'一二三'[index]}、${text}`).join('\n\n')}\n\n${date}\n`;

const CORPUS = {
  'c/new.txt': statement('二〇一四年五月二十日', '支持裁谈会的工作。', '裁军谈判会议应尽快启动。', '月球车探月。'),
  'c/old.txt': statement('二〇〇二年十二月二日', '雙方支持裁軍談判會議。'),
  'c/README.md': OTHER,
};
const OWN = { 'rmrb.topics.json': '{ "topics": [{ "label": "探月", "names": ["月球车"] }] }\n' };

interface Answer {
  readonly statements: readonly { readonly file: string; readonly title: string; readonly date: string }[];
  readonly topics: readonly {
    readonly label: string;
    readonly source: string;
    readonly cells: readonly {
      readonly statement: number;
      readonly count: number;
      readonly places: readonly { readonly offset: [number, number]; readonly section: string }[];
    }[];
  }[];
}

function rowOf(stdout: string, label: string): Answer['topics'][number] | undefined {
  return (JSON.parse(stdout) as Answer).topics.find((topic) => topic.label === label);
}

test('json lists statements by date, and for each topic who names it where', async (t) => {
  const { rmrb } = await sandbox(t, CORPUS);
  const { status, stdout } = await rmrb('topics --format json c');
  assert.equal(status, 0);
  const { statements } = JSON.parse(stdout) as Answer;
  assert.deepEqual(
    statements.map(({ file, date }) => `${date} ${file}`),
    ['2002-12-02 c/old.txt', '2014-05-20 c/new.txt'],
  );
  const cells = rowOf(stdout, '裁军谈判会议')?.cells;
  assert.deepEqual(
    cells?.map(({ statement: index, count }) => [index, count]),
    [
      [0, 1],
      [1, 2],
    ],
  );
  const [first, second] = cells?.[1]?.places ?? [];
  assert.deepEqual([first?.section, second?.section], ['一', '二']);
  assert.match(CORPUS['c/new.txt'].slice(...(first?.offset ?? [])), /^一、支持裁谈会的工作。?$/);
});

test('pretty is a table as wide as its characters are', async (t) => {
  const { rmrb } = await sandbox(t, {
    'a.txt': statement('二〇一四年五月二十日', '玄色石。'),
    'b.txt': statement('二〇〇二年十二月二日', '没有什么。'),
    'rmrb.topics.json': '{ "topics": [{ "label": "玄石工程", "names": ["玄色石"] }] }',
  });
  const { status, stdout } = await rmrb('topics a.txt b.txt', { env: { LANG: 'zh_CN.UTF-8' } });
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `[1]  2002-12-02  甲国和乙国联合声明  b.txt
[2]  2014-05-20  甲国和乙国联合声明  a.txt

主题      [1]  [2]  合计
玄石工程    ·    1     1

2篇声明谈到1个主题
`,
  );
});

test('more statements than find room are added up by year', async (t) => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `c/${index}.txt`,
      statement(`20${index < 8 ? '13' : '14'}年5月${index + 1}日`, '月球车。'),
    ]),
  );
  const { rmrb } = await sandbox(t, { ...many, ...OWN });
  const { stdout } = await rmrb('topics c', { env: { LANG: 'en_US.UTF-8' } });
  assert.match(stdout, /^topic +2013 +2014 +total\n探月 +8 +4 +12\n/);
});

test('a list of own topics is looked for upwards', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, ...OWN });
  const { stdout } = await rmrb('topics --format json c');
  assert.equal(rowOf(stdout, '探月')?.source, 'workspace');
});

test('a faulty one is told of, and what can be understood holds', async (t) => {
  const { rmrb } = await sandbox(t, {
    ...CORPUS,
    'rmrb.topics.json': OWN['rmrb.topics.json'].replace('}] }', '}, 1] }'),
  });
  const { status, stdout, stderr } = await rmrb('topics --format json c');
  assert.equal(status, 2);
  assert.match(stderr, /rmrb\.topics\.json:1:\d+/);
  assert.ok(rowOf(stdout, '探月'));
});

test('xref knows own topics, too', async (t) => {
  const { rmrb } = await sandbox(t, { ...CORPUS, 'c/rmrb.topics.json': OWN['rmrb.topics.json'] });
  const { status, stderr } = await rmrb('xref --format json --corpus c c/new.txt:7:4');
  assert.deepEqual([status, stderr], [0, '']);
});

test('standard input is a statement like any other', async (t) => {
  const { rmrb } = await sandbox(t);
  const { stdout } = await rmrb('topics --format json -', stdinOf(CORPUS['c/old.txt']));
  assert.deepEqual(
    (JSON.parse(stdout) as Answer).statements.map(({ file }) => file),
    ['-'],
  );
});

test('an empty folder of statements says so', async (t) => {
  const { rmrb } = await sandbox(t, { 'c/README.md': OTHER });
  const { status, stdout } = await rmrb('topics c', { env: { LANG: 'zh_CN.UTF-8' } });
  assert.deepEqual([status, stdout], [0, '没有声明。\n']);
});

test('what does not exist and what is not given is a wrong usage', async (t) => {
  const { rmrb } = await sandbox(t, CORPUS);
  assert.equal((await rmrb('topics')).status, 2);
  const missing = await rmrb('topics --format json c nowhere.txt');
  assert.equal(missing.status, 2);
  assert.equal((JSON.parse(missing.stdout) as Answer).statements.length, 2);
  assert.equal((await rmrb('topics --format table c')).status, 2);
});
