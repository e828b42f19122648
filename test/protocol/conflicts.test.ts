import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RECORD_HEAD } from '../features/support.ts';
import { type Client, withClient } from './client.ts';

const FIRST = 'file:///w/first.rmrb';
const SECOND = 'file:///w/second.rmrb';
const recordOf = (body: string): string => `${RECORD_HEAD}〖ZW/正文〗\n    ${body}\n〖-ZW/正文〗\n`;

const duplicates = (client: Client, uri: string) =>
  (client.published(uri).at(-1)?.diagnostics ?? []).filter(({ code }) => code === 'meta.duplicate-record');

describe('problems among files', () => {
  it('are told of in both, with links both ways, and withdrawn when one is mended', () =>
    withClient({}, async (client) => {
      await client.open(FIRST, recordOf('双方就共同关心的问题交换了意见。'));
      await client.open(SECOND, recordOf('两国总理举行了定期会晤。'));
      await client.until('duplicates in both', () =>
        [FIRST, SECOND].every((uri) => duplicates(client, uri).length === 1),
      );
      const links = [FIRST, SECOND].map((uri) => duplicates(client, uri)[0]?.relatedInformation?.[0]?.location.uri);
      assert.deepEqual(links, [SECOND, FIRST]);

      // 条号 2 becomes 21.
      await client.insert(SECOND, 2, 3, 8, '1');
      await client.until('none left', () => [FIRST, SECOND].every((uri) => duplicates(client, uri).length === 0));
    }));
});
