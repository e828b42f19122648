import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD, runCaptured, sandbox } from './harness.ts';

test('--version prints the version', async () => {
  const { status, stdout } = await runCaptured(['--version'], '/');
  assert.deepEqual([status, stdout], [0, '1.2.3\n']);
});

test('--help names every command of the program and no other', async () => {
  const { status, stdout } = await runCaptured(['--help'], '/');
  assert.equal(status, 0);
  for (const command of ['check', 'explain', 'outline', 'topics', 'xref', 'lsp'])
    assert.match(stdout, new RegExp(`rmrb ${command}\\b`));
  assert.doesNotMatch(stdout, /rmrb record/);
});

test('each command has its help', async () => {
  for (const command of ['check', 'explain', 'outline', 'topics', 'xref', 'lsp']) {
    const { status, stdout, stderr } = await runCaptured([command, '--help'], '/');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, new RegExp(`rmrb ${command}`));
  }
});

test('the help of check names every option', async () => {
  const { stdout } = await runCaptured(['check', '--help'], '/');
  const options =
    'format output-file fix unsafe-fixes diff fail-on max-warnings rule select ignore statistics encoding config no-ignore threads cache stdin-filename';
  for (const option of options.split(' ')) assert.match(stdout, new RegExp(`--${option}\\b`));
});

test('no texts are left out of any help, in either language', async () => {
  for (const LANG of ['zh_CN.UTF-8', 'en_US.UTF-8']) {
    for (const args of [
      ['--help'],
      ['check', '--help'],
      ['explain', '--help'],
      ['outline', '--help'],
      ['topics', '--help'],
      ['xref', '--help'],
      ['lsp', '--help'],
    ]) {
      const { stdout } = await runCaptured(args, '/', { env: { LANG } });
      assert.doesNotMatch(stdout, /undefined|\{\w+\}/);
    }
  }
});

test('the language is that of the locale: English where it says so, else Chinese', async () => {
  const helpIn = async (env: Record<string, string>) => (await runCaptured(['--help'], '/', { env })).stdout;
  assert.match(await helpIn({}), /用法/);
  assert.match(await helpIn({ LANG: 'C.UTF-8' }), /用法/);
  assert.match(await helpIn({ LANG: 'en_US.UTF-8' }), /Usage/);
  assert.match(await helpIn({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }), /用法/);
  assert.match(await helpIn({ LANG: 'zh_CN', LC_MESSAGES: 'zh_CN', LC_ALL: 'en_GB' }), /Usage/);
  assert.match(await helpIn({ LANG: 'en_US', LC_ALL: '' }), /Usage/);
});

const MISUSES: readonly (readonly [string, RegExp])[] = [
  ['', /用法/],
  ['frobnicate', /frobnicate/],
  ['topics', /没有指明文件/],
  ['topics --format table .', /table.*pretty \| json/],
  ['record a.txt', /record/],
  ['--frobnicate', /--frobnicate/],
  ['check', /没有指明要检查的文件/],
  ['check --frobnicate a.txt', /--frobnicate/],
  ['check -x a.txt', /-x/],
  ['check --format', /--format/],
  ['check --format --fix a.txt', /--format/],
  ['check --format= a.txt', /--format/],
  ['check --format xml a.txt', /xml.*pretty \| concise \| json \| jsonl \| sarif \| github/],
  ['check --fix=yes a.txt', /--fix/],
  ['check --fail-on fatal a.txt', /fatal/],
  ['check --fail-on off a.txt', /off/],
  ['check --max-warnings many a.txt', /many/],
  ['check --max-warnings=-1 a.txt', /-1/],
  ['check --threads 0 a.txt', /--threads.*1.*0/],
  ['check --rule tag.unclosed a.txt', /tag\.unknown=off.*error \| warning.*tag\.unclosed/],
  ['check --rule tag.unclosed=fatal a.txt', /tag\.unclosed.*fatal.*error \| warning \| info \| hint \| off/],
  ['check --rule tag.closed=off a.txt', /tag\.closed/],
  ['check --select tags a.txt', /tags/],
  ['check --ignore tag.closed a.txt', /tag\.closed/],
  ['check --encoding latin1 a.txt', /latin1/],
  ['explain', /要说明哪条规则/],
  ['explain tag.unclosed tag.unopened', /tag\.unopened/],
  ['explain tag.unclose', /tag\.unclose”.*tag\.unclosed/],
  ['outline', /没有指明文件/],
  ['outline a.txt b.txt', /b\.txt/],
  ['outline --format xml a.txt', /xml/],
  ['xref a.txt:1:1', /--corpus/],
  ['xref --corpus .', /FILE:LINE:COLUMN/],
  ['xref --corpus . a.txt', /a\.txt/],
  ['xref --corpus . a.txt:0:1', /a\.txt:0:1/],
  ['xref --corpus . a.txt:1:1 b.txt:1:1', /b\.txt/],
  ['xref --corpus . --queries q.json a.txt:1:1', /a\.txt/],
  ['xref --corpus . --format pretty --queries q.json', /json/],
  ['lsp', /--stdio/],
  ['lsp --stdio now', /now/],
];

for (const [args, said] of MISUSES) {
  test(`misuse: rmrb ${args}`, async (t) => {
    const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
    const { status, stdout, stderr } = await rmrb(args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, said);
    assert.match(stderr, /--help/);
  });
}

test('an empty path is a misuse, not the current folder', async (t) => {
  const { folder } = await sandbox(t, { 'a.txt': GOOD });
  assert.equal((await runCaptured(['check', '--fix', ''], folder)).status, 2);
});

test('lsp --stdio starts the server and ends with its status', async () => {
  let started = 0;
  const serve = async () => {
    started++;
    return 0;
  };
  const { status, stdout } = await runCaptured(['lsp', '--stdio'], '/', { serve });
  assert.deepEqual([status, started, stdout], [0, 1, '']);
});

test('what goes wrong inside is told, not thrown', async () => {
  const serve = () => Promise.reject(new Error('kaputt'));
  const { status, stderr } = await runCaptured(['lsp', '--stdio'], '/', { serve });
  assert.equal(status, 2);
  assert.match(stderr, /kaputt/);
});
