import {
  type CompletionItem,
  type CompletionList,
  commands,
  Range,
  Selection,
  SnippetString,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { openText, until, write } from '../harness.ts';

const TEXTS = ['2002-12-02.txt', '2014-05-20.txt', '2017-07-05.txt', '2021-06-28.txt', '2024-05-16.txt'];

export function completionSuite(): void {
  describe('completion', () => {
    it('knows the titles of the others in each of the five texts', async () => {
      for (const name of TEXTS) {
        const document = await openText(name);
        const editor = await window.showTextDocument(document);
        const end = document.getText().length;
        await editor.edit((edit) => edit.insert(document.positionAt(end), '《联合'));
        const labels = (await itemsAt(document, document.getText().length)).map(labelOf);
        await commands.executeCommand('undo');
        same(document.getText().length, end, 'the text as it was');
        ok(labels.includes('联合国宪章'), `${name}: ${labels.join()}`);
      }
    });

    it('puts in a tag with its other half', async () => {
      const document = await newText('tag.rmrb', '〖RQ/日期〗20140521〖-RQ/日期〗\n〖b〗\n');
      const item = await itemAt(document, document.getText().indexOf('b〗') + 1, 'BT/标题');
      await take(document, item);
      same(document.getText(), '〖RQ/日期〗20140521〖-RQ/日期〗\n〖BT/标题〗〖-BT/标题〗\n', 'the text');
      same(window.activeTextEditor?.selection.active.character, '〖BT/标题〗'.length, 'the caret');
    });

    it('closes the tag that is open', async () => {
      const document = await newText('closing.rmrb', '〖BT/标题〗声明〖-〗\n');
      await take(document, await itemAt(document, document.getText().indexOf('-〗') + 1, '-BT/标题'));
      same(document.getText(), '〖BT/标题〗声明〖-BT/标题〗\n', 'the text');
    });

    it('knows the titles that the folder has', async () => {
      const document = await newText('title.rmrb', '双方遵守《联合》。\n');
      await take(document, await itemAt(document, document.getText().indexOf('》'), '联合国宪章'));
      same(document.getText(), '双方遵守《联合国宪章》。\n', 'the text');
    });

    it('shows the next numeral in a new line, where one key takes it', async () => {
      const text = '声明\n\n双方声明如下：\n一、甲。\n';
      const document = await newText('numerals.rmrb', text);
      const editor = await window.showTextDocument(document);
      const end = document.positionAt(text.length);
      editor.selection = new Selection(end, end);
      await commands.executeCommand('editor.action.inlineSuggest.trigger');
      await commands.executeCommand('editor.action.inlineSuggest.commit');
      await until('the numeral', workspace.onDidChangeTextDocument, () =>
        document.getText() === `${text}二、` ? true : undefined,
      );
    });

    it('has one item of a kind, snippets included', async () => {
      const document = await newText('new-record.rmrb', '〖RQ/日期〗20140521〖-RQ/日期〗\n\n');
      const offered = await itemsAt(document, document.getText().length - 1);
      const labels = offered.map(labelOf);
      ok(labels.includes('BT/标题'), `the fields: ${labels.join()}`);
      const fields = labels.filter((label) => label.includes('/'));
      same(fields.length, new Set(fields).size, `each once: ${fields.join()}`);
    });
  });
}

async function newText(name: string, text: string): Promise<TextDocument> {
  await write(name, text);
  return openText(name);
}

async function itemsAt(document: TextDocument, offset: number): Promise<CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return list.items;
}

async function itemAt(document: TextDocument, offset: number, label: string): Promise<CompletionItem> {
  const items = await itemsAt(document, offset);
  const item = items.find((one) => labelOf(one) === label);
  ok(item, `${label} among ${items.map(labelOf).join()}`);
  return item;
}

async function take(document: TextDocument, { insertText, range }: CompletionItem): Promise<void> {
  const editor = await window.showTextDocument(document);
  const snippet = insertText instanceof SnippetString ? insertText : new SnippetString(insertText);
  ok(range instanceof Range, 'one range for whatever way of inserting');
  await editor.insertSnippet(snippet, range);
}

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
