import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { codeOf, codesOf, openText, until } from '../harness.ts';

const CLOSING = '〖-BT/标题〗';

export function editingSuite(): void {
  describe('editing', () => {
    it('tells of a tag that was taken away, and is content after one undo', async () => {
      const document = await openText('2014-05-20.txt');
      await problems(document, 'char.middle-dot');
      const [before, text] = [codesOf(document), document.getText()];
      await takeAway(await window.showTextDocument(document), CLOSING);
      await problems(document, 'tag.unclosed');
      await commands.executeCommand('undo');
      same(document.getText(), text, 'the text after the undo');
      await until('the problems of before', languages.onDidChangeDiagnostics, () =>
        JSON.stringify(codesOf(document)) === JSON.stringify(before) ? true : undefined,
      );
    });

    it('mends it with the quick fix, and one undo takes that back', async () => {
      const document = await openText('2014-05-20.txt');
      const text = document.getText();
      await takeAway(await window.showTextDocument(document), CLOSING);
      const broken = document.getText();
      const problem = await problems(document, 'tag.unclosed');
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        'quickfix',
      );
      const fix = actions.find(({ edit }) => edit !== undefined);
      ok(fix?.edit, 'a quick fix with an edit');
      await workspace.applyEdit(fix.edit);
      same(document.getText(), text, 'the mended text');
      await commands.executeCommand('undo');
      same(document.getText(), broken, 'the text after one undo');
      await commands.executeCommand('undo');
      same(document.getText(), text, 'the text after two');
    });
  });
}

async function takeAway(editor: TextEditor, part: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(part);
  const end = document.positionAt(start + part.length);
  await editor.edit((edit) => edit.delete(editor.selection.with(document.positionAt(start), end)));
}

function problems(document: TextDocument, code: string): Promise<Diagnostic> {
  return until(`${code} is listed`, languages.onDidChangeDiagnostics, () =>
    languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === code),
  );
}
