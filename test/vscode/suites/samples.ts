import { commands, extensions, Uri, window, workspace } from 'vscode';
import { copySamples } from '../../../client/src/samples.ts';
import { ok, same } from '../expect.ts';
import { file, until, write } from '../harness.ts';

export function samplesSuite(): void {
  describe('the samples', () => {
    const extension = (): Uri => extensions.getExtension('rmrb.rmrb')?.extensionUri ?? Uri.parse('missing:/');
    const bytesOf = async (uri: Uri): Promise<string> => (await workspace.fs.readFile(uri)).join();

    it('are copied as they are; what the user changed stays, and what he deleted comes back', async () => {
      const copies = file('copies');
      await copySamples(extension(), copies);
      const changed = await write('copies/2014-05-20.txt', '改过了\n');
      await workspace.fs.delete(Uri.joinPath(copies, '2002-12-02.txt'));
      await copySamples(extension(), copies);
      same(new TextDecoder().decode(await workspace.fs.readFile(changed)), '改过了\n', 'the changed copy');
      for (const name of ['2002-12-02.txt', '2017-07-05.txt', '2021-06-28.txt', '2024-05-16.txt', 'README.md']) {
        const [copy, original] = [Uri.joinPath(copies, name), Uri.joinPath(extension(), 'seeds', name)];
        ok((await bytesOf(copy)) === (await bytesOf(original)), `${name} was copied as it is`);
      }
      await workspace.fs.delete(copies, { recursive: true });
    });

    it('have a walkthrough that opens', async () => {
      await commands.executeCommand('rmrb.openWalkthrough');
      await until('the tab', window.tabGroups.onDidChangeTabs, () =>
        window.tabGroups.activeTabGroup.activeTab?.label.match(/Welcome|Walkthrough/) ? true : undefined,
      );
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });
}
