import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { ok, same } from '../expect.ts';
import { codeOf, codesOf, file, folder, openText, until, write } from '../harness.ts';

const CONFIGURATION = '.rmrbrc.json';
/** Two half-width commas; two tags in the wrong brackets, which may be mended without a look; a pair that is none. */
const TEXT = `〖ZQ/总期〗20586〖-ZQ/总期〗
【RQ/日期】20140522【-RQ/日期】
〖BT/标题〗中俄联合声明〖-BM/版名〗
〖ZW/正文〗
    双方决定,进一步深化全面战略协作伙伴关系,共同维护世界和平。
〖-ZW/正文〗
`;
const WITH_COMMAS_MENDED = TEXT.replaceAll(',', '，');
const WITH_BRACKETS_MENDED = TEXT.replaceAll('【', '〖').replaceAll('】', '〗');
const COMMA = 'char.halfwidth';
const BRACKET = 'tag.malformed';

export function repairsSuite(): void {
  describe('problems and repairs', () => {
    let document: TextDocument;
    let name: string;
    let count = 0;

    beforeEach(async () => {
      // VS Code holds a document for minutes after its last editor was closed: each test has a file of its own.
      name = `repairs-${++count}.rmrb`;
      await write(name, TEXT);
      document = await openText(name);
      await until('the problems are listed', languages.onDidChangeDiagnostics, () =>
        [COMMA, BRACKET].every((code) => codesOf(document).includes(code)) ? true : undefined,
      );
    });

    // What a test leaves behind, failed or not, must not reach the next one.
    afterEach(async () => {
      await document.save();
      await configurationDocument()?.save();
      await commands.executeCommand('workbench.action.closeAllEditors');
      await until('the configuration is closed', workspace.onDidCloseTextDocument, () =>
        configurationDocument() ? undefined : true,
      );
      for (const uri of [file(CONFIGURATION), file(name)]) {
        if (await exists(uri)) await workspace.fs.delete(uri);
      }
    });

    it('say what else is concerned', () => {
      const mismatch = problemsOf(document, 'tag.mismatched')[0];
      const [related] = mismatch?.relatedInformation ?? [];
      same(related?.location.uri.toString(), document.uri.toString(), 'the file of the related place');
      same(related && document.getText(related.location.range), '〖BT/标题〗', 'what stands there');
    });

    it('go from every file when they are hidden, and come back', async () => {
      await commands.executeCommand('rmrb.checkWorkspace');
      await listed((count) => count > codesOf(document).length);
      const before = codesOf(document);
      await commands.executeCommand('rmrb.toggleDiagnostics');
      await listed((count) => count === 0);
      await commands.executeCommand('rmrb.toggleDiagnostics');
      await listed((count) => count > before.length);
      await lists(document, before);
    });

    it('are all mended, of one kind in one file, in one step', async () => {
      await apply(await actionAt(document, COMMA, /^Fix all 2 .*in this file/));
      same(document.getText(), WITH_COMMAS_MENDED, 'the mended text');
      await until(`${COMMA} goes`, languages.onDidChangeDiagnostics, () =>
        codesOf(document).includes(COMMA) ? undefined : true,
      );
      await undo(document);
      same(document.getText(), TEXT, 'the text after one undo');
    });

    it('are mended by source.fixAll, as far as that is safe, in one step', async () => {
      const [action] = await actionsAt(document, new Range(0, 0, 0, 0), 'source.fixAll.rmrb');
      same(action?.kind?.value, 'source.fixAll.rmrb', 'the kind of the action that is offered');
      const changed = until('the text is mended', workspace.onDidChangeTextDocument, () =>
        document.getText() === WITH_BRACKETS_MENDED ? true : undefined,
      );
      await window.showTextDocument(document);
      await commands.executeCommand('editor.action.fixAll');
      await changed;
      await undo(document);
      same(document.getText(), TEXT, 'the text after one undo');
    });

    it('are ignored one by one in a new .rmrbrc.json, then in the same one', async () => {
      for (const left of [1, 0]) {
        await apply(await actionAt(document, COMMA, /^Ignore/));
        await until(`${left} of ${COMMA} left`, languages.onDidChangeDiagnostics, () =>
          problemsOf(document, COMMA).length === left ? true : undefined,
        );
      }
      const { ignore } = await configuration();
      same(
        ignore?.map((place) => [place.code, place.file]),
        [
          [COMMA, name],
          [COMMA, name],
        ],
        'what is ignored',
      );
      await isUntouched(document);
    });

    it('are not looked for any more in a folder that turns their rule off', async () => {
      await apply(await actionAt(document, COMMA, /^Turn .*off/));
      await until(`${COMMA} goes`, languages.onDidChangeDiagnostics, () =>
        codesOf(document).includes(COMMA) ? undefined : true,
      );
      same((await configuration()).rules, { [COMMA]: 'off' }, 'the rules');
      ok(codesOf(document).includes(BRACKET), 'the other problems stay');
      await isUntouched(document);
    });

    it('are not changed by a .rmrbrc.json with a mistake, which is named', async () => {
      const before = codesOf(document);
      await write(CONFIGURATION, `{ "rules": { "${COMMA}": "loud" } }\n`);
      await commands.executeCommand('vscode.open', file(CONFIGURATION));
      const opened = await until('the configuration is open', workspace.onDidOpenTextDocument, configurationDocument);
      same(opened.languageId, 'jsonc', 'the language, in which comments are allowed');
      // Whether VS Code's own server for JSON says so too, by our schema, hangs on when it starts.
      await until('the server says so', languages.onDidChangeDiagnostics, () =>
        languages.getDiagnostics(opened.uri).some(({ source }) => source === 'rmrb') ? true : undefined,
      );
      same(codesOf(document), before, 'the problems of the text');
    });
  });
}

