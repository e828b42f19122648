import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { SERVER_RESOURCES } from '../../server/src/protocol/protocol.ts';
import { resourcesAtHand } from '../../server/src/text/resourcesAtHand.ts';

test('a client hands a server in a worker all resources but what the command line says', () => {
  const names = Object.keys(resourcesAtHand).filter((name) => !name.startsWith('messages/cli.'));
  assert.deepEqual([...SERVER_RESOURCES], names);
});

test('only the command line says what a server in a worker has no words for', () => {
  const sources = readdirSync('server/src', { recursive: true, encoding: 'utf8' });
  const others = sources.filter((name) => name.endsWith('.ts') && !name.startsWith(`cli${sep}`));
  const speaking = others.filter((name) => /['"`]cli\.(?!\$)/.test(readFileSync(join('server/src', name), 'utf8')));
  // It tells the two apart.
  assert.deepEqual(speaking, [join('text', 'messages.ts')]);
});
