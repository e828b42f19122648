import {
  type CodeAction,
  CodeActionKind,
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  languages,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Server } from './server.ts';
import { TO_RECORD } from './toRecord.ts';

/** The texts that come with the extension, and the page on them. A browser cannot list an extension's folder. */
const SAMPLES = [
  '2002-12-02.txt',
  '2014-05-20.txt',
  '2017-07-05.txt',
  '2021-06-28.txt',
  '2024-05-16.txt',
  'README.md',
] as const;
type Sample = (typeof SAMPLES)[number];

/** The button of the walkthrough says so. */
const FROM_WALKTHROUGH = 'walkthrough';
const WALKTHROUGH = 'rmrb.rmrb#start';
/** Under which it is remembered that the user knows where the samples are. */
const TOLD = 'samples.told';

/** What a button of a walkthrough answers so, VS Code opens in this window, and the walkthrough there again. */
interface OpenFolder {
  readonly openFolder: Uri;
}

/** A folder with the sample texts for who has none of his own yet, and what the walkthrough shows in them. */
export function registerSamples(
  { extensionUri, globalStorageUri, globalState }: ExtensionContext,
  server: Server,
): Disposable {
  const folder = Uri.joinPath(globalStorageUri, 'rmrb-samples');
  /** Where the samples are in this window. In a browser VS Code opens them under another scheme than it names them by here. */
  const opened = (): Uri | undefined => workspace.workspaceFolders?.find(({ uri }) => uri.path === folder.path)?.uri;

  const open = async (from?: unknown): Promise<OpenFolder | undefined> => {
    await copySamples(extensionUri, folder);
    const here = opened();
    if (here !== undefined) {
      await show(here, '2014-05-20.txt');
      return undefined;
    }
    const isFree = workspace.workspaceFolders === undefined;
    if (isFree && from === FROM_WALKTHROUGH) return { openFolder: folder };
    // What the user works on stays as it is.
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: !isFree });
    return undefined;
  };

  /** Does something with a sample, once the server is there to answer; opens the samples where they are not open. */
  const withSample =
    (name: Sample, act: (editor: TextEditor) => PromiseLike<unknown>) => async (): Promise<OpenFolder | undefined> => {
      const here = opened();
      if (here === undefined) return open(FROM_WALKTHROUGH);
      await copySamples(extensionUri, folder);
      await server.client();
      await act(await show(here, name));
      return undefined;
    };

  const here = opened();
  if (here && !globalState.get(TOLD, false)) {
    void globalState.update(TOLD, true);
    const place = here.scheme === 'file' ? here.fsPath : here.path;
    void window.showInformationMessage(
      l10n.t(
        'These are your own copies of the samples, in {0}. A file that you delete comes back when you open the samples again.',
        place,
      ),
    );
  }

  return Disposable.from(
    commands.registerCommand('rmrb.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH),
    ),
    commands.registerCommand('rmrb.openSamples', open),
    commands.registerCommand(
      'rmrb.showSampleProblems',
      withSample('2002-12-02.txt', () => commands.executeCommand('workbench.actions.view.problems')),
    ),
    commands.registerCommand('rmrb.repairSample', withSample('2024-05-16.txt', fixAll)),
    commands.registerCommand(
      'rmrb.recordSample',
      withSample('2021-06-28.txt', ({ document }) => commands.executeCommand(TO_RECORD, document.uri)),
    ),
    commands.registerCommand(
      'rmrb.showSampleTopic',
      withSample('2014-05-20.txt', (editor) => pointAt(editor, '朝鲜半岛')),
    ),
  );
}

/** Copies what is not there: what the user changed stays changed, and what he deleted comes back. */
export async function copySamples(extension: Uri, folder: Uri): Promise<void> {
  await workspace.fs.createDirectory(folder);
  const there = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  const missing = SAMPLES.filter((name) => !there.has(name));
  await Promise.all(
    missing.map(async (name) => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'seeds', name));
      await workspace.fs.writeFile(Uri.joinPath(folder, name), bytes);
    }),
  );
}

/** Shows a sample beside the walkthrough, which stays in sight. */
async function show(folder: Uri, name: Sample): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.joinPath(folder, name));
  const viewColumn = window.activeTextEditor === undefined ? ViewColumn.Beside : ViewColumn.Active;
  return window.showTextDocument(await languages.setTextDocumentLanguage(document, 'rmrb'), {
    preview: false,
    viewColumn,
  });
}

/** What VS Code's own command does; that one gives up when problems arrive meanwhile, as they do of a text just opened. */
async function fixAll({ document }: TextEditor): Promise<void> {
  const all = new Range(0, 0, document.lineCount, 0);
  const kind = CodeActionKind.SourceFixAll.value;
  const command = 'vscode.executeCodeActionProvider';
  const [action] = await commands.executeCommand<CodeAction[]>(command, document.uri, all, kind, 1);
  if (action?.edit) await workspace.applyEdit(action.edit);
}

/** Puts the caret into the first occurrence of a term, and shows what a mouse would that rests there. */
async function pointAt(editor: TextEditor, term: string): Promise<void> {
  const { document } = editor;
  const offset = document.getText().indexOf(term);
  // The copy is the user's: it may have changed.
  if (offset === -1) return;
  const place = document.positionAt(offset + 1);
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
  await commands.executeCommand('editor.action.showHover');
}
