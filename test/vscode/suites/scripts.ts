import { commands, type Hover, type Location, Selection, Uri, window, workspace } from 'vscode';
import { ok, same } from '../expect.ts';
import { file, openText, placeOf, until, write } from '../harness.ts';

export function scriptsSuite(): void {
  describe('the scripts', () => {
    it('are converted in one step', async () => {
      const text = '〖BT/标题〗联合声明〖-BT/标题〗\n〖ZW/正文〗\n    理发与发展。\n〖-ZW/正文〗\n';
      await write('script.rmrb', text);
      const document = await openText('script.rmrb');
      const editor = await window.showTextDocument(document);
      editor.selection = new Selection(0, 0, 0, 0);
      await commands.executeCommand('rmrb.convertScript', 'traditional');
      same(
        document.getText(),
        '〖BT/标题〗聯合聲明〖-BT/标题〗\n〖ZW/正文〗\n    理髮與發展。\n〖-ZW/正文〗\n',
        'the converted text',
      );
      await commands.executeCommand('undo');
      same(document.getText(), text, 'the text after one undo');
    });

    it('are converted in a copy beside the text', async () => {
      const document = await openText('2024-05-16.txt');
      const text = document.getText();
      await commands.executeCommand('rmrb.convertScriptCopy', 'simplified');
      const copy = await workspace.openTextDocument(file('2024-05-16.简体.txt'));
      ok(copy.getText().includes('中华人民共和国'), 'the copy is in simplified script');
      same(document.getText(), text, 'the text itself');
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await workspace.fs.delete(copy.uri);
    });

    it('are both at hand in the reading view, which leads back to the text', async () => {
      const document = await openText('2024-05-16.txt');
      const place = placeOf(document, '朝鮮半島');
      (await window.showTextDocument(document)).selection = new Selection(place, place);
      await commands.executeCommand('rmrb.readingView');
      const view = await until('the view', window.onDidChangeActiveTextEditor, () =>
        window.activeTextEditor?.document.uri.scheme === 'rmrb-simplified' ? window.activeTextEditor : undefined,
      );
      const shown = view.document;
      ok(shown.getText().includes('决心') && !shown.getText().includes('(lián)'), 'the view is restored');
      same(
        shown.getText().slice(shown.offsetAt(view.selection.active)).slice(0, 4),
        '朝鲜半岛',
        'what stands at the caret of the view',
      );
      const [target] = await commands.executeCommand<Location[]>(
        'vscode.executeDefinitionProvider',
        shown.uri,
        view.selection.active,
      );
      same(String(target?.uri), String(document.uri), 'the file that the view leads to');
      same(target?.range.start.line, place.line, 'the line');
      same(target?.range.start.character, place.character, 'the character');
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        Uri.parse(shown.uri.toString()),
        view.selection.active.translate(0, 1),
      );
      const said = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value));
      ok(said.join().includes('朝鲜半岛'), `the hover of the text itself: ${said.join()}`);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });
}
