import { type CodeAction, commands, Range, type TextDocument, window, workspace } from 'vscode';
import { ok, same } from '../expect.ts';
import { file, openText, until, write } from '../harness.ts';

/** How often the preview is told to go ahead: nothing tells that it has come up. */
const AGAIN = 200;

export function recordSuite(): void {
  describe('a text becomes a record', () => {
    let count = 0;

    /** A copy of a text, since VS Code holds a document for minutes after its last editor was closed. */
    async function copyOf(name: string): Promise<TextDocument> {
      const copy = `record-${++count}.txt`;
      const bytes = await workspace.fs.readFile(file(name));
      await write(copy, new TextDecoder().decode(bytes));
      return openText(copy);
    }

    afterEach(async () => {
      for (const { document } of window.visibleTextEditors) if (document.isDirty) await document.save();
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(file(`record-${count}.txt`));
    });

    for (const { name, date } of [
      { name: '2002-12-02.txt', date: '20021202' },
      { name: '2021-06-28.txt', date: '20210628' },
    ]) {
      it(`${name} through the preview, with the caret in the first field to fill in, and back with one undo`, async () => {
        const document = await copyOf(name);
        const before = document.getText();
        ok(await converted(document), 'the changes were carried out');
        const text = document.getText();
        // The number is known where other tests have left records of two days.
        ok(/^〖ZQ\/总期〗\d*〖-ZQ\/总期〗/.test(text), `the first field in ${text.slice(0, 40)}`);
        ok(text.includes(`〖RQ/日期〗${date}〖-RQ/日期〗`), `the date in ${text.slice(0, 80)}`);
        ok(/〖ZW\/正文〗\r?\n {4}\S/.test(text), 'the body is indented');
        ok(text.trimEnd().endsWith('〖-ZW/正文〗'), 'the body is closed');
        const editor = window.activeTextEditor;
        same(editor?.document.uri.toString(), document.uri.toString(), 'the editor in front');
        same(textBefore(document), '〖BH/版号〗', 'what stands before the caret');
        await commands.executeCommand('jumpToNextSnippetPlaceholder');
        same(textBefore(document), '〖TH/条号〗', 'what stands before the caret at the next stop');
        await commands.executeCommand('undo');
        same(document.getText(), before, 'the text after one undo');
      });
    }

    it('is offered for a text without tags, not for a record', async () => {
      const titles = async (name: string) => {
        const { uri } = await openText(name);
        const range = new Range(0, 0, 0, 0);
        const actions = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          range,
          'refactor.rewrite',
        );
        return actions.map(({ command }) => command?.command);
      };
      await copyOf('2002-12-02.txt');
      same(await titles(`record-${count}.txt`), ['rmrb.toRecord'], 'what is offered for the text');
      same(await titles('2014-05-20.txt'), [], 'what is offered for the record');
    });
  });
}

/** Runs the command and says yes to the preview as soon as it has come up. */
async function converted(document: TextDocument): Promise<boolean> {
  await window.showTextDocument(document);
  const version = document.version;
  const done = commands.executeCommand<boolean>('rmrb.toRecord', document.uri);
  const timer = setInterval(() => {
    commands.executeCommand('refactorPreview.apply').then(undefined, () => {});
  }, AGAIN);
  try {
    await until('the text changes', workspace.onDidChangeTextDocument, () =>
      document.version > version ? true : undefined,
    );
    return await done;
  } finally {
    clearInterval(timer);
  }
}

function textBefore(document: TextDocument): string {
  const caret = window.activeTextEditor?.selection.active;
  const line = caret ? document.lineAt(caret.line).text.slice(0, caret.character) : '';
  return line;
}
