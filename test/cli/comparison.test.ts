import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, GAP, GOOD, item, MALFORMED, type Result, sandbox, stdinOf, UNCLOSED } from './harness.ts';

const ISSUE = '20585';
/** The day after, with an issue number that does not follow. */
const MISNUMBERED = item(7, GOOD).replace(ISSUE, '20595').replace('20140521', '20140522');
/** A body that is long enough to be told from a notice. */
const LONG = GOOD.replace('经贸合作。', `经贸合作。${'双方愿共同维护世界和平与稳定。'.repeat(5)}`);

interface Related {
  readonly file: string;
  readonly offset: [number, number];
  readonly message: string;
}

interface Report {
  readonly file: string;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly offset: [number, number];
    readonly range: object;
    readonly related?: readonly Related[];
    readonly fix?: object;
  }[];
}

function reports({ stdout }: Result): Report[] {
  return JSON.parse(stdout);
}

test('two files with the same record are both told of, each with the place in the other', async (t) => {
  const before = item(5, GOOD);
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'x/b.txt': before + GOOD });
  const [a, b] = reports(await rmrb('check --format json .'));
  const place = GOOD.indexOf('1〖-TH');
  const head = GOOD.indexOf('中俄联合声明');
  const [inA] = a?.problems ?? [];
  assert.equal(inA?.code, 'meta.duplicate-record');
  assert.equal(inA.severity, 'warning');
  assert.equal(inA.fix, undefined);
  assert.deepEqual(inA.offset, [place, place + 1]);
  assert.deepEqual(inA.range, { start: { line: 3, character: 7 }, end: { line: 3, character: 8 } });
  assert.deepEqual(
    inA.related?.map(({ file, offset }) => [file, ...offset]),
    [['x/b.txt', before.length + head, before.length + head + 6]],
  );
  assert.deepEqual(
    b?.problems.map(({ offset, related }) => [offset, related?.[0]?.file, related?.[0]?.offset]),
    [[[before.length + place, before.length + place + 1], 'a.txt', [head, head + 6]]],
  );
});

test('the same body elsewhere is a duplicate, whatever its position', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': LONG, 'b.txt': item(2, LONG).replace('20140521', '20140522') });
  const result = await rmrb('check --select meta.duplicate-record --format json .');
  assert.deepEqual(codes(result), { 'a.txt': ['meta.duplicate-record'], 'b.txt': ['meta.duplicate-record'] });
});

test('an issue number that does not follow from those of other files is told of', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': item(2, GOOD), 'c.txt': MISNUMBERED });
  const result = await rmrb('check --format json .');
  const { 'c.txt': found } = codes(result);
  assert.deepEqual(found, ['meta.issue-conflict']);
});

test('only the files of one run are compared', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  assert.deepEqual(codes(await rmrb('check --format json a.txt')), { 'a.txt': [] });
});

test('a record that is twice in one file is told of', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD + GOOD });
  const [report] = reports(await rmrb('check --format json a.txt'));
  assert.deepEqual(
    report?.problems.map(({ code, related }) => [code, related?.[0]?.file]),
    [
      ['meta.duplicate-record', 'a.txt'],
      ['meta.duplicate-record', 'a.txt'],
    ],
  );
});

test('problems among files stand among the others of a file, by position', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': GOOD });
  assert.deepEqual(codes(await rmrb('check --format json .')), {
    'a.txt': ['meta.duplicate-record', 'number.gap'],
    'b.txt': ['meta.duplicate-record'],
  });
});

// In every format

const PAIR = { 'a.txt': GOOD, 'b.txt': GOOD };

test('pretty names the place in the other file', async (t) => {
  const { rmrb } = await sandbox(t, PAIR);
  const { stdout } = await rmrb('check .');
  assert.match(stdout, /^a\.txt:4:8 警告 meta\.duplicate-record\n[^]*另见b\.txt:5:8：/);
  assert.match(stdout, /\nb\.txt:4:8 警告 meta\.duplicate-record\n[^]*另见a\.txt:5:8：/);
});

