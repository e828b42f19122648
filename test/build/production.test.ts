import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { Client, fileUri } from '../protocol/client.ts';
import { loadedToAnswer } from '../support/loadedCode.ts';

const execute = promisify(execFile);
/** Bytes that an editor has to load before the server can answer. */
const MOST_OF_SERVER = 450_000;
const OVER_CONVERTED = '中俄联合声明\n\n双方声明如下：\n一、两国麵临共同的任务。\n';

suite('what is shipped', () => {
  let folder = '';
  const dist = (name: string): string => join(folder, 'dist', name);
  const node = (script: string, ...args: string[]) =>
    execute(process.execPath, [script, ...args], { env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rmrb-build-'));
    await node('esbuild.mjs', '--production', `--outdir=${dist('')}`);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('little is loaded for the server to answer', async () => {
    const loaded = await loadedToAnswer(dist('server.js'));
    const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
    assert.ok(loaded.some(({ file }) => file === dist('server.js')));
    assert.ok(bytes <= MOST_OF_SERVER, `${bytes} bytes`);
  });

  test('the command line finds its dictionaries, in threads too', async () => {
    const text = join(folder, '声明.rmrb');
    await writeFile(text, OVER_CONVERTED);
    const { stdout } = await node(dist('cli.js'), 'check', '--format', 'concise', '--threads', '2', text, 'seeds');
    assert.match(stdout, /声明\.rmrb:4:5: warning\[char\.script\] .*「面临」/);
    assert.match(stdout, /2024-05-16\.txt:.*char\.pinyin/);
  });

  test('the command line knows traditional and simplified script for the same', async () => {
    const place = 'seeds/2014-05-20.txt:14:20';
    const { stdout } = await node(dist('cli.js'), 'xref', '--format', 'json', '--corpus', 'seeds', place);
    const { passages } = JSON.parse(stdout) as { passages: { file: string; excerpt: string }[] };
    assert.ok(passages.some(({ file, excerpt }) => file === 'seeds/2024-05-16.txt' && excerpt.includes('歷史')));
  });

  test('the server finds its dictionaries and wordings, and reads none of them before it has answered', async () => {
    const apart = (name: string): string => join(folder, name);
    for (const name of ['dictionaries', 'messages']) await rename(dist(name), apart(name));
    const client = new Client({ server: [process.execPath, dist('server.js'), '--stdio'] });
    try {
      await client.initialize({ locale: 'zh-cn' });
      for (const name of ['dictionaries', 'messages']) await rename(apart(name), dist(name));
      await client.connection.sendNotification('initialized', {});
      const { diagnostics } = await client.openChecked(fileUri(join(folder, '声明.rmrb')), OVER_CONVERTED);
      assert.deepEqual(
        diagnostics.filter(({ code }) => code === 'char.script').map(({ range }) => range.start),
        [{ line: 3, character: 4 }],
      );
    } finally {
      await client.stop();
    }
  });

  test('a stack trace leads back to the sources', async () => {
    const parts = (await readdir(dist('server')))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `server/${name}`);
    const texts = await Promise.all(
      ['server.js', ...parts].map(async (name) => [name, await readFile(dist(name), 'utf8')]),
    );
    const [file = '', text = ''] = texts.find(([, content]) => content?.includes('Nobody provides')) ?? [];
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('Nobody provides'));
    const column = (lines[line] ?? '').indexOf('Nobody provides');
    const running = execute(process.execPath, ['scripts/trace.mjs', dist('')]);
    running.child.stdin?.end(`Error: …\n    at t (/home/u/rmrb/dist/${file}:${line + 1}:${column + 1})\n`);
    assert.match((await running).stdout, /^Error: …\n {4}at t \(server\/src\/text\/resources\.ts:\d+:\d+\)\n$/);
  });
});
