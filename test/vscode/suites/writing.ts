import {
  commands,
  extensions,
  Range,
  Selection,
  type TextDocument,
  type TextEdit,
  Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { openText, placeOf, until, write } from '../harness.ts';

export function writingSuite(): void {
  describe('writing', () => {
    it('puts the closing tag behind the caret when the opening one is complete, and one undo takes both back', async () => {
      await write('new.rmrb', '〖BT/标题\n');
      const document = await openText('new.rmrb');
      const editor = await window.showTextDocument(document);
      const end = placeOf(document, '\n');
      editor.selection = new Selection(end, end);
      await commands.executeCommand('type', { text: '〗' });
      await until('the closing tag', workspace.onDidChangeTextDocument, () =>
        document.getText() === '〖BT/标题〗〖-BT/标题〗\n' ? true : undefined,
      );
      await until('the caret between the tags', window.onDidChangeTextEditorSelection, () =>
        editor.selection.active.character === end.character + 1 ? true : undefined,
      );
      await commands.executeCommand('undo');
      same(document.getText(), '〖BT/标题\n', 'the text after one undo');
    });

    it('formats a record, and one undo takes that back', async () => {
      const text = '〖RQ/日期〗20140521〖-RQ/日期〗〖BH/版号〗 002〖-BH/版号〗\n\n\n〖BT/标题〗声明〖-BT/标题〗\n';
      await write('unformatted.rmrb', text);
      const document = await openText('unformatted.rmrb');
      await window.showTextDocument(document);
      await commands.executeCommand('editor.action.formatDocument');
      const expected = '〖RQ/日期〗20140521〖-RQ/日期〗\n〖BH/版号〗002〖-BH/版号〗\n〖BT/标题〗声明〖-BT/标题〗\n';
      await until('the formatted text', workspace.onDidChangeTextDocument, () =>
        document.getText() === expected ? true : undefined,
      );
      await commands.executeCommand('undo');
      same(document.getText(), text, 'the text after one undo');
    });

    it('finds nothing to format in the five texts but white space', async () => {
      for (const name of ['2002-12-02.txt', '2014-05-20.txt', '2017-07-05.txt', '2021-06-28.txt', '2024-05-16.txt']) {
        const document = await openText(name);
        const edits =
          (await commands.executeCommand<TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
            tabSize: 4,
            insertSpaces: true,
          })) ?? [];
        for (const { range, newText } of edits)
          same(`${document.getText(range)}${newText}`.trim(), '', `edits of ${name}`);
      }
    });

    it('links the tags of a pair', async () => {
      const document = await openText('2014-05-20.txt');
      // The command is VS Code's own, and answers with ranges of its own.
      const linked = await commands.executeCommand<LinkedRanges | undefined>(
        '_executeLinkedEditingProvider',
        document.uri,
        placeOf(document, 'BT/标题'),
      );
      const texts = linked?.ranges.map(({ startLineNumber, startColumn, endLineNumber, endColumn }) =>
        document.getText(new Range(startLineNumber - 1, startColumn - 1, endLineNumber - 1, endColumn - 1)),
      );
      same(texts?.join(), 'BT/标题,BT/标题', 'the linked ranges');
    });

    it('goes from section to section, and moves one with its number', async () => {
      const text = '联合声明\n\n双方声明如下：\n一、加强合作。\n二、扩大贸易。\n三、保持对话。\n';
      await write('sections.rmrb', text);
      const document = await openText('sections.rmrb');
      const editor = await window.showTextDocument(document);
      const start = placeOf(document, '一、');
      editor.selection = new Selection(start, start);
      await commands.executeCommand('rmrb.nextSection');
      await until('the second section', window.onDidChangeTextEditorSelection, () =>
        editor.selection.active.line === 4 ? true : undefined,
      );
      await commands.executeCommand('rmrb.moveSectionDown');
      const moved = '联合声明\n\n双方声明如下：\n一、加强合作。\n二、保持对话。\n三、扩大贸易。\n';
      same(document.getText(), moved, 'the text with the section moved');
      await commands.executeCommand('undo');
      same(document.getText(), text, 'the text after one undo');
    });

    it('has key bindings that VS Code itself does not use', async () => {
      const defaults = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
      const taken = new Set([...defaults.getText().matchAll(/"key": "([^"]+)"/g)].map(([, key]) => key));
      ok(taken.has('f8'), 'the key bindings of VS Code');
      const manifest: unknown = extensions.getExtension('rmrb.rmrb')?.packageJSON;
      const { contributes } = manifest as { contributes: { keybindings: { key: string; command: string }[] } };
      // What is listed are all defaults, ours among them.
      const own = contributes.keybindings.filter(({ key, command }) => {
        const of = defaults.getText().split(`"key": "${key}"`).slice(1);
        return taken.has(key) && of.some((rest) => !rest.slice(0, rest.indexOf('}')).includes(`"${command}"`));
      });
      same(own.map(({ key }) => key).join(), '', 'keys that are taken already');
    });

    it('renames a term in every text that has it', async () => {
      const document = await openText('2014-05-20.txt');
      const edit = await renaming(document, '朝鲜半岛', '韩半岛');
      const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
      ok(files.includes('2014-05-20.txt') && files.includes('2002-12-02.txt'), `the edited files: ${files.join()}`);
    });
  });
}

interface LinkedRanges {
  readonly ranges: readonly {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  }[];
}

function renaming(document: TextDocument, term: string, newName: string): Thenable<WorkspaceEdit> {
  const uri = Uri.parse(document.uri.toString());
  const place = placeOf(document, term).translate(0, 1);
  return commands.executeCommand('vscode.executeDocumentRenameProvider', uri, place, newName);
}
