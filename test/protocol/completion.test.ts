import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InlineCompletionItem,
  Position,
  TextEdit,
} from 'vscode-languageserver/node';
import { marked } from '../support/marks.ts';
import { CAPABILITIES, type Client, type ClientOptions, withClient, withFolder } from './client.ts';
import { applied } from './edits.ts';

const URI = 'file:///a.rmrb';
const WITH_SNIPPETS: ClientCapabilities = {
  ...CAPABILITIES,
  textDocument: { ...CAPABILITIES.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

/** Opens a fixture and asks at its caret. */
async function listAt(client: Client, fixture: string, trigger?: string): Promise<CompletionList | null> {
  const { text, cursor } = marked(fixture);
  await client.openChecked(URI, text);
  return client.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: URI },
    position: positionIn(text, cursor),
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** What the item changes the text to, its places for the caret included. */
function taken(fixture: string, item: CompletionItem | undefined): string | undefined {
  const edits = [item?.textEdit, ...(item?.additionalTextEdits ?? [])].filter((edit): edit is TextEdit => !!edit);
  return applied({ changes: { [URI]: edits } }, { [URI]: marked(fixture).text })[URI];
}

const asking = (options: ClientOptions, work: (client: Client) => Promise<void>): Promise<void> =>
  withClient({ capabilities: WITH_SNIPPETS, ...options }, work);

describe('completion', () => {
  it('puts the caret between the two tags', () =>
    asking({}, async (client) => {
      const list = await listAt(client, '〖b‸〗\n', '〖');
      assert.equal(list?.isIncomplete, true);
      const [first] = list?.items ?? [];
      assert.equal(
        taken(
          '〖b‸〗\n',
          list?.items.find(({ label }) => label === 'BT/标题'),
        ),
        '〖BT/标题〗$1〖-BT/标题〗$0\n',
      );
      assert.equal(first?.sortText, '0');
    }));

  it('keeps to plain text where the client knows no places for the caret', () =>
    withClient({}, async (client) => {
      const list = await listAt(client, '〖bt‸〗\n');
      assert.equal(taken('〖bt‸〗\n', list?.items[0]), '〖BT/标题〗〖-BT/标题〗\n');
      assert.equal(list?.items[0]?.insertTextFormat, 1);
    }));

  it('closes the line behind the text that it encloses', () =>
    asking({}, async (client) => {
      const fixture = '〖bt‸联合声明\n';
      const list = await listAt(client, fixture);
      assert.equal(taken(fixture, list?.items[0]), '〖BT/标题〗$0联合声明〖-BT/标题〗\n');
    }));

  it('offers a choice of what the corpus has in a field', () =>
    withFolder(async (folder, uriOf) => {
      const record = (name: string) => `〖BM/版名〗${name}〖-BM/版名〗\n〖ZW/正文〗\n    声明。\n〖-ZW/正文〗\n`;
      await writeFile(join(folder, 'b.rmrb'), record('国际') + record('国际'));
      await writeFile(join(folder, 'c.rmrb'), record('要闻,{$1|}'));
      await asking({ folders: [uriOf('')] }, async (client) => {
        await client.indexed();
        const list = await listAt(client, 'bm‸\n');
        assert.equal(taken('bm‸\n', list?.items[0]), '〖BM/版名〗${1|国际,要闻\\,{\\$1\\|\\}|}〖-BM/版名〗$0\n');
      });
    }));

  it('tells what a tag means when it is looked at', () =>
    asking({ locale: 'en' }, async (client) => {
      const list = await listAt(client, '〖bt‸〗\n');
      const [item] = list?.items ?? [];
      assert.equal(item?.documentation, undefined);
      const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
      assert.match(JSON.stringify(resolved.documentation), /\*\*标题\*\* `BT`.*Headline/);
    }));

  it('knows the tags that the workspace has added', () =>
    withFolder(async (folder, uriOf) => {
      await writeFile(join(folder, '.rmrbrc.json'), '{ "vocabulary": { "XY": "小题" } }');
      await asking({ folders: [uriOf('')] }, async (client) => {
        const uri = uriOf('a.rmrb');
        await client.openChecked(uri, '〖xt〗');
        const at = { textDocument: { uri }, position: { line: 0, character: 3 } };
        const list = await client.request<CompletionList>('textDocument/completion', at);
        assert.deepEqual(
          list.items.map(({ label }) => label),
          ['XY/小题', 'XY/小题'],
        );
      });
    }));

  it('has nothing to say to a hyphen in prose', () =>
    asking({}, async (client) => assert.equal(await listAt(client, '〖BT/标题〗同江-‸〖-BT/标题〗\n', '-'), null)));
});

describe('the numeral that is shown in a new line', () => {
  it('is one to be taken where the caret is', () =>
    asking({}, async (client) => {
      const { text, cursor } = marked('声明\n\n双方声明如下：\n一、甲。\n‸\n');
      await client.openChecked(URI, text);
      const position = positionIn(text, cursor);
      const shown = await client.request<InlineCompletionItem[]>('textDocument/inlineCompletion', {
        textDocument: { uri: URI },
        position,
        context: { triggerKind: 1 },
      });
      assert.deepEqual(shown, [{ insertText: '二、', range: { start: position, end: position } }]);
    }));
});
