import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const manifest = readFileSync('package.json', 'utf8');

for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
  test(`${file} has every text of the manifest, and no other`, () => {
    const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8')))), used);
  });
}

test('every message of the client is translated, and no other', () => {
  const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`client/src/${name}`, 'utf8'));
  const used = sources.flatMap((text) =>
    [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message]) => message),
  );
  const translated = Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')));
  assert.deepEqual(new Set(translated), new Set(used));
});

test('every field of the known topics has a name', () => {
  const named = readFileSync('client/src/topics/fields.ts', 'utf8');
  const topics: { field: string }[] = JSON.parse(readFileSync('server/data/topics.json', 'utf8'));
  const fields = [...new Set(topics.map(({ field }) => field))];
  assert.deepEqual(
    fields.filter((field) => !named.includes(` ${field}: l10n.t(`)),
    [],
  );
});
