import { commands, languages, type Uri } from 'vscode';
import { ok, same } from '../expect.ts';
import { file, folder, openText, until, write } from '../harness.ts';

const COMMANDS = [
  'rmrb.checkWorkspace',
  'rmrb.toRecord',
  'rmrb.toggleDiagnostics',
  'rmrb.restartServer',
  'rmrb.showOutput',
];
const NAMES = ['2002-12-02.txt', '2014-05-20.txt', '2017-07-05.txt', '2021-06-28.txt', '2024-05-16.txt'];

export function commandsSuite(): void {
  describe('commands', () => {
    it('are all there', async () => {
      const known = await commands.getCommands(true);
      same(
        COMMANDS.filter((command) => !known.includes(command)),
        [],
        'the commands that are missing',
      );
    });

    it('check the whole workspace, and put the problems of every file into the list', async () => {
      const result = await commands.executeCommand<{ files: number; problems: number }>('rmrb.checkWorkspace');
      ok(result.files >= 5, `${result.files} files were checked`);
      // 2014 has a few slips, 2024 more than the list shows of one file.
      const listed = await until('the list is complete', languages.onDidChangeDiagnostics, () =>
        NAMES.every((name) => languages.getDiagnostics(file(name)).length > 0) ? problemsInFolder() : undefined,
      );
      ok(result.problems >= listed, `${result.problems} problems were found, ${listed} are listed`);
    });

    it('check the folder or the files that are clicked in the explorer', async () => {
      await write('clicked/inside.rmrb', '〖BT/标题〗联合声明\n');
      const check = (...uris: Uri[]): Thenable<{ files: number }> =>
        commands.executeCommand('rmrb.checkHere', uris[0], uris);
      same((await check(file('clicked'))).files, 1, 'the files in the folder');
      same((await check(file('2014-05-20.txt'), file('2017-07-05.txt'))).files, 2, 'the files that are selected');
    });

    it('restart the server, which answers again', async () => {
      const document = await openText('2014-05-20.txt');
      await commands.executeCommand('rmrb.restartServer');
      const outline = await commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri);
      ok(outline.length > 0, 'the outline of the new server');
    });

    it('show the output', async () => {
      await commands.executeCommand('rmrb.showOutput');
    });
  });
}

function problemsInFolder(): number {
  const inside = ([uri]: readonly [Uri, unknown]): boolean => uri.toString().startsWith(folder().toString());
  const all = languages.getDiagnostics().filter(inside);
  return all.flatMap(([, diagnostics]) => diagnostics).filter(({ source }) => source === 'rmrb').length;
}
