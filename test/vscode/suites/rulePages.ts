import { languages, TabInputCustom, type Uri, commands, window, workspace } from 'vscode';
import { ok, same } from '../expect.ts';
import { openText, until } from '../harness.ts';

export function rulePagesSuite(): void {
  describe('the pages on rules', () => {
    it('are what problems link to', async () => {
      const { uri } = await openText('2002-12-02.txt');
      const target = await until('the problems are listed', languages.onDidChangeDiagnostics, () =>
        linkOf(uri, 'number.glyph'),
      );
      const page = (await workspace.openTextDocument(target)).getText();
      ok(page.startsWith('## number.glyph\n'), page.slice(0, 100));
      ok(page.includes('—\n双方强调加强合作。'), 'the wrong example');
      ok(!page.includes('number.style') && !page.includes('char.pinyin'), 'no other rule');
    });

    it('are shown as Markdown', async () => {
      const { uri } = await openText('2002-12-02.txt');
      const target = await until('the problems are listed', languages.onDidChangeDiagnostics, () =>
        linkOf(uri, 'structure.broken-paragraph'),
      );
      await commands.executeCommand('vscode.open', target);
      const kind = await until('the page is open', window.tabGroups.onDidChangeTabs, () => {
        const input = window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof TabInputCustom ? input.viewType : undefined;
      });
      same(kind, 'vscode.markdown.preview.editor', 'what shows it');
    });
  });
}

function linkOf(uri: Uri, wanted: string): Uri | undefined {
  for (const { code } of languages.getDiagnostics(uri)) {
    if (typeof code === 'object' && code.value === wanted) return code.target;
  }
  return undefined;
}
