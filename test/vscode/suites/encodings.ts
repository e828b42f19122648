import { commands, languages, Selection, window, workspace } from 'vscode';
import { ok, same } from '../expect.ts';
import { codeOf, file, until } from '../harness.ts';

/** 〖BT/标题〗联合声明〖-BT/标题〗, 〖ZW/正文〗 and so on in GB18030, which no platform encodes by itself. */
const GB18030 = bytesOf(
  'a1bc42542fb1eacce2a1bdc1aabacfc9f9c3f7a1bc2d42542fb1eacce2a1bd0a' + // 〖BT/标题〗联合声明〖-BT/标题〗
    'a1bc5a572fd5fdcec4a1bd0a' + // 〖ZW/正文〗
    '20202020b5dad2bbb6cea1a30a' + //     第一段。
    'a1bc2d5a572fd5fdcec4a1bd0a', // 〖-ZW/正文〗
);

export function encodingsSuite(): void {
  describe('a file in GB18030', () => {
    it('is checked like any other', async () => {
      await workspace.fs.writeFile(file('archive.rmrb'), GB18030);
      await commands.executeCommand('rmrb.checkWorkspace');
      const problems = await until('its problems', languages.onDidChangeDiagnostics, () => {
        const found = languages.getDiagnostics(file('archive.rmrb'));
        return found.length > 0 ? found : undefined;
      });
      ok(
        problems.some((one) => codeOf(one) === 'field.missing'),
        'a field is missing',
      );
      ok(!problems.some((one) => codeOf(one) === 'char.lost'), 'nothing was lost in reading');
    });

    it('is saved as it was', async () => {
      const document = await workspace.openTextDocument(file('archive.rmrb'), { encoding: 'gb18030' });
      const editor = await window.showTextDocument(document);
      ok(document.getText().includes('〖BT/标题〗联合声明'), 'the text is readable');
      const end = document.lineAt(2).range.end;
      editor.selection = new Selection(end, end);
      await editor.edit((edit) => edit.insert(end, '一'));
      ok(await document.save(), 'it is saved');
      const saved = await workspace.fs.readFile(document.uri);
      same(hexOf(saved), hexOf(GB18030).replace('b6cea1a30a', 'b6cea1a3d2bb0a'), 'the bytes');
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await workspace.fs.delete(document.uri);
    });
  });
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
