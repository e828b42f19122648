import type { MatrixState, MatrixWord, SortKey, Words } from '../src/topics/messages.ts';
import { element } from './dom.ts';
import { filled } from './host.ts';
import { type Matrix, type MatrixColumn, type MatrixRow, shadeOf } from './matrixModel.ts';

/** The cell of a topic in a column, or the topic as a whole. */
export interface CellPlace {
  readonly row: MatrixRow;
  readonly column: MatrixColumn | undefined;
}

interface Shown {
  readonly matrix: Matrix;
  readonly words: Words<MatrixWord>;
  readonly fields: Readonly<Record<string, string>>;
  readonly sort: MatrixState['sort'];
}

interface Actions {
  openCell(cell: CellPlace): void;
  sortBy(key: SortKey): void;
}

/** Pixels; the style sheet has the same. */
const ROW = 26;
/** Rows that are drawn beyond what can be seen, so that a key or the wheel finds them there. */
const BEYOND = 8;
/** A page is so many rows for the keys. */
const PAGE = 20;

/** What stands before the columns of the heat map. */
const KEYS: readonly SortKey[] = ['label', 'field', 'total', 'statements', 'first'];
/** The row of the heads. */
const HEAD = -1;

/**
 * The heat map. Only the rows that can be seen are there, which the ARIA attributes of a grid make up for. Arrow keys, Home, End, Page Up and
 * Page Down move the focus from cell to cell, into the heads as well; Enter opens a cell or sorts.
 */
export class MatrixGrid {
  readonly element: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #head: HTMLElement;
  readonly #drawn = new Map<number, HTMLElement>();
  readonly #shown: Shown;
  readonly #actions: Actions;
  readonly #named: boolean;
  #active = { row: HEAD, column: 0 };

  constructor(shown: Shown, actions: Actions) {
    this.#shown = shown;
    this.#actions = actions;
    const { matrix, words } = shown;
    this.#named = matrix.columns.some(({ title }) => title !== '');
    this.#head = this.#headRow();
    this.#rows = element('div', { class: 'rows', role: 'rowgroup' });
    this.#rows.style.height = `${matrix.rows.length * ROW}px`;
    this.element = element(
      'div',
      {
        id: 'grid',
        role: 'grid',
        class: this.#named ? 'named' : undefined,
        'aria-label': words.grid,
        'aria-rowcount': matrix.rows.length + 1,
        'aria-colcount': KEYS.length + matrix.columns.length,
      },
      element('div', { class: 'head', role: 'rowgroup' }, this.#head),
      this.#rows,
    );
    this.element.addEventListener('scroll', () => this.drawRows(), { passive: true });
    // A tooltip says what is told of a cell; most are never pointed at.
    this.element.addEventListener('pointerover', ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.rows .cell')) target.title = target.ariaLabel ?? '';
    });
    this.element.addEventListener('click', ({ target }) => this.#act(placeOf(target)));
    this.element.addEventListener('focusin', ({ target }) => this.#activate(placeOf(target)));
    this.element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.drawRows()).observe(this.element);
  }

  /** Draws the rows that have come into sight, and takes away those that have left it. */
  drawRows(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / ROW) - BEYOND);
    const last = Math.min(this.#shown.matrix.rows.length - 1, Math.ceil((scrollTop + clientHeight) / ROW) + BEYOND);
    for (const [index, row] of this.#drawn) {
      // The row that has the focus stays: without it the keys would have nowhere to go on from.
      if ((index >= first && index <= last) || row.contains(document.activeElement)) continue;
      row.remove();
      this.#drawn.delete(index);
    }
    for (let index = first; index <= last; index++) this.#drawRow(index);
  }

  /** Puts the focus where it was last. */
  focus(): void {
    this.#focus(this.#active);
  }

