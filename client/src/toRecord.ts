import {
  commands,
  l10n,
  languages,
  Position,
  Range,
  Selection,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type WorkspaceEditEntryMetadata,
} from 'vscode';
import { ToRecord, type ToRecordParams, type ToRecordResult } from '../../server/src/protocol/protocol.ts';
import { coarserEdits } from './coarserEdits.ts';
import { recordSnippets } from './recordSnippets.ts';
import type { Server } from './server.ts';

export const TO_RECORD = 'rmrb.toRecord';

/** A text as a record: shows all changes in the refactor preview, and then goes from one empty field to the next. */
export async function toRecord(server: Server, extension: Uri, given?: unknown): Promise<boolean> {
  const document = await documentOf(given);
  if (document === undefined) {
    void window.showErrorMessage(l10n.t('Open the text that is to become a record first.'));
    return false;
  }
  const client = await server.client();
  if (client === undefined) {
    void window.showErrorMessage(l10n.t('The language server is not running; see the output for the reason.'));
    return false;
  }
  // The server is told of texts in our language only.
  if (document.languageId !== 'rmrb') await languages.setTextDocumentLanguage(document, 'rmrb');
  const ask = (date?: string): Promise<ToRecordResult> => {
    const params: ToRecordParams = { textDocument: { uri: document.uri.toString() }, ...(date && { date }) };
    return client.sendRequest<ToRecordResult>(ToRecord, params);
  };
  let result = await ask();
  if (result.dateToAsk) {
    const { proposal } = result.dateToAsk;
    const date = await askDate(proposal ?? '');
    if (date === undefined) return false;
    if (date !== '') result = await ask(date);
  }
  const [changes] = result.documentChanges;
  if (changes === undefined) {
    void window.showInformationMessage(result.notes.join('\n'));
    return false;
  }
  if (changes.textDocument.version !== document.version) {
    void window.showWarningMessage(l10n.t('The text has changed meanwhile; please try again.'));
    return false;
  }
  await window.showTextDocument(document);
  const applied = workspace.applyEdit(previewed(document, result, extension));
  showGroups(applied);
  if (!(await applied)) return false;
  await goToFirstBlank(document);
  void window.showInformationMessage(result.notes.join('\n'));
  return true;
}

async function documentOf(given: unknown): Promise<TextDocument | undefined> {
  const uri = given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given) : undefined;
  return uri ? workspace.openTextDocument(uri) : window.activeTextEditor?.document;
}

/** `undefined` where the user gave up, empty where the field is to stay so. */
async function askDate(proposal: string): Promise<string | undefined> {
  const value = await window.showInputBox({
    title: l10n.t('The text does not say its date'),
    prompt: l10n.t('The day of the newspaper, YYYYMMDD. Leave it empty to fill it in later.'),
    placeHolder: '20140521',
    value: proposal,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || isDay(text.trim()) ? undefined : l10n.t('Not a day of the calendar written YYYYMMDD.'),
  });
  return value?.trim();
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/**
 * All changes, ticked, in the preview. VS Code shows one for changes that need to be confirmed, and these are not ticked: so the
 * only such change is one that it leaves out by itself, to make a file that is there.
 */
function previewed(
  document: TextDocument,
  { documentChanges, changeAnnotations }: ToRecordResult,
  extension: Uri,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const label = l10n.t('Convert to Record');
  const there = document.isUntitled ? Uri.joinPath(extension, 'package.json') : document.uri;
  edit.createFile(there, { ignoreIfExists: true }, { label, needsConfirmation: true });
  const all = documentChanges.flatMap((change) => change.edits);
  const edits = all.length > MOST_ROWS ? coarserEdits(all, (line) => document.lineAt(line).text) : all;
  const snippets = recordSnippets(edits.map(({ newText }) => newText));
  edit.set(
    document.uri,
    edits.map(({ range: { start, end }, newText, annotationId }, index): [AnyEdit, WorkspaceEditEntryMetadata] => {
      const { label: name = label, description } = changeAnnotations[annotationId] ?? {};
      const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
      const metadata = { label: name, needsConfirmation: false, ...(description !== undefined && { description }) };
      if (edits.length > MOST_SNIPPETS) return [TextEdit.replace(range, newText), metadata];
      const snippet = new SnippetTextEdit(range, new SnippetString(snippets[index]));
      snippet.keepWhitespace = true;
      return [snippet, metadata];
    }),
  );
  return edit;
}

type AnyEdit = TextEdit | SnippetTextEdit;

/** Of more rows VS Code takes seconds to take a group's ticks away. */
const MOST_ROWS = 500;

/** With more edits VS Code takes long, for it looks through all snippets before each: then the caret is all that is put in place. */
const MOST_SNIPPETS = 4000;

/** When the preview may have come up, in milliseconds: nothing tells that it has. */
const LOOKS = [100, 300, 600, 1000, 2000, 4000];

/** The preview lists changes by file until it is told to list them by what they are for. */
function showGroups(until: PromiseLike<unknown>): void {
  const timers = LOOKS.map((after) =>
    setTimeout(() => {
      // It is a convenience: a version of VS Code without this command shows the same changes in another order.
      commands.executeCommand('refactorPreview.groupByType').then(undefined, () => {});
    }, after),
  );
  const stop = (): void => timers.forEach(clearTimeout);
  void until.then(stop, stop);
}

const BLANK = /(〖([A-Z]{2})\/[^〗]*〗)〖-\2\//g;
const FIRST = 'BH';

/** Where the caret is not in an empty field already: VS Code puts it there only in the editor that was in front. */
async function goToFirstBlank(document: TextDocument): Promise<void> {
  const editor = await window.showTextDocument(document);
  const blanks = Array.from(document.getText().matchAll(BLANK), ({ index, 1: opening = '', 2: code }) => ({
    code,
    at: document.positionAt(index + opening.length),
  }));
  if (blanks.length === 0 || blanks.some(({ at }) => at.isEqual(editor.selection.active))) return;
  const { at } = blanks.find(({ code }) => code === FIRST) ?? blanks[0] ?? { at: editor.selection.active };
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}
