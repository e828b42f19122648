import { Position, Range, type TextDocument, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Place } from '../../../server/src/protocol/protocol.ts';

export function rangeOf({ range: { start, end } }: Pick<Place, 'range'>): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

/** Opens a place; beside the panel from which it was opened, where texts are open already or in a group of its own. */
export async function openPlace({ uri, range }: Pick<Place, 'uri' | 'range'>, panel?: WebviewPanel): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await recognised(document);
  const viewColumn = panel === undefined ? ViewColumn.Active : columnBeside(panel);
  await window.showTextDocument(document, { viewColumn, preview: true, selection: rangeOf({ range }) });
}

/** Milliseconds in which a text is recognised as one of ours, if it is one. */
const RECOGNITION = 1000;

/** A text that is shown before it is recognised is wrapped anew then, and the place is out of sight. */
function recognised(document: TextDocument): Promise<void> {
  if (document.languageId === 'rmrb') return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, RECOGNITION);
    const listener = workspace.onDidOpenTextDocument((opened) => {
      if (opened.uri.toString() === document.uri.toString() && opened.languageId === 'rmrb') done();
    });
  });
}

function columnBeside(panel: WebviewPanel): ViewColumn {
  const other = window.visibleTextEditors.find(
    ({ viewColumn }) => viewColumn !== undefined && viewColumn !== panel.viewColumn,
  );
  return other?.viewColumn ?? ViewColumn.Beside;
}
