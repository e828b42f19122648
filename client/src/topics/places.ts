import { Position, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Place } from '../../../server/src/protocol/protocol.ts';

export function rangeOf({ range: { start, end } }: Pick<Place, 'range'>): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

/** Opens a place; beside the panel from which it was opened, where texts are open already or in a group of its own. */
export async function openPlace(place: Pick<Place, 'uri' | 'range'>, panel?: WebviewPanel): Promise<void> {
  const range = rangeOf(place);
  const viewColumn = panel === undefined ? ViewColumn.Active : columnBeside(panel);
  await window.showTextDocument(Uri.parse(place.uri, true), { viewColumn, preview: true, selection: range });
}

function columnBeside(panel: WebviewPanel): ViewColumn {
  const other = window.visibleTextEditors.find(
    ({ viewColumn }) => viewColumn !== undefined && viewColumn !== panel.viewColumn,
  );
  return other?.viewColumn ?? ViewColumn.Beside;
}
