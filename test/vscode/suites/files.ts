import { commands, languages, Uri, workspace } from 'vscode';
import { ok, same } from '../expect.ts';
import { codeOf, file, until, write } from '../harness.ts';

const WHOLE = '〖ZQ/总期〗20586〖-ZQ/总期〗\n〖RQ/日期〗20140522〖-RQ/日期〗\n〖BT/标题〗中俄联合声明〖-BT/标题〗\n';
const BROKEN = WHOLE.replace('〖-BT/标题〗', '');

export function filesSuite(): void {
  describe('files that are not open', () => {
    it('lose their problems when they are mended elsewhere', async () => {
      const uri = await withProblem('mended.rmrb');
      await write('mended.rmrb', WHOLE);
      await hasProblem(uri, false);
      await workspace.fs.delete(uri);
    });

    it('lose their problems when they are deleted', async () => {
      const uri = await withProblem('deleted.rmrb');
      await workspace.fs.delete(uri);
      await until('no problem is left', languages.onDidChangeDiagnostics, () =>
        languages.getDiagnostics(uri).length === 0 ? true : undefined,
      );
    });

    it('are left out where a .gitignore names them, as long as it is there', async () => {
      const ignoring = await write('left-out/.gitignore', 'draft.rmrb\n');
      const draft = await write('left-out/draft.rmrb', BROKEN);
      await hasProblem(await withProblem('left-out/kept.rmrb'), true);
      same(languages.getDiagnostics(draft).length, 0, 'the problems of a file that is ignored');
      await workspace.fs.delete(ignoring);
      await hasProblem(draft, true);
      await workspace.fs.delete(Uri.joinPath(draft, '..'), { recursive: true });
    });

    it('lose their problems when the folder that they lie in is deleted', async () => {
      const uri = await withProblem('deleted/in/a.rmrb');
      await workspace.fs.delete(file('deleted'), { recursive: true });
      await hasProblem(uri, false);
    });
  });
}

async function withProblem(name: string): Promise<Uri> {
  const uri = await write(name, BROKEN);
  await commands.executeCommand('rmrb.checkWorkspace');
  ok(await hasProblem(uri, true), `${name} has a problem`);
  return uri;
}

function hasProblem(uri: Uri, wanted: boolean): Promise<true> {
  return until(`tag.unclosed ${wanted ? 'appears' : 'goes'}`, languages.onDidChangeDiagnostics, () =>
    languages.getDiagnostics(uri).some((one) => codeOf(one) === 'tag.unclosed') === wanted ? true : undefined,
  );
}