test('pretty names no file for a place in the same one', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD + GOOD });
  assert.match((await rmrb('check a.txt')).stdout, /另见15:8：/);
});

test('concise and github have a line for each', async (t) => {
  const { rmrb } = await sandbox(t, PAIR);
  const { stdout } = await rmrb('check --format concise .');
  assert.match(stdout, /^a\.txt:4:8: warning\[meta\.duplicate-record\] .+\nb\.txt:4:8: warning\[meta\.dup.+\n$/);
  assert.equal((await rmrb('check --format github .')).stdout.match(/^::warning file=[ab]\.txt,line=4/gm)?.length, 2);
});

test('sarif relates the place in the other file', async (t) => {
  const { rmrb } = await sandbox(t, PAIR);
  const { results } = JSON.parse((await rmrb('check --format sarif .')).stdout).runs[0];
  const { artifactLocation, region } = results[0].relatedLocations[0].physicalLocation;
  const charOffset = GOOD.indexOf('中俄联合声明');
  assert.equal(artifactLocation.uri, 'b.txt');
  assert.deepEqual(region, { startLine: 5, startColumn: 8, endLine: 5, endColumn: 14, charOffset, charLength: 6 });
});

test('places behind other records, line ends of every kind and on the first line are right', async (t) => {
  const crlf = item(9, GOOD).replaceAll('\n', '\r\n') + GOOD.replaceAll('\n', '\r');
  const oneLine = GOOD.replaceAll('\n', '');
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': crlf, 'c.txt': item(8, oneLine) + oneLine });
  const { stdout } = await rmrb('check --select meta.duplicate-record --format json a.txt b.txt c.txt');
  const texts: Record<string, string> = { 'b.txt': crlf, 'c.txt': item(8, oneLine) + oneLine };
  for (const { file, offset } of reports({ stdout, stderr: '', status: 0, bytes: Buffer.of() })[0]?.problems[0]
    ?.related ?? []) {
    assert.equal(texts[file]?.slice(...offset), '中俄联合声明', file);
  }
  const column = (item(8, oneLine) + oneLine).lastIndexOf('中俄联合声明') + 1;
  const { stdout: pretty } = await rmrb('check --select meta.duplicate-record a.txt b.txt c.txt');
  assert.match(pretty, new RegExp(`另见b\\.txt:15:8：.*\\n.*另见c\\.txt:1:${column}：`));
});

// What decides

test('they count as any others: statistics, --max-warnings, --fail-on', async (t) => {
  const { rmrb } = await sandbox(t, PAIR);
  assert.match((await rmrb('check --statistics .')).stdout, / 2 {2}meta\.duplicate-record\n$/);
  assert.equal((await rmrb('check --max-warnings 2 .')).status, 0);
  assert.equal((await rmrb('check --max-warnings 1 .')).status, 1);
  assert.equal((await rmrb('check --fail-on warning .')).status, 1);
  assert.equal((await rmrb('check --rule meta.duplicate-record=error .')).status, 1);
});

test('--rule, --select and --ignore hold for them', async (t) => {
  const { rmrb } = await sandbox(t, PAIR);
  const found = async (options: string) => Object.values(codes(await rmrb(`check --format json ${options} .`))).flat();
  assert.deepEqual(await found('--rule meta.duplicate-record=off'), []);
  assert.deepEqual(await found('--ignore meta'), []);
  assert.deepEqual(await found('--select number'), []);
  assert.equal((await found('--select meta.duplicate-record')).length, 2);
});

test('each folder has its own severities', async (t) => {
  const { rmrb } = await sandbox(t, {
    'x/a.txt': GOOD,
    'x/.rmrbrc.json': '{"rules": {"meta.duplicate-record": "off"}}',
    'y/b.txt': GOOD,
    'y/.rmrbrc.json': '{"rules": {"meta.duplicate-record": "error"}}',
  });
  const result = await rmrb('check --format json .');
  assert.equal(result.status, 1);
  assert.deepEqual(
    reports(result).map(({ file, problems }) => [file, problems.map(({ severity }) => severity)]),
    [
      ['x/a.txt', []],
      ['y/b.txt', ['error']],
    ],
  );
});

test('what ignore names in one file is still told of in the other', async (t) => {
  const { rmrb, write } = await sandbox(t, PAIR);
  const start = GOOD.indexOf('1〖-TH');
  const entry = { code: 'meta.duplicate-record', file: 'a.txt', text: GOOD.slice(start - 10, start + 11) };
  await write({ '.rmrbrc.json': JSON.stringify({ ignore: [entry] }) });
  assert.deepEqual(codes(await rmrb('check --format json .')), { 'a.txt': [], 'b.txt': ['meta.duplicate-record'] });
});

// With other options

test('what repairs leave is compared, and compared records are not repaired', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': UNCLOSED, 'b.txt': GOOD });
  assert.deepEqual(codes(await rmrb('check --select meta --format json .')), { 'a.txt': [], 'b.txt': [] });
  const { status, stdout } = await rmrb('check --unsafe-fixes .');
  assert.equal(status, 0);
  assert.match(stdout, /^a\.txt:4:8 警告 meta\.duplicate-record/);
  assert.match(stdout, /修复了1处，改动了1个文件/);
  assert.equal(await read('a.txt'), GOOD);
});

