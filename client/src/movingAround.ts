import {
  commands,
  Disposable,
  l10n,
  Position,
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  window,
} from 'vscode';
import {
  ChangeNumerals,
  type ChangeNumeralsParams,
  MoveSection,
  type MoveSectionParams,
  type MoveSectionResult,
  Neighbour,
  type NeighbourParams,
  type NeighbourResult,
  NUMBER_MARKS,
  type NumberingResult,
  type NumberMark,
  NumberParagraphs,
  type NumberParagraphsParams,
  type PlainEdit,
} from '../../server/src/protocol/protocol.ts';
import type { Server } from './server.ts';

/** The commands that go from part to part, and those that move and number parts. */
export function registerMovingAround(server: Server): Disposable {
  const goTo = (kind: NeighbourParams['kind'], direction: NeighbourParams['direction']) => (editor: TextEditor) =>
    goToNeighbour(server, editor, { kind, direction });
  return Disposable.from(
    onText('rmrb.nextSection', goTo('section', 'next')),
    onText('rmrb.previousSection', goTo('section', 'previous')),
    onText('rmrb.nextItem', goTo('item', 'next')),
    onText('rmrb.previousItem', goTo('item', 'previous')),
    onText('rmrb.nextRecord', goTo('record', 'next')),
    onText('rmrb.previousRecord', goTo('record', 'previous')),
    // VS Code's own shows the problem where it stands, with its repairs.
    onText('rmrb.nextProblem', () => commands.executeCommand('editor.action.marker.next')),
    onText('rmrb.previousProblem', () => commands.executeCommand('editor.action.marker.prev')),
    onText('rmrb.moveSectionUp', (editor) => moveSection(server, editor, 'up')),
    onText('rmrb.moveSectionDown', (editor) => moveSection(server, editor, 'down')),
    onText('rmrb.numberParagraphs', (editor) => numberParagraphs(server, editor)),
    onText('rmrb.changeNumerals', (editor) => changeNumerals(server, editor)),
  );
}

/** A command on the text that the user is in; elsewhere it does nothing, and the palette does not show it. */
function onText(command: string, work: (editor: TextEditor) => unknown): Disposable {
  return commands.registerCommand(command, async () => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId === 'rmrb') await work(editor);
  });
}

function caretOf({ document, selection }: TextEditor): Pick<NeighbourParams, 'textDocument' | 'position'> {
  const { line, character } = selection.active;
  return { textDocument: { uri: document.uri.toString() }, position: { line, character } };
}

async function goToNeighbour(
  server: Server,
  editor: TextEditor,
  sought: Pick<NeighbourParams, 'kind' | 'direction'>,
): Promise<void> {
  const client = await server.client();
  const params: NeighbourParams = { ...caretOf(editor), ...sought };
  const found = await client?.sendRequest<NeighbourResult>(Neighbour, params);
  if (found) select(editor, new Position(found.line, found.character));
}

async function moveSection(
  server: Server,
  editor: TextEditor,
  direction: MoveSectionParams['direction'],
): Promise<void> {
  const client = await server.client();
  const params: MoveSectionParams = { ...caretOf(editor), direction };
  const { version } = editor.document;
  const moved = await client?.sendRequest<MoveSectionResult>(MoveSection, params);
  if (moved && (await apply(editor, version, moved.edits))) select(editor, editor.document.positionAt(moved.caret));
}

async function numberParagraphs(server: Server, editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const mark = await pickMark(NUMBER_MARKS.slice(0, -2));
  if (mark === undefined) return;
  const { start, end } = selection;
  const params: NumberParagraphsParams = {
    textDocument: { uri: document.uri.toString() },
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    mark,
  };
  await number(server, editor, NumberParagraphs, params);
}

async function changeNumerals(server: Server, editor: TextEditor): Promise<void> {
  const mark = await pickMark(NUMBER_MARKS);
  if (mark === undefined) return;
  const params: ChangeNumeralsParams = { ...caretOf(editor), mark };
  await number(server, editor, ChangeNumerals, params);
}

async function number(server: Server, editor: TextEditor, request: string, params: object): Promise<void> {
  const client = await server.client();
  const { version } = editor.document;
  const answer = await client?.sendRequest<NumberingResult | null>(request, params);
  if (!answer) return;
  if (answer.refused !== undefined) void window.showInformationMessage(answer.refused);
  else await apply(editor, version, answer.edits);
}

interface MarkItem extends QuickPickItem {
  readonly mark: NumberMark;
}

async function pickMark(marks: readonly NumberMark[]): Promise<NumberMark | undefined> {
  const items = marks.map((mark): MarkItem => {
    const alone = mark === '一' || mark === '1';
    return { mark, label: mark.trim(), ...(alone && { description: l10n.t('on a line of its own') }) };
  });
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Kind of numbers') });
  return picked?.mark;
}

/** One undo step; nothing where the text has changed since the edits were asked for. */
async function apply(editor: TextEditor, version: number, edits: readonly PlainEdit[]): Promise<boolean> {
  if (editor.document.version !== version) return false;
  return editor.edit((edit) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}

function select(editor: TextEditor, caret: Position): void {
  editor.selection = new Selection(caret, caret);
  editor.revealRange(editor.selection);
}
