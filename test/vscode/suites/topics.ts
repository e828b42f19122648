import {
  type CodeLens,
  commands,
  type DocumentLink,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  Range,
  workspace,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { openText, placeOf, write } from '../harness.ts';

export function topicsSuite(): void {
  describe('topics', () => {
    // Whoever has checked the workspace has read it.
    before(() => commands.executeCommand('rmrb.checkWorkspace'));

    it('show in a hover what 2002 and 2024 say on 朝鲜半岛, with actions that no text can forge', async () => {
      const document = await openText('2014-05-20.txt');
      const [said, actions, ...others] = await hoverAt(document.uri, placeOf(document, '朝鲜半岛'));
      ok(said && actions && others.length === 0, 'what is said, and what can be done');
      ok(/2002-12-02\.txt#L[^]*2024-05-16\.txt#L/.test(said.value), said.value);
      ok(said.isTrusted !== true && typeof said.isTrusted !== 'object', 'texts are not trusted');
      same(
        JSON.stringify(actions.isTrusted),
        JSON.stringify({ enabledCommands: ['rmrb.showPlacesAt', 'rmrb.compareAt'] }),
        'what the actions may run',
      );
      ok(!actions.value.includes('半岛') && !actions.value.includes('半島'), actions.value);
    });

    it('leave a tag’s hover as it is', async () => {
      const document = await openText('2014-05-20.txt');
      same((await hoverAt(document.uri, placeOf(document, 'ZQ/总期'))).length, 1, 'parts');
    });

    it('are told of above each section', async () => {
      const { uri } = await openText('2014-05-20.txt');
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 2);
      ok(lenses.length >= 2, `${lenses.length} lenses`);
      const [first] = lenses;
      ok(first?.command?.title.includes('同题') || first?.command?.title.includes('topic'), first?.command?.title);
      same(first?.command?.command, 'rmrb.showPlacesAt', 'what a click runs');
    });

    it('lead from a short form to where it is brought in', async () => {
      const document = await openText('2017-07-05.txt');
      const introduced = placeOf(document, '双方”）').line;
      const text = document.getText();
      const later = document.positionAt(text.indexOf('双方', text.indexOf('双方”）') + 10));
      same((await definitionAt(document.uri, later))?.range.start.line, introduced, 'the line of the definition');
    });

    it('lead from a title to the statement of that title', async () => {
      const uri = await write('指向.rmrb.txt', '甲国声明\n\n一、忆及《中华人民共和国与俄罗斯联邦联合声明》。\n');
      const document = await openText('指向.rmrb.txt');
      const target = await definitionAt(uri, placeOf(document, '俄罗斯联邦联合'));
      ok(target?.uri.path.endsWith('/2002-12-02.txt'), target?.uri.path ?? 'nothing');
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
      ok(
        links.some((link) => link.target?.path.endsWith('/2002-12-02.txt')),
        'a link',
      );
      await workspace.fs.delete(uri);
    });
  });
}

async function hoverAt(uri: Location['uri'], position: Position): Promise<MarkdownString[]> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => content as MarkdownString));
}

async function definitionAt(uri: Location['uri'], position: Position): Promise<Location | undefined> {
  const [found] = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  if (!found) return undefined;
  if (!('targetUri' in found)) return found;
  const { start, end } = found.targetSelectionRange ?? found.targetRange;
  return { uri: found.targetUri, range: new Range(start, end) };
}
