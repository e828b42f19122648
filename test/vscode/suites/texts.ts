import {
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  languages,
  type Location,
  type LocationLink,
  type SemanticTokens,
  type TextDocument,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { codesOf, openText, placeOf, until } from '../harness.ts';

/** What stands in the outline at the level of the sections, and what is certainly wrong, in each of the five. */
const TEXTS = [
  { name: '2002-12-02.txt', sections: 8, problem: 'number.glyph' },
  { name: '2014-05-20.txt', sections: 3, problem: undefined },
  { name: '2017-07-05.txt', sections: 9, problem: 'number.style' },
  { name: '2021-06-28.txt', sections: 8, problem: undefined },
  { name: '2024-05-16.txt', sections: 10, problem: undefined },
];

export function textsSuite(): void {
  describe('the five texts', () => {
    for (const { name, sections, problem } of TEXTS) {
      it(`${name} has its sections in the outline`, async () => {
        const outline = await outlineOf(await openText(name));
        const found = flat(outline).filter(({ name }) => /^[—一二三四五六七八九十]+(?:$|[、.．\s])/.test(name));
        ok(
          found.length >= sections,
          `${found.length} of ${sections} sections: ${flat(outline)
            .map(({ name }) => name)
            .join(' | ')}`,
        );
      });

      it(`${name} can be folded and has semantic tokens`, async () => {
        const { uri } = await openText(name);
        const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
        // All of 2021 stands on one line, where an editor has nothing to fold.
        ok(folds.length > 0 || name.startsWith('2021'), 'folding ranges');
        const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
        ok(tokens.data.length > 0 && tokens.data.length % 5 === 0, 'semantic tokens');
      });

      if (problem === undefined) continue;
      it(`${name} has its problems listed`, async () => {
        const document = await openText(name);
        await until(`${problem} is listed`, languages.onDidChangeDiagnostics, () =>
          codesOf(document).includes(problem) ? true : undefined,
        );
      });
    }

    it('explain a tag', async () => {
      const document = await openText('2014-05-20.txt');
      ok((await hoverAt(document, 'ZQ/总期')).includes('总期'), 'what the tag means');
    });

    it('go from a tag to its partner', async () => {
      const document = await openText('2014-05-20.txt');
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, 'ZW/正文〗'),
      );
      const [first] = found.map((place) => ('targetRange' in place ? place.targetRange : place.range));
      same(first?.start.line, placeOf(document, '〖-ZW/正文〗').line, 'the line of the closing tag');
    });

    it('show what the others say on 朝鲜半岛', async () => {
      const document = await openText('2014-05-20.txt');
      // Whoever has checked the workspace has read it.
      await commands.executeCommand('rmrb.checkWorkspace');
      const hover = await hoverAt(document, '朝鲜半岛');
      ok(hover.includes('2002-12-02'), `a passage of 2002 in: ${hover}`);
      const references = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        placeOf(document, '朝鲜半岛'),
      );
      const files = new Set(references.map(({ uri }) => uri.path.split('/').at(-1)));
      ok(files.has('2002-12-02.txt') && files.has('2024-05-16.txt'), `references in ${[...files].join(', ')}`);
    });
  });
}

function outlineOf({ uri }: TextDocument): Thenable<DocumentSymbol[]> {
  return commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
}

function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