  #headRow(): HTMLElement {
    const { words, sort, matrix } = this.#shown;
    const names: Record<SortKey, string> = {
      known: '',
      label: words.topic,
      field: words.field,
      total: words.total,
      statements: words.statementsTotal,
      first: words.firstYear,
    };
    const heads = KEYS.map((key, column) => {
      const direction = sort.key !== key ? undefined : sort.descending ? 'descending' : 'ascending';
      const sign = direction === undefined ? '' : direction === 'descending' ? ' ▼' : ' ▲';
      const attributes = {
        class: `side ${key}`,
        'aria-sort': direction ?? 'none',
        title: `${words.sort}: ${names[key]}`,
      };
      const label = element('span', {}, names[key], element('span', { 'aria-hidden': 'true' }, sign));
      return this.#cell('columnheader', HEAD, column, attributes, label);
    });
    const columns = matrix.columns.map(({ label, title }, index) => {
      const shown = label === '' ? words.noYear : label;
      const attributes = { class: 'cell', title, 'aria-label': [shown, title].filter((part) => part !== '').join(' ') };
      return this.#cell('columnheader', HEAD, KEYS.length + index, attributes, element('span', {}, shown));
    });
    return element('div', { class: 'row', role: 'row', 'aria-rowindex': 1 }, ...heads, ...columns);
  }

  #drawRow(index: number): void {
    const { matrix, words, fields } = this.#shown;
    const row = matrix.rows[index];
    if (row === undefined || this.#drawn.has(index)) return;
    const { topic } = row;
    const mark = topic.own ? element('span', { class: 'own', title: words.own }, ' ●') : undefined;
    const names = { class: 'side label', title: topic.names.join('\n'), lang: 'zh' };
    const drawn = element(
      'div',
      { class: 'row', role: 'row', 'aria-rowindex': index + 2 },
      this.#cell('rowheader', index, 0, names, element('span', {}, topic.label, mark)),
      this.#cell('gridcell', index, 1, { class: 'side field' }, fields[topic.field] ?? topic.field),
      this.#cell('gridcell', index, 2, { class: 'side total' }, String(row.total)),
      this.#cell('gridcell', index, 3, { class: 'side statements' }, String(row.statements)),
      this.#cell('gridcell', index, 4, { class: 'side first' }, row.firstYear),
      ...row.counts.map((count, column) => this.#countCell(row, index, count, column)),
    );
    drawn.style.transform = `translateY(${index * ROW}px)`;
    this.#drawn.set(index, drawn);
    this.#rows.append(drawn);
  }

  #countCell(row: MatrixRow, index: number, count: number, column: number): HTMLElement {
    const { matrix, words } = this.#shown;
    const { label = '', title = '' } = matrix.columns[column] ?? {};
    const when = [label === '' ? words.noYear : label, title].filter((part) => part !== '').join(' ');
    const told = filled(count === 0 ? words.noCount : words.count, row.topic.label, when, count);
    const shade = shadeOf(count, matrix.most);
    const attributes = { class: `cell shade-${shade}`, 'aria-label': told };
    return this.#cell('gridcell', index, KEYS.length + column, attributes, count === 0 ? '' : String(count));
  }

  #cell(
    role: 'gridcell' | 'columnheader' | 'rowheader',
    row: number,
    column: number,
    attributes: Readonly<Record<string, string>>,
    content: Node | string,
  ): HTMLElement {
    const active = this.#active.row === row && this.#active.column === column;
    const id = `cell-${row}-${column}`;
    const place = { id, 'data-row': row, 'data-column': column, 'aria-colindex': column + 1 };
    return element('div', { role, tabindex: active ? 0 : -1, ...place, ...attributes }, content);
  }

  /** Has Tab come back to this cell. */
  #activate(place: Place | undefined): void {
    if (place === undefined) return;
    document.getElementById(`cell-${this.#active.row}-${this.#active.column}`)?.setAttribute('tabindex', '-1');
    this.#active = place;
    document.getElementById(`cell-${place.row}-${place.column}`)?.setAttribute('tabindex', '0');
  }

  #focus({ row, column }: Place): void {
    const { scrollTop, clientHeight } = this.element;
    if (row !== HEAD) {
      const room = clientHeight - this.#head.offsetHeight - ROW;
      if (row * ROW < scrollTop) this.element.scrollTop = row * ROW;
      else if (row * ROW > scrollTop + room) this.element.scrollTop = row * ROW - room;
      this.drawRows();
    }
    const cell = document.getElementById(`cell-${row}-${column}`);
    cell?.focus({ preventScroll: true });
    // What sticks to the left would cover it.
    if (cell !== null && column > 0) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #act(place: Place | undefined): void {
    if (place === undefined) return;
    this.#activate(place);
    const key = KEYS[place.column];
    if (place.row === HEAD && key !== undefined) return this.#actions.sortBy(key);
    const row = this.#shown.matrix.rows[place.row];
    if (row === undefined) return;
    const column = this.#shown.matrix.columns[place.column - KEYS.length];
    if (column === undefined || row.counts[place.column - KEYS.length] !== 0) this.#actions.openCell({ row, column });
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.#act(this.#active);
    }
    const next = this.#next(event);
    if (next === undefined) return;
    event.preventDefault();
    const { rows, columns } = this.#shown.matrix;
    this.#focus({
      row: Math.min(rows.length - 1, Math.max(HEAD, next.row)),
      column: Math.min(KEYS.length + columns.length - 1, Math.max(0, next.column)),
    });
  }

  #next({ key, ctrlKey }: KeyboardEvent): Place | undefined {
    const { row, column } = this.#active;
    switch (key) {
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'PageDown':
        return { row: row + PAGE, column };
      case 'PageUp':
        return { row: Math.max(0, row - PAGE), column };
      case 'Home':
        return { row: ctrlKey ? 0 : row, column: 0 };
      case 'End':
        return { row: ctrlKey ? Infinity : row, column: Infinity };
      default:
        return undefined;
    }
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