function problemsOf({ uri }: TextDocument, wanted: string): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((problem) => codeOf(problem) === wanted);
}

/** Waits for a number of problems in the files of the folder. */
function listed(wanted: (count: number) => boolean): Promise<true> {
  return until('another number of problems', languages.onDidChangeDiagnostics, () => {
    const inside = languages.getDiagnostics().filter(([uri]) => uri.toString().startsWith(folder().toString()));
    const ours = inside.flatMap(([, diagnostics]) => diagnostics).filter(({ source }) => source === 'rmrb');
    return wanted(ours.length) ? true : undefined;
  });
}

function lists(document: TextDocument, codes: readonly string[]): Promise<true> {
  return until('the problems of before', languages.onDidChangeDiagnostics, () =>
    JSON.stringify(codesOf(document)) === JSON.stringify(codes) ? true : undefined,
  );
}

function actionsAt({ uri }: TextDocument, range: Range, kind: string): Thenable<CodeAction[]> {
  // So many have their edit made; VS Code itself asks for that of the chosen one only.
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 20);
}

/** What is offered for the first problem of a kind. */
async function actionAt(document: TextDocument, code: string, title: RegExp): Promise<CodeAction> {
  const [problem] = problemsOf(document, code);
  ok(problem, `${code} is listed`);
  const actions = await actionsAt(document, problem.range, 'quickfix');
  const action = actions.find((offered) => title.test(offered.title));
  ok(action, `${title} among: ${actions.map((offered) => offered.title).join(' | ')}`);
  return action;
}

async function apply({ title, edit }: CodeAction): Promise<void> {
  ok(edit, `${title} has an edit`);
  ok(await workspace.applyEdit(edit), `${title} is applied`);
}

async function undo(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('undo');
}

interface ConfigurationFile {
  readonly rules?: Readonly<Record<string, string>>;
  readonly ignore?: readonly { readonly code: string; readonly file: string }[];
}

/** What is on disk once it is saved: an edit leaves the file open and unsaved, without an editor at first. */
async function configuration(): Promise<ConfigurationFile> {
  await configurationDocument()?.save();
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file(CONFIGURATION)))) as ConfigurationFile;
}

/** Not opened by us: VS Code holds what an extension opens, and an open configuration counts even when its file is deleted. */
function configurationDocument(): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.toString() === file(CONFIGURATION).toString());
}

async function isUntouched(document: TextDocument): Promise<void> {
  same(document.getText(), TEXT, 'the text in the editor');
  same(document.isDirty, false, 'whether there is anything to save');
  same(new TextDecoder().decode(await workspace.fs.readFile(document.uri)), TEXT, 'the text on disk');
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
