import type { MatrixData, MatrixDialogue, MatrixState, MatrixWord, ToMatrix, Words } from '../src/topics/messages.ts';
import { matrixCsv } from './csv.ts';
import { type Child, element, redraw } from './dom.ts';
import { announce, connectHost, filled } from './host.ts';
import { controls } from './matrixControls.ts';
import { type CellPlace, MatrixGrid } from './matrixGrid.ts';
import { type Matrix, matrixOf } from './matrixModel.ts';
import { passagesView } from './matrixPassages.ts';
import { matrixSvg } from './svg.ts';

const FIRST: MatrixState = { sort: { key: 'total', descending: true }, filter: '', field: '', by: 'statement' };

interface Shown {
  readonly words: Words<MatrixWord>;
  readonly data: MatrixData;
}

const root = document.getElementById('root') ?? document.body;
const host = connectHost<MatrixDialogue>((message) => {
  if (message.type === 'notice') announce(message.text);
  else if (message.type === 'passages') showPassages(message);
  else show(message);
});
let state: MatrixState = { ...FIRST, ...host.getState() };
let shown: Shown | undefined;
let matrix: Matrix = { columns: [], rows: [], most: 0 };
let grid: MatrixGrid | undefined;
/** The cell whose passages are listed. */
let opened: CellPlace | undefined;
/** Whether the user has just opened it, and goes on in the list. */
let wantsFocus = false;
host.postMessage({ type: 'ready' });

function show(message: Shown): void {
  const reading = opened;
  shown = message;
  opened = undefined;
  draw();
  if (reading !== undefined) openAgain(reading);
  host.postMessage({ type: 'shown', rows: matrix.rows.length, columns: matrix.columns.length });
}

/** The texts have changed while the passages of a cell were being read. */
function openAgain({ row, column }: CellPlace): void {
  const now = matrix.rows.find(({ topic }) => topic.id === row.topic.id);
  const same = matrix.columns.find(({ label, title }) => label === column?.label && title === column.title);
  if (now !== undefined && (same === undefined) === (column === undefined)) ask({ row: now, column: same });
}

function draw(): void {
  if (shown === undefined) return;
  const { words, data } = shown;
  matrix = matrixOf(data, state);
  const summary = filled(words.summary, matrix.rows.length, data.statements.length);
  redraw(root, ['grid'], () => [
    controls({ words, data, state, matrix }, { change, save }),
    element('p', { class: 'quiet summary' }, data.indexing ? `${summary} · ${words.indexing}` : summary),
    ...body(shown),
  ]);
  grid?.drawRows();
  announce(summary);
}

function body(now: Shown | undefined): Child[] {
  grid = undefined;
  if (now === undefined) return [];
  const { words, data } = now;
  if (matrix.rows.length === 0) {
    return [element('p', { class: 'empty' }, data.topics.length === 0 ? words.nothing : words.noMatch)];
  }
  grid = new MatrixGrid({ matrix, words, fields: data.fields, sort: state.sort }, { openCell, sortBy });
  return [grid.element, element('aside', { id: 'passages', hidden: true, 'aria-label': words.passages })];
}

function change(changed: Partial<MatrixState>): void {
  state = { ...state, ...changed };
  host.setState(state);
  opened = undefined;
  draw();
}

/** What is sorted already is turned round; numbers begin with the largest. */
function sortBy(key: MatrixState['sort']['key']): void {
  const { sort } = state;
  const descending = sort.key === key ? !sort.descending : key === 'total' || key === 'statements';
  change({ sort: { key, descending } });
}

function openCell(cell: CellPlace): void {
  const pane = document.getElementById('passages');
  if (!ask(cell) || pane === null || shown === undefined) return;
  wantsFocus = true;
  pane.replaceChildren(element('p', { class: 'quiet' }, shown.words.loading));
  pane.hidden = false;
}

/** Asks for the passages of a cell; answers whether there are any. */
function ask(cell: CellPlace): boolean {
  const wanted = new Set(cell.column?.statements);
  const { topic } = cell.row;
  const statements = topic.cells.map(([statement]) => statement).filter((one) => !cell.column || wanted.has(one));
  if (statements.length === 0) return false;
  opened = cell;
  host.postMessage({ type: 'cell', topic: topic.id, statements });
  return true;
}

function showPassages({ passages, all }: Extract<ToMatrix, { type: 'passages' }>): void {
  const pane = document.getElementById('passages');
  if (pane === null || shown === undefined || opened === undefined) return;
  const { words } = shown;
  const { row, column } = opened;
  const statements = row.topic.cells.map(([statement]) => statement);
  pane.replaceChildren(
    passagesView(
      { title: [row.topic.label, column?.label ?? ''].filter((part) => part !== '').join(' · '), passages, all, words },
      {
        open: (passage) => host.postMessage({ type: 'open', passage }),
        compare: () =>
          host.postMessage({ type: 'compare', topic: row.topic.id, statements: column?.statements ?? statements }),
        close: () => {
          pane.hidden = true;
          opened = undefined;
          grid?.focus();
        },
      },
    ),
  );
  pane.hidden = false;
  if (wantsFocus) pane.querySelector<HTMLElement>('li button')?.focus();
  wantsFocus = false;
}

function save(format: 'csv' | 'svg'): void {
  if (shown === undefined) return;
  const { words, data } = shown;
  const text = format === 'csv' ? matrixCsv(matrix, data.fields, words) : matrixSvg(matrix, words.grid, words);
  host.postMessage({ type: 'export', format, text });
}
