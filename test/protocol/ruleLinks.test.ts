import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { KNOWN_CODES } from '../../server/src/corpus/ruleCodes.ts';
import { RECORD_HEAD } from '../features/support.ts';
import { CAPABILITIES, type ClientOptions, fileUri, withClient, withFolder } from './client.ts';
import { actionsOn } from './edits.ts';

const URI = 'file:///w/a.rmrb';
/** One problem of each of several rules. */
const BROKEN = `${RECORD_HEAD}〖QZ/总期〗1〖-QZ/总期〗\n〖ZW/正文〗\n    一、甲方同意。\n    三、乙方同意,丙方.\n〖-ZW/正文〗\n`;
const WITH_LINKS: ClientOptions = {
  rulePage: 'file:///opt/rmrb/docs/rules.md#{code}',
  capabilities: {
    ...CAPABILITIES,
    textDocument: {
      ...CAPABILITIES.textDocument,
      publishDiagnostics: { ...CAPABILITIES.textDocument?.publishDiagnostics, codeDescriptionSupport: true },
    },
  },
};

describe('the link of a problem', () => {
  it('leads to the page on its rule, in quick fixes too', () =>
    withClient(WITH_LINKS, async (client) => {
      const { diagnostics } = await client.openChecked(URI, BROKEN);
      assert.ok(diagnostics.length > 2);
      const offered = (await actionsOn(client, URI)).flatMap((action) => action.diagnostics ?? []);
      assert.ok(offered.length > 2);
      for (const { code, codeDescription } of [...diagnostics, ...offered]) {
        assert.ok(KNOWN_CODES.has(String(code)));
        assert.equal(codeDescription?.href, `file:///opt/rmrb/docs/rules.md#${code}`);
      }
    }));

  it('is there for bytes that are no text', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, 'a.rmrb'), Buffer.from([0xff, 0xff]));
      await withClient({ ...WITH_LINKS, folders: [fileUri(folder)] }, async (client) => {
        await client.request('rmrb/checkWorkspace', {});
        const [published] = client.published(uriOf('a.rmrb'));
        assert.deepEqual(
          published?.diagnostics.map(({ codeDescription }) => codeDescription?.href),
          ['file:///opt/rmrb/docs/rules.md#file.encoding'],
        );
      });
    }));

  const without: Readonly<Record<string, ClientOptions>> = {
    'the client does not show links': { ...WITH_LINKS, capabilities: CAPABILITIES },
    'the client has no pages': { capabilities: WITH_LINKS.capabilities ?? {} },
    'what it has is no such place': { ...WITH_LINKS, rulePage: 'file:///opt/rmrb/docs/rules.md' },
  };
  for (const [when, options] of Object.entries(without)) {
    it(`is missing where ${when}`, () =>
      withClient(options, async (client) => {
        const { diagnostics } = await client.openChecked(URI, BROKEN);
        assert.ok(diagnostics.length > 2);
        assert.ok(diagnostics.every((one) => !('codeDescription' in one)));
      }));
  }
});
