import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SERVER_RESOURCES } from '../../server/src/protocol/protocol.ts';
import { resourcesAtHand } from '../../server/src/text/resourcesAtHand.ts';

test('a client hands a server in a worker all resources but what the command line says', () => {
  const names = Object.keys(resourcesAtHand).filter((name) => !name.startsWith('messages/cli.'));
  assert.deepEqual([...SERVER_RESOURCES], names);
});