test('places are those of the repaired files', async (t) => {
  const spaced = GOOD.replaceAll('ZQ/总期', 'ZQ / 总期');
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': spaced });
  const [a] = reports(await rmrb('check --fix --format json .'));
  assert.equal(a?.problems[0]?.related?.[0]?.offset[0], GOOD.indexOf('中俄联合声明'));
});

test('--diff reports the files as they are', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': MALFORMED, 'b.txt': GOOD });
  await rmrb('check --diff --format json --output-file report.json .');
  const found = codes({ stdout: await read('report.json'), stderr: '', status: 0, bytes: Buffer.of() });
  assert.deepEqual(found, { 'a.txt': ['meta.duplicate-record', 'tag.malformed'], 'b.txt': ['meta.duplicate-record'] });
});

test('standard input is compared with the files beside it', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  assert.deepEqual(codes(await rmrb('check --format json --stdin-filename b.txt - a.txt', stdinOf(GOOD))), {
    'b.txt': ['meta.duplicate-record'],
    'a.txt': ['meta.duplicate-record'],
  });
});

test('standard input takes the place of the file that it is going to be', async (t) => {
  const { rmrb, read } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': item(2, GOOD) });
  for (const paths of ['. -', '- .', '- a.txt b.txt', 'a.txt b.txt -']) {
    const result = await rmrb(`check --format json --stdin-filename a.txt ${paths}`, stdinOf(GAP));
    assert.deepEqual(codes(result), { 'a.txt': ['number.gap'], 'b.txt': [] }, paths);
  }
  const { stdout } = await rmrb('check --fix --stdin-filename a.txt . -', stdinOf(MALFORMED));
  assert.equal(stdout, GOOD);
  assert.equal(await read('a.txt'), GOOD);
});

test('the cache does not remember what other files were like', async (t) => {
  const { rmrb, write } = await sandbox(t, PAIR);
  const cached = async () => codes(await rmrb('check --cache --format json .'));
  const both = { 'a.txt': ['meta.duplicate-record'], 'b.txt': ['meta.duplicate-record'] };
  assert.deepEqual(await cached(), both);
  assert.deepEqual(await cached(), both);
  await write({ 'b.txt': item(2, GOOD) });
  assert.deepEqual(await cached(), { 'a.txt': [], 'b.txt': [] });
});

test('files that cannot be read as text, or hold something else, are compared with nothing', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': Buffer.from([0xff]), 'c.txt': '别的' });
  const result = await rmrb('check --format json a.txt b.txt c.txt');
  assert.deepEqual([codes(result)['a.txt'], codes(result)['b.txt']], [[], ['file.encoding']]);
});

test('a file is told of once though it is read twice', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD });
  const { stderr } = await rmrb('check a.txt nowhere.txt');
  assert.equal(stderr.match(/nowhere/g)?.length, 1);
});
