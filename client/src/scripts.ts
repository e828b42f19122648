import {
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  type Range as EditorRange,
  Range,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import {
  ConvertScript,
  type ConvertScriptParams,
  type ConvertScriptResult,
  type TargetScript,
} from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

const REPORT_SCHEME = 'rmrb-report';

/** The commands that put a text into another script. What they had to choose is told, and can be read on a page of its own. */
export function registerScripts(server: Server): Disposable {
  const reports = new Map<string, string>();
  // A key binding may name the script.
  const onText = (command: string, work: (editor: TextEditor, to: TargetScript) => Promise<void>): Disposable =>
    commands.registerCommand(command, async (named?: unknown) => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== 'rmrb') return;
      const to = isScript(named) ? named : await pickScript();
      if (to !== undefined) await work(editor, to);
    });

  const tell = async (uri: Uri, { choices, report, edits }: ConvertScriptResult): Promise<void> => {
    if (edits.length === 0) {
      void window.showInformationMessage(l10n.t('Nothing to convert: the text is in that script already.'));
      return;
    }
    if (choices === 0) return;
    const page = Uri.from({ scheme: REPORT_SCHEME, path: `${uri.path}.md` });
    reports.set(page.toString(), report);
    const show = l10n.t('Show Report');
    const message = l10n.t('{0} choices were made by the words around. Please look through them.', choices);
    if ((await window.showInformationMessage(message, show)) === show)
      await commands.executeCommand('vscode.open', page);
  };

  const convert = async (editor: TextEditor, to: TargetScript): Promise<void> => {
    const { document, selection } = editor;
    const { version } = document;
    const converted = await ask(server, document.uri, { to, range: selection.isEmpty ? undefined : selection });
    if (!converted || document.version !== version) return;
    const done = await editor.edit((edit) => {
      for (const { range, newText } of converted.edits) edit.replace(toRange(range), newText);
    });
    // Nobody awaits the answer: the message stays until the user has one.
    if (done) void tell(document.uri, converted);
  };

  const convertCopy = async ({ document }: TextEditor, to: TargetScript): Promise<void> => {
    const text = document.getText();
    const converted = await ask(server, document.uri, { to });
    if (!converted || document.getText() !== text) return;
    const copy = await freeName(document.uri, nameOfScript(to));
    const edit = new WorkspaceEdit();
    const contents = new TextEncoder().encode(applied(document, converted));
    edit.createFile(copy, { contents, overwrite: false });
    if (!(await workspace.applyEdit(edit))) return;
    await window.showTextDocument(copy);
    void tell(copy, converted);
  };

  return Disposable.from(
    onText('rmrb.convertScript', convert),
    onText('rmrb.convertScriptCopy', convertCopy),
    workspace.registerTextDocumentContentProvider(REPORT_SCHEME, {
      provideTextDocumentContent: (uri) => reports.get(uri.toString()) ?? '',
    }),
  );
}

async function ask(
  server: Server,
  uri: Uri,
  { to, range }: { to: TargetScript; range?: EditorRange | undefined },
): Promise<ConvertScriptResult | null | undefined> {
  const client = await server.client();
  const params: ConvertScriptParams = {
    textDocument: { uri: uri.toString() },
    to,
    ...(range && { range: { start: position(range.start), end: position(range.end) } }),
  };
  return client?.sendRequest<ConvertScriptResult | null>(ConvertScript, params);
}

function position({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}

function toRange({ start, end }: NonNullable<ConvertScriptParams['range']>): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

interface ScriptItem extends QuickPickItem {
  readonly to: TargetScript;
}

function scripts(): readonly ScriptItem[] {
  const words = l10n.t('with the words of the region, mostly of computing: check each');
  return [
    { to: 'simplified', label: l10n.t('Simplified (mainland)') },
    { to: 'simplified-words', label: l10n.t('Simplified (mainland) from Taiwan'), description: words },
    { to: 'traditional', label: l10n.t('Traditional (mainland)') },
    { to: 'taiwan', label: l10n.t('Traditional (Taiwan)') },
    { to: 'taiwan-words', label: l10n.t('Traditional (Taiwan)'), description: words },
    { to: 'hong-kong', label: l10n.t('Traditional (Hong Kong)') },
    { to: 'hong-kong-words', label: l10n.t('Traditional (Hong Kong)'), description: words },
  ];
}

function isScript(named: unknown): named is TargetScript {
  return scripts().some(({ to }) => to === named);
}

async function pickScript(): Promise<TargetScript | undefined> {
  const picked = await window.showQuickPick(scripts(), { placeHolder: l10n.t('Convert to') });
  return picked?.to;
}

/** What the copy's file name gets. */
function nameOfScript(to: TargetScript): string {
  return to.startsWith('simplified') ? '简体' : '繁体';
}

/** `a.简体.txt` beside `a.txt`, with a number where there is one already. */
async function freeName(uri: Uri, script: string): Promise<Uri> {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const [, base = file, extension = ''] = /^(.+?)((?:\.rmrb)?\.[^.]+)?$/.exec(file) ?? [];
  for (let count = 1; ; count++) {
    const name = `${base}.${script}${count > 1 ? `-${count}` : ''}${extension}`;
    const candidate = Uri.joinPath(uri, '..', name);
    try {
      await workspace.fs.stat(candidate);
    } catch {
      return candidate;
    }
  }
}

/** The text of a document with the edits, which do not overlap. */
function applied(document: TextEditor['document'], { edits }: ConvertScriptResult): string {
  const text = document.getText();
  const ordered = edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(toRange(range).start),
      end: document.offsetAt(toRange(range).end),
      newText,
    }))
    .sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of ordered) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
