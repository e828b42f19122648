import { commands, languages, type TextDocument, window, workspace } from 'vscode';
import { same } from '../expect.ts';
import { openText, until, write } from '../harness.ts';

export function recognitionSuite(): void {
  describe('recognition', () => {
    it('leaves a text of another kind alone', async () => {
      const other = await workspace.openTextDocument(await write('list.txt', '联合声明一事，明天再议。\n'));
      const shopping = await workspace.openTextDocument(await write('shopping.txt', '牛奶\n面包\n二十个鸡蛋\n'));
      await afterwards();
      same([other.languageId, shopping.languageId], ['plaintext', 'plaintext'], 'the languages');
    });

    it('recognises a text that is pasted into a new file', async () => {
      const source = await openText('2017-07-05.txt');
      const fresh = await workspace.openTextDocument({ language: 'plaintext', content: '' });
      const editor = await window.showTextDocument(fresh);
      await editor.edit((edit) => edit.insert(fresh.positionAt(0), source.getText()));
      await hasLanguage(fresh, 'rmrb');
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('does not fight a user who switches the language back', async () => {
      const document = await openText('2017-07-05.txt');
      await languages.setTextDocumentLanguage(document, 'plaintext');
      await window.showTextDocument(await openText('2014-05-20.txt'));
      await window.showTextDocument(document);
      await afterwards();
      same(document.languageId, 'plaintext', 'the language that the user chose');
      await languages.setTextDocumentLanguage(document, 'rmrb');
    });

    it('follows the setting rmrb.detect', async () => {
      const document = await openText('2021-06-28.txt');
      const settings = workspace.getConfiguration('rmrb');
      await settings.update('detect', 'off');
      await hasLanguage(document, 'plaintext');
      await settings.update('detect', undefined);
      await hasLanguage(document, 'rmrb');
    });
  });
}

function hasLanguage(document: TextDocument, language: string): Promise<true> {
  return until(`the language becomes ${language}`, workspace.onDidOpenTextDocument, () =>
    document.languageId === language ? true : undefined,
  );
}

/** A text that is opened now is recognised after all that were opened before: one by one they pass the same server. */
async function afterwards(): Promise<void> {
  const content = '中俄联合声明\n双方声明如下：\n一\n二\n三\n';
  await hasLanguage(await workspace.openTextDocument({ language: 'plaintext', content }), 'rmrb');
}
