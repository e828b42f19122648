/** The server of the web entry in a browser's worker: that it has the index of a large corpus built in a worker of its own. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/process.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';

const dist = join(root, 'dist');
/** Whatever the build has put into files of its own. */
const RESOURCES = ['dictionaries', 'messages'].flatMap((folder) =>
  readdirSync(join(dist, folder)).map((file) => `${folder}/${file.replace(/\.json$/, '')}`),
);
/** Enough text that it is not looked through. */
const LARGE = Array.from({ length: 60_000 }, (_, at) => `各方讨论第${at}号议题，其中包括地区形势。\n`).join('');
const FILES = {
  'test:/asked.rmrb': '声明\n一、双方支持朝鲜半岛无核化。\n',
  'test:/found.rmrb': '公报\n一、关于朝鲜半岛局势，各方应保持克制。\n',
  'test:/large.rmrb': `公报\n${LARGE}`,
};

describe('the server in a browser', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('has a worker of its own build the index of a large corpus, and answers from it', async () => {
    const page = await browser.newPage();
    const script = readFileSync(join(dist, 'web', 'server.js'), 'utf8');
    const resources = RESOURCES.map((name) => [name, readFileSync(join(dist, `${name}.json`), 'utf8')]);
    const answer = await page.evaluate(askServer, { script, resources, files: FILES });
    assert.deepEqual(answer.found, ['test:/found.rmrb']);
    assert.equal(answer.threads, 1);
    assert.deepEqual(answer.warnings, []);
  });
});

/**
 * Runs in the page: an editor that serves files and asks one question.
 * @param {{ script: string, resources: string[][], files: Record<string, string> }} given
 * @returns {Promise<{ found: string[], threads: number, warnings: string[] }>}
 */
async function askServer({ script, resources, files }) {
  const addressOf = (/** @type {string} */ text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const addresses = Object.fromEntries(resources.map(([name, text]) => [name, addressOf(`self.rmrbResource=${text}`)]));
  // Counts the workers that the worker starts.
  const counting =
    'const Native=self.Worker;self.Worker=class extends Native{constructor(...a){super(...a);self.postMessage({jsonrpc:"2.0",method:"test/thread"})}};\n';
  const worker = new Worker(addressOf(counting + script));
  let threads = 0;
  /** @type {string[]} */
  const warnings = [];
  /** @type {Map<number, (result: unknown) => void>} */
  const waiting = new Map();
  let id = 0;
  /** @type {() => void} */
  let read = () => undefined;
  const isRead = new Promise((resolve) => (read = () => resolve(undefined)));
  const base64 = (/** @type {string} */ text) => {
    let binary = '';
    for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
    return btoa(binary);
  };
  const ask = (/** @type {string} */ method, /** @type {unknown} */ params) =>
    new Promise((resolve) => {
      waiting.set(++id, resolve);
      worker.postMessage({ jsonrpc: '2.0', id, method, params });
    });
  worker.addEventListener('message', ({ data }) => {
    if (data.method === undefined) return waiting.get(data.id)?.(data.result);
    if (data.method === 'test/thread') threads++;
    if (data.method === 'window/logMessage' && data.params.type < 3) warnings.push(data.params.message);
    if (data.method === 'window/logMessage' && data.params.message.includes('3')) read();
    if (data.id === undefined) return undefined;
    const result =
      data.method === 'rmrb/listFiles'
        ? { uris: Object.keys(files) }
        : data.method === 'rmrb/readFile'
          ? { base64: base64(files[data.params.uri] ?? '') }
          : null;
    return worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
  });
  await ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: 'test:/', name: 'test' }],
    initializationOptions: { files: 'client', resources: addresses },
  });
  worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
  await isRead;
  const textDocument = { uri: 'test:/asked.rmrb' };
  const { passages } = /** @type {{ passages: { uri: string }[] }} */ (
    await ask('rmrb/sameTopic', { textDocument, position: { line: 1, character: 8 } })
  );
  worker.terminate();
  return { found: passages.map(({ uri }) => uri), threads, warnings };
}
