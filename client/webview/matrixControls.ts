import type { MatrixData, MatrixState, MatrixWord, Words } from '../src/topics/messages.ts';
import { button, dropdown, element } from './dom.ts';
import { filled } from './host.ts';
import { type Matrix, MOST_COLUMNS, scaleOf } from './matrixModel.ts';

interface Shown {
  readonly words: Words<MatrixWord>;
  readonly data: MatrixData;
  readonly state: MatrixState;
  readonly matrix: Matrix;
}

interface Controls {
  change(changed: Partial<MatrixState>): void;
  save(format: 'csv' | 'svg'): void;
}

/** Filter, columns, legend and export. */
export function controls({ words, data, state, matrix }: Shown, { change, save }: Controls): HTMLElement {
  const input = element('input', { type: 'search', id: 'filter', placeholder: words.filterHint, value: state.filter });
  let composing = false;
  const filter = (): void => {
    if (!composing && input.value !== state.filter) change({ filter: input.value });
  };
  // Pinyin that is still being typed is no word to look for.
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    filter();
  });
  input.addEventListener('input', filter);

  const fields = Object.entries(data.fields).sort(([, a], [, b]) => a.localeCompare(b, 'zh-CN'));
  const tooMany = data.statements.length > MOST_COLUMNS;
  const by: [MatrixState['by'], string][] = [
    ['statement', words.byStatement],
    ['year', words.byYear],
  ];
  return element(
    'header',
    {},
    element('label', { class: 'control' }, element('span', {}, words.filter), input),
    fields.length > 1
      ? dropdown(words.field, 'field', [['', words.allFields], ...fields], state.field, (field) => change({ field }))
      : undefined,
    tooMany
      ? element('span', { class: 'quiet' }, filled(words.tooMany, data.statements.length))
      : dropdown(words.by, 'by', by, state.by, (wanted) => change({ by: wanted })),
    legend(words, matrix.most),
    button(words.exportCsv, { id: 'csv', disabled: matrix.rows.length === 0 }, () => save('csv')),
    button(words.exportSvg, { id: 'svg', disabled: matrix.rows.length === 0 }, () => save('svg')),
  );
}

function legend(words: Words<MatrixWord>, most: number): HTMLElement {
  const steps = scaleOf(most).map(({ shade, from }) => element('span', { class: `cell shade-${shade}` }, String(from)));
  return element('span', { class: 'legend', role: 'note' }, element('span', { class: 'quiet' }, words.scale), ...steps);
}
