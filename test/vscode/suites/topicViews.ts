import { commands, Selection, type TabInputWebview, window } from 'vscode';
import type { SameTopicResult } from '../../../server/src/protocol/protocol.ts';
import { ok, same } from '../expect.ts';
import { openText, placeOf, until } from '../harness.ts';

const COMMANDS = [
  'rmrb.showSameTopic',
  'rmrb.compareTopic',
  'rmrb.topicMatrix',
  'rmrb.filterTopics',
  'rmrb.followCaret',
];

interface ShownFirst {
  readonly rows: number;
  readonly columns: number;
}

export function topicViewsSuite(): void {
  describe('views on topics', () => {
    it('have their commands', async () => {
      const known = await commands.getCommands(true);
      same(
        COMMANDS.filter((command) => !known.includes(command)),
        [],
        'the commands that are missing',
      );
    });

    it('fill a matrix with topics and statements', async () => {
      const shown = await commands.executeCommand<ShownFirst>('rmrb.topicMatrix');
      ok(shown.rows > 20 && shown.columns >= 5, `${shown.rows} topics × ${shown.columns} statements are shown`);
      await closePanel('matrix');
    });

    it('put what is said on the word at the caret side by side', async () => {
      const document = await openText('2014-05-20.txt');
      const editor = await window.showTextDocument(document);
      const at = placeOf(document, '朝鲜半岛和平').translate(0, 1);
      editor.selection = new Selection(at, at);
      const shown = await commands.executeCommand<ShownFirst>('rmrb.compareTopic');
      ok(shown.rows >= 3 && shown.columns >= shown.rows, `${shown.columns} passages of ${shown.rows} statements`);
      await closePanel('compare');
    });

    it('show in the tree what stands at the caret', async () => {
      const document = await openText('2014-05-20.txt');
      await window.showTextDocument(document);
      const { passages } = await commands.executeCommand<SameTopicResult>('rmrb.showSameTopic');
      ok(
        passages.some(({ statement }) => statement.date === '2002-12-02'),
        'a passage of 2002',
      );
    });
  });
}

/** Closes the panel, so that those who come later find the editors as they were. */
async function closePanel(name: string): Promise<void> {
  const isPanel = (input: unknown): input is TabInputWebview =>
    typeof input === 'object' &&
    input !== null &&
    'viewType' in input &&
    String(input.viewType).includes(`rmrb.${name}`);
  const tab = await until(`the panel ${name} is open`, window.tabGroups.onDidChangeTabs, () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => isPanel(input)),
  );
  await window.tabGroups.close(tab);
}
