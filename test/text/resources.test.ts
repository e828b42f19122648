import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { SERVER_RESOURCES } from '../../server/src/protocol/protocol.ts';
import { resourcesAtHand } from '../../server/src/text/resourcesAtHand.ts';

test('a client hands a server in a worker all resources but what the command line says', () => {
  const names = Object.keys(resourcesAtHand).filter((name) => !name.startsWith('messages/cli.'));
  assert.deepEqual([...SERVER_RESOURCES], names);
});

describe('what only the command line says', () => {
  it('is asked for by nothing that the server runs, which does not load it', () => {
    const keys = ['zh-cn', 'en'].flatMap((locale) =>
      Object.keys(JSON.parse(readFileSync(`l10n/server/${locale}/cli.json`, 'utf8')) as object),
    );
    assert.deepEqual(
      keys.filter((key) => !key.startsWith('cli.')),
      [],
    );
    const sources = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.startsWith('cli/'),
    );
    assert.deepEqual(
      sources.filter((path) => /['"`]cli\./.test(readFileSync(`server/src/${path}`, 'utf8'))),
      [],
    );
  });
});
