import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { version } from '../../package.json';
import { GAP, GOOD, MALFORMED, sandbox, UNCLOSED } from './harness.ts';

const { PATH } = process.env;
const ROOT = join(__dirname, '../..');
let folder = '';
let program = '';

// The real program, as its own process.
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmrb-program-'));
  program = join(folder, 'cli.js');
  await build({
    entryPoints: { cli: join(ROOT, 'server/src/main.cli.ts'), server: join(ROOT, 'server/src/main.node.ts') },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: folder,
    logLevel: 'error',
  });
});
after(() => rm(folder, { recursive: true, force: true }));

function start(cwd: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, ...args], { cwd, env: { PATH } });
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function finished(child: ChildProcessWithoutNullStreams, stdin: string | Uint8Array = '') {
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [stdout, stderr, [status]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, status };
}

test('--version is that of the package', async () => {
  assert.deepEqual(await finished(start(ROOT, ['--version'])), { stdout: `${version}\n`, stderr: '', status: 0 });
});

test('the exit status arrives', async (t) => {
  const { folder: cwd } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': UNCLOSED });
  const statuses = await Promise.all(
    ['a.txt', 'b.txt', 'c.txt'].map(async (name) => (await finished(start(cwd, ['check', name]))).status),
  );
  assert.deepEqual(statuses, [0, 1, 2]);
});

test('standard input is read', async (t) => {
  const { folder: cwd } = await sandbox(t);
  assert.equal((await finished(start(cwd, ['check', '--fix', '-']), MALFORMED)).stdout, GOOD);
});

test('threads find what one finds', async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}.txt`, index % 2 ? GAP : UNCLOSED]),
  );
  const { folder: cwd } = await sandbox(t, files);
  const alone = await finished(start(cwd, ['check', '--format', 'json', '--threads', '1', '.']));
  const together = await finished(start(cwd, ['check', '--format', 'json', '--threads', '3', '.']));
  assert.deepEqual(together, alone);
  assert.equal(alone.status, 1);
});

test('threads fix files', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, MALFORMED]));
  const { folder: cwd, read } = await sandbox(t, files);
  assert.equal((await finished(start(cwd, ['check', '--fix', '--threads', '2', '.']))).status, 0);
  for (const name of Object.keys(files)) assert.equal(await read(name), GOOD);
});

test('all of a long report reaches a slow reader', async (t) => {
  const { folder: cwd } = await sandbox(t, { 'a.txt': GAP.repeat(3000) });
  const child = start(cwd, ['check', '--select', 'number', '--format', 'json', 'a.txt']);
  child.stdin.end();
  // Nobody reads until the program has had to wait.
  await once(child.stdout, 'readable');
  const report = JSON.parse(await textOf(child.stdout));
  assert.equal(report[0].problems.length, 3000);
});

test('a reader that goes away is no accident', async (t) => {
  const { folder: cwd } = await sandbox(t, { 'a.txt': GAP.repeat(3000), 'b.txt': GAP.repeat(3000) });
  const child = start(cwd, ['check', '--format', 'concise', '.']);
  child.stdin.end();
  await once(child.stdout, 'readable');
  child.stdout.destroy();
  const [stderr, [status, signal]] = await Promise.all([textOf(child.stderr), once(child, 'close')]);
  assert.deepEqual([stderr, status, signal], ['', 0, null]);
});

test('lsp --stdio answers initialize and ends with exit', async () => {
  const child = start(ROOT, ['lsp', '--stdio']);
  const send = (content: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...content });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  let answer = '';
  while (!answer.includes('"id":1')) answer += String((await once(child.stdout, 'data'))[0]);
  assert.match(answer, /"capabilities":\{/);
  send({ id: 2, method: 'shutdown' });
  send({ method: 'exit' });
  const [status] = await once(child, 'close');
  assert.equal(status, 0);
});
