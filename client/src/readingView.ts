import {
  commands,
  Disposable,
  EventEmitter,
  type Hover,
  languages,
  Location,
  type Position,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { ReadingView, type ReadingViewParams, type ReadingViewResult } from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

const SCHEME = 'rmrb-simplified';
/** Milliseconds after a change of the file before its view is made anew. */
const PAUSE = 300;

/**
 * A text in simplified script beside the one that is printed, for reading: what a mirror put in is left out. Hovers and definitions there
 * are those of the place in the file.
 */
export function serveReadingView(server: Server): Disposable {
  const changed = new EventEmitter<Uri>();
  /** By the file's URI; where each part of its view comes from. */
  const maps = new Map<string, readonly number[]>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const provide = async (view: Uri): Promise<string> => {
    const file = fileOf(view);
    const client = await server.client();
    const params: ReadingViewParams = { textDocument: { uri: file.toString() } };
    const answer = await client?.sendRequest<ReadingViewResult>(ReadingView, params);
    maps.set(file.toString(), answer?.runs ?? []);
    return answer?.text ?? '';
  };

  const originalOf = async (view: TextDocument, place: Position): Promise<Location | undefined> => {
    const file = fileOf(view.uri);
    const offset = sourceOffset(maps.get(file.toString()) ?? [], view.offsetAt(place));
    if (offset === undefined) return undefined;
    const document = await workspace.openTextDocument(file);
    return new Location(file, document.positionAt(offset));
  };

  const open = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'rmrb') return;
    if (editor.document.uri.scheme === SCHEME) {
      const original = await originalOf(editor.document, editor.selection.active);
      if (original) await window.showTextDocument(original.uri, { selection: original.range });
      return;
    }
    const { document, selection } = editor;
    const view = await workspace.openTextDocument(viewOf(document.uri));
    await languages.setTextDocumentLanguage(view, 'rmrb');
    const caret = viewOffset(maps.get(document.uri.toString()) ?? [], document.offsetAt(selection.active));
    const place = view.positionAt(caret);
    await window.showTextDocument(view, { viewColumn: ViewColumn.Beside, selection: new Range(place, place) });
  };

  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide,
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      if (contentChanges.length === 0 || !maps.has(key)) return;
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => changed.fire(viewOf(document.uri)), PAUSE),
      );
    }),
    languages.registerHoverProvider(
      { scheme: SCHEME },
      {
        provideHover: async (view, place) => {
          const original = await originalOf(view, place);
          if (!original) return undefined;
          const hovers = await commands.executeCommand<Hover[]>(
            'vscode.executeHoverProvider',
            original.uri,
            original.range.start,
          );
          const contents = hovers.flatMap((hover) => hover.contents);
          return contents.length > 0 ? { contents } : undefined;
        },
      },
    ),
    languages.registerDefinitionProvider({ scheme: SCHEME }, { provideDefinition: originalOf }),
    commands.registerCommand('rmrb.readingView', open),
  );
}

/** The view of a file; its name says what it is, and the file stands in the query. */
function viewOf(file: Uri): Uri {
  return Uri.from({ scheme: SCHEME, path: file.path, query: file.toString() });
}

function fileOf(view: Uri): Uri {
  return Uri.parse(view.query);
}

/** Numbers in one run of the map. */
const RUN = 4;

/** The offset in the file that a place in the view comes from; `undefined` in an empty view. */
function sourceOffset(runs: readonly number[], offset: number): number | undefined {
  for (let run = runs.length - RUN; run >= 0; run -= RUN) {
    const [at = 0, , source = 0, sourceLength = 0] = runs.slice(run, run + RUN);
    if (at <= offset) return source + Math.min(offset - at, sourceLength);
  }
  return undefined;
}

/** Where in the view an offset of the file is to be found. */
function viewOffset(runs: readonly number[], offset: number): number {
  for (let run = runs.length - RUN; run >= 0; run -= RUN) {
    const [at = 0, length = 0, source = 0] = runs.slice(run, run + RUN);
    if (source <= offset) return at + Math.min(offset - source, length);
  }
  return 0;
}
