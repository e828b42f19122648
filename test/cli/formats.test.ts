import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ALL_RULES } from '../../server/src/corpus/ruleCodes.ts';
import { Capture, GAP, GOOD, item, MALFORMED, runCaptured, sandbox, UNCLOSED } from './harness.ts';

const { UPDATE_GOLDEN } = process.env;
const ROOT = join(__dirname, '../..');

// Golden output on four of the five texts (that of 2024 alone would fill a book); `UPDATE_GOLDEN=1` writes it anew, to be read before it is committed.
for (const format of ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github']) {
  test(`the seeds in ${format}`, async () => {
    const { stdout, stderr } = await runCaptured(
      ['check', '--format', format, 'seeds/20[01]*.txt', 'seeds/2021*.txt'],
      ROOT,
      { env: {} },
    );
    assert.equal(stderr, '');
    const golden = join(__dirname, 'golden', `seeds.${format}.txt`);
    if (UPDATE_GOLDEN) await writeFile(golden, stdout);
    assert.equal(stdout, await readFile(golden, 'utf8'));
  });
}

test('concise is one line a problem', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': UNCLOSED, 'c.txt': item(2, GOOD) });
  const { stdout } = await rmrb('check --format concise .');
  assert.match(stdout, /^a\.txt:9:5: warning\[number\.gap\] [^\n]+\nb\.txt:2:1: error\[tag\.unclosed\] [^\n]+\n$/);
});

test('json has the keys of the contract, fix and related only where there is one', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': item(2, MALFORMED), 'c.txt': item(3, GOOD) });
  const [a, b, c] = JSON.parse((await rmrb('check --format json .')).stdout);
  assert.deepEqual(c, { file: 'c.txt', encoding: 'utf-8', problems: [] });
  assert.deepEqual(Object.keys(a.problems[0]), ['code', 'severity', 'message', 'range', 'offset', 'fix', 'related']);
  assert.deepEqual(Object.keys(b.problems[0]), ['code', 'severity', 'message', 'range', 'offset', 'fix']);
  const at = GAP.indexOf('三、');
  assert.deepEqual(a.problems[0].offset, [at, at + 1]);
  assert.deepEqual(a.problems[0].range, { start: { line: 8, character: 4 }, end: { line: 8, character: 5 } });
  assert.equal(a.problems[0].fix.safe, false);
  assert.deepEqual(a.problems[0].fix.edits, [{ offset: [at, at + 1], newText: '二' }]);
  assert.equal(a.problems[0].related[0].file, 'a.txt');
  assert.equal(b.problems[0].fix.safe, true);
});

test('json of nothing is an empty array', async (t) => {
  const { rmrb } = await sandbox(t);
  const { status, stdout } = await rmrb('check --format json nowhere.txt');
  assert.equal(status, 2);
  assert.deepEqual(JSON.parse(stdout), []);
});

test('jsonl is the objects of json, a line each', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': UNCLOSED, 'c.txt': GOOD });
  const json = JSON.parse((await rmrb('check --format json .')).stdout);
  const lines = (await rmrb('check --format jsonl .')).stdout.trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    json,
  );
});

test('sarif names its rules, places and what could not be done', async (t) => {
  const { rmrb } = await sandbox(t, { '声明 1#.txt': GAP });
  const sarif = JSON.parse((await rmrb('check --format sarif . nowhere.txt')).stdout);
  assert.equal(sarif.version, '2.1.0');
  const [run] = sarif.runs;
  const [result] = run.results;
  assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  assert.equal(result.level, 'warning');
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, '%E5%A3%B0%E6%98%8E%201%23.txt');
  const charOffset = GAP.indexOf('三、');
  assert.deepEqual(region, { startLine: 9, startColumn: 5, endLine: 9, endColumn: 6, charOffset, charLength: 1 });
  assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '二');
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, /nowhere\.txt/);
});

