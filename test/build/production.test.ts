import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SameTopic, type SameTopicResult } from '../../server/src/protocol/protocol.ts';
import { Client, fileUri, withClient } from '../protocol/client.ts';
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

  test('the command line starts from compiled code, and from its text where that is missing or another version’s', async () => {
    const compiled = dist('program.js.compiled');
    const { stdout } = await node(dist('cli.js'), 'explain', 'char.dash');
    const apart = await readFile(compiled);
    await writeFile(compiled, apart.subarray(0, 1000));
    assert.equal((await node(dist('cli.js'), 'explain', 'char.dash')).stdout, stdout);
    await rm(compiled);
    assert.equal((await node(dist('cli.js'), 'explain', 'char.dash')).stdout, stdout);
    await writeFile(compiled, apart);
  });

  test('the command line knows traditional and simplified script for the same', async () => {
    const place = 'seeds/2014-05-20.txt:14:54';
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

  test('the server has a thread build the index of a large corpus, keeps it, and opens it or builds it anew', async () => {
    const corpus = join(folder, 'corpus');
    const index = join(folder, 'storage', 'index.bin');
    await mkdir(corpus);
    const many = Array.from({ length: 60_000 }, (_, at) => `各方讨论第${at}号议题，其中包括地区形势。\n`).join('');
    await writeFile(join(corpus, 'asked.rmrb'), '声明\n一、双方支持朝鲜半岛无核化。\n');
    await writeFile(join(corpus, 'found.rmrb'), '公报\n一、关于朝鲜半岛局势，各方应保持克制。\n');
    await writeFile(join(corpus, 'large.rmrb'), `公报\n${many}`);
    const found = (notes: number) =>
      withClient(
        {
          server: [process.execPath, dist('server.js'), '--stdio'],
          folders: [fileUri(corpus)],
          storage: fileUri(join(folder, 'storage')),
          patience: 60_000,
        },
        async (client) => {
          await client.indexed();
          const textDocument = { uri: fileUri(join(corpus, 'asked.rmrb')) };
          const position = { line: 1, character: 8 };
          const { passages } = await client.request<SameTopicResult>(SameTopic, { textDocument, position });
          assert.deepEqual(
            passages.map(({ file }) => file),
            ['found.rmrb'],
          );
          await exists(index);
          const logged = client.all<{ readonly message: string }>('window/logMessage');
          assert.equal(logged.filter(({ message }) => message.includes('index.bin')).length, notes);
        },
      );

    await found(0);
    await found(0);
    const bytes = await readFile(index);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(index, bytes);
    await found(1);
  });
});

/** Whether somebody writes it in the end. */
async function exists(file: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!existsSync(file)) {
    assert.ok(Date.now() < deadline, `waited in vain for ${file}`);
    await pause(20);
  }
}
