import { l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { SameTopicPassage, TopicMatrixResult } from '../../../server/src/protocol/protocol.ts';
import type { ShownFirst } from './comparePanel.ts';
import { statementKey } from './compared.ts';
import { fieldName } from './fields.ts';
import type { MatrixData, MatrixDialogue, Subject, ToMatrix } from './messages.ts';
import { fillPanel, webviewOptions } from './panel.ts';
import { openPlace } from './places.ts';
import type { TopicRequests } from './requests.ts';
import { titleOf } from './treeModel.ts';
import { matrixWords } from './words.ts';

export const MATRIX = 'rmrb.matrix';

export interface MatrixPanel {
  open(): Promise<ShownFirst | undefined>;
  restore(panel: WebviewPanel): void;
  /** Statements or topics have changed. */
  refresh(): void;
}

/** More passages than these nobody reads in a list. */
const MOST_PASSAGES = 200;

/** 主题矩阵: topics × statements as a heat map. */
export function matrixPanel(
  extension: Uri,
  requests: TopicRequests,
  compare: (subject: Subject, chosen: readonly string[]) => void,
): MatrixPanel {
  let current: { panel: WebviewPanel; refresh(): void } | undefined;

  const fill = (panel: WebviewPanel): Promise<ShownFirst | undefined> => {
    let shown: (first: ShownFirst | undefined) => void = () => {};
    const firstShown = new Promise<ShownFirst | undefined>((resolve) => {
      shown = resolve;
    });
    let matrix: TopicMatrixResult | undefined;
    let listed: readonly SameTopicPassage[] = [];

    const load = async (): Promise<void> => {
      matrix = await requests.matrix();
      send({ type: 'show', words: matrixWords(), data: dataOf(matrix) });
    };
    const send: (message: ToMatrix) => void = fillPanel<MatrixDialogue>(
      panel,
      extension,
      'matrix',
      async (message): Promise<unknown> => {
        switch (message.type) {
          case 'ready':
            return load();
          case 'cell': {
            const all = await passagesOf(requests, message.topic, keysOf(matrix, message.statements));
            listed = all.slice(0, MOST_PASSAGES);
            const passages = listed.map(({ file, statement: { title, date }, section, printed }) => {
              return { title: titleOf({ title, file }), date, section, text: printed };
            });
            return send({ type: 'passages', passages, all: all.length });
          }
          case 'open': {
            const place = listed[message.passage];
            return place && openPlace(place, panel);
          }
          case 'compare':
            return compare({ topic: message.topic }, keysOf(matrix, message.statements));
          case 'export':
            return exportText(message.format, message.text, (text) => send({ type: 'notice', text }));
          case 'shown':
            return shown(message);
        }
      },
    );
    current = { panel, refresh: () => void (panel.visible && load()) };
    panel.onDidDispose(() => {
      current = undefined;
      shown(undefined);
    });
    return firstShown;
  };

  return {
    open: async () => {
      if (current !== undefined) {
        current.panel.reveal();
        return undefined;
      }
      const panel = window.createWebviewPanel(MATRIX, l10n.t('Topic Matrix'), ViewColumn.Active, {
        ...webviewOptions(extension),
        enableFindWidget: true,
      });
      return fill(panel);
    },
    restore: (panel) => void fill(panel),
    refresh: () => current?.refresh(),
  };
}

function dataOf(matrix: TopicMatrixResult | undefined): MatrixData {
  if (matrix === undefined) return { statements: [], topics: [], fields: {}, indexing: false };
  const fields = new Set(matrix.topics.map(({ field }) => field).filter((field) => field !== ''));
  return {
    statements: matrix.statements.map(({ title, file, date }) => ({ title: titleOf({ title, file }), date })),
    topics: matrix.topics.map(({ id, label, names, field, source, cells }) => {
      const counts = cells.map(({ statement, count }): [number, number] => [statement, count]);
      return { id, label, names, field, own: source === 'workspace', cells: counts };
    }),
    fields: Object.fromEntries([...fields].map((field) => [field, fieldName(field)])),
    indexing: matrix.indexing,
  };
}

function keysOf(matrix: TopicMatrixResult | undefined, statements: readonly number[]): string[] {
  return statements.flatMap((index) => {
    const statement = matrix?.statements[index];
    return statement === undefined ? [] : [statementKey({ ...statement, title: titleOf(statement) })];
  });
}

async function passagesOf(
  requests: TopicRequests,
  topic: string,
  keys: readonly string[],
): Promise<readonly SameTopicPassage[]> {
  const wanted = new Set(keys);
  const result = await requests.passages({ topic });
  return (result?.statements ?? [])
    .filter(({ statement }) => wanted.has(statementKey({ ...statement, title: titleOf(statement) })))
    .flatMap(({ passages }) => passages);
}

/** @param told is called with what is to be read out */
async function exportText(format: 'csv' | 'svg', text: string, told: (text: string) => void): Promise<void> {
  const name = `${l10n.t('Topic Matrix')}.${format}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: format === 'csv' ? { CSV: ['csv'] } : { SVG: ['svg'] },
  });
  if (file === undefined) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  told(l10n.t('The matrix was written to {0}.', file.path.slice(file.path.lastIndexOf('/') + 1)));
}
