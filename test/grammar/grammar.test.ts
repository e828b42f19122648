import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { getVSCodeTokens } from 'vscode-tmgrammar-test/dist/snapshot/index.js';

const ROOT = new URL('../../', import.meta.url);
const SCOPE = 'text.rmrb';
const registry = createRegistry([
  { path: fileURLToPath(new URL('syntaxes/rmrb.tmLanguage.json', ROOT)), scopeName: SCOPE },
]);

/** What the grammar colours, a token a line: `line:column text scopes`. */
async function colours(text: string): Promise<string> {
  const lines = await getVSCodeTokens(registry, SCOPE, text);
  return lines
    .flatMap(({ src, tokens }, line) =>
      tokens
        .filter(({ scopes }) => scopes.length > 1)
        .map(({ startIndex, endIndex, scopes }) => {
          const names = scopes.slice(1).map((scope) => scope.replace(/\.rmrb$/, ''));
          return `${line + 1}:${startIndex + 1}\t${src.slice(startIndex, endIndex)}\t${names.join(' ')}\n`;
        }),
    )
    .join('');
}

/** A line just below the length from which VS Code stops colouring. */
function longLine(of: string): string {
  return of.repeat(Math.ceil(19_999 / of.length)).slice(0, 19_999);
}

for (const seed of readdirSync(new URL('seeds/', ROOT)).filter((name) => name.endsWith('.txt'))) {
  test(`the colours of seeds/${seed} are as reviewed`, async () => {
    const reviewed = new URL(`seeds/${seed.replace('.txt', '.tsv')}`, import.meta.url);
    const found = await colours(readFileSync(new URL(`seeds/${seed}`, ROOT), 'utf8'));
    if (process.env['UPDATE_SNAPSHOTS']) writeFileSync(reviewed, found);
    assert.equal(found, readFileSync(reviewed, 'utf8'));
  });
}

/** Milliseconds of processor time; VS Code gives up a line that takes longer. */
const LIMIT = 500;

const REPEATED =
  '“ “《 《〈 〖 〖BT/标题〗 〖JZ/加重〗 一 \u3000 \u3000\u3000一 聯(lián) 聯(lia 国主 2014年 本报北京 公报国 <a \u00A0';

for (const piece of REPEATED.split(' ')) {
  test(`a line of nothing but ${JSON.stringify(piece)} is coloured in time`, async () => {
    await colours('');
    const before = process.cpuUsage();
    await colours(longLine(piece));
    assert.ok(process.cpuUsage(before).user / 1000 < LIMIT);
  });
}