test('sarif describes every rule, in the language of the user', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  for (const [LANG, said] of [
    ['zh_CN.UTF-8', '括号、引号不成对。'],
    ['en_US.UTF-8', 'a mark without partner.'],
  ] as const) {
    const sarif = JSON.parse((await rmrb('check --format sarif .', { env: { LANG } })).stdout);
    const { rules } = sarif.runs[0].tool.driver;
    assert.deepEqual(
      rules.map(({ id, defaultConfiguration }: SarifRule) => [id, defaultConfiguration.level]),
      ALL_RULES.map(({ code, severity }) => [code, { hint: 'note', info: 'note' }[severity as string] ?? severity]),
    );
    for (const { id, shortDescription, fullDescription, help } of rules as SarifRule[]) {
      assert.match(shortDescription.text, /^[^{}]+[。.]$/, id);
      assert.ok(fullDescription.text.length > shortDescription.text.length, id);
      assert.equal(help.text, fullDescription.text);
    }
    assert.equal(rules.find(({ id }: SarifRule) => id === 'pair.unbalanced').shortDescription.text, said);
  }
});

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}

test('sarif gives absolute files as file URIs', async (t) => {
  const { rmrb, path } = await sandbox(t, { 'a.txt': GAP });
  const sarif = JSON.parse((await rmrb(`check --format sarif ${path('a.txt')}`)).stdout);
  assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, `file://${path('a.txt')}`);
});

test('sarif and json of several files are one document', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': item(2, GOOD), 'c.txt': UNCLOSED });
  assert.equal(JSON.parse((await rmrb('check --format sarif .')).stdout).runs[0].results.length, 2);
  assert.equal(JSON.parse((await rmrb('check --format json .')).stdout).length, 3);
});

test('github escapes what its commands would understand', async (t) => {
  const { rmrb } = await sandbox(t, { 'a,b:c%.txt': GAP });
  const { stdout } = await rmrb('check --format github .');
  assert.match(
    stdout,
    /^::warning file=a%2Cb%3Ac%25\.txt,line=9,endLine=9,col=5,endColumn=6,title=number\.gap::[^\n]+\n$/,
  );
});

test('pretty marks the place under a line with wide characters', async (t) => {
  // What stands before the unknown tag takes 2 + 2 + 1 + 2 columns.
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD.replace('双方声明如下：', '双方a，〖XX/别的〗声明如下：') });
  const { stdout } = await rmrb('check --select tag.unknown a.txt');
  assert.match(stdout, /\n {2}7 │ 双方a，〖XX\/别的〗声明如下：\n {4}│ \u3000\u3000 \u3000＾\^\^\^＾＾＾\n/);
});

test('pretty is coloured on a terminal only, and not where NO_COLOR asks for none', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  const shown = async (isTerminal: boolean, env: Record<string, string>) => {
    const stdout = new Capture(isTerminal);
    await rmrb('check a.txt', { stdout, env });
    return stdout.text.includes('\u001B[');
  };
  assert.equal(await shown(true, {}), true);
  assert.equal(await shown(false, {}), false);
  assert.equal(await shown(true, { NO_COLOR: '1' }), false);
  assert.equal(await shown(true, { TERM: 'dumb' }), false);
});

test('only pretty is coloured', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  for (const format of ['concise', 'json', 'jsonl', 'sarif', 'github']) {
    const stdout = new Capture(true);
    await rmrb(`check --format ${format} a.txt`, { stdout });
    assert.ok(!stdout.text.includes('\u001B'), format);
  }
});

test('nothing in a corpus reaches the terminal as a command', async (t) => {
  const evil = GAP.replace('三、', '三、\u001B]0;x\u0007\u202E').replace('〖BT/标题〗', '〖XX/\u001B[31m〗');
  const { rmrb } = await sandbox(t, { 'a.txt': evil });
  for (const format of ['pretty', 'concise']) {
    const { stdout } = await rmrb(`check --format ${format} a.txt`);
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}|\u202E/u, format);
  }
});

test('pretty says how many can be fixed, and how', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP, 'b.txt': MALFORMED });
  assert.match((await rmrb('check .')).stdout, /其中2个可以修复：用--fix修复1个/);
});

test('messages are worded in the language of the user', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GAP });
  assert.match(
    (await rmrb('check a.txt', { env: { LANG: 'en_US.UTF-8' } })).stdout,
    /1 file\(s\) checked, 1 problem\(s\)/,
  );
});
