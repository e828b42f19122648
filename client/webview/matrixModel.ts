import type { MatrixData, MatrixState, ShownTopic, SortKey } from '../src/topics/messages.ts';

/** A row of the heat map. */
export interface MatrixRow {
  readonly topic: ShownTopic;
  /** How many passages, one number for each column. */
  readonly counts: readonly number[];
  readonly total: number;
  /** How many statements. */
  readonly statements: number;
  /** Empty where no statement with a date names it. */
  readonly firstYear: string;
}

export interface MatrixColumn {
  /** A year, a date, or empty where there is none. */
  readonly label: string;
  /** The title of a statement; empty for a year. */
  readonly title: string;
  /** Which statements it stands for, from 0. */
  readonly statements: readonly number[];
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** The largest number in a cell. */
  readonly most: number;
}

/** More columns than these nobody can tell apart. */
export const MOST_COLUMNS = 120;

/** The matrix as the user wants to see it. */
export function matrixOf(data: MatrixData, state: MatrixState): Matrix {
  const columns = columnsOf(data, byYear(data, state) ? 'year' : 'statement');
  const columnOf = new Map(columns.flatMap((column, index) => column.statements.map((one) => [one, index] as const)));
  const rows = data.topics.filter(wanted(data, state)).map((topic) => rowOf(data, topic, columns.length, columnOf));
  rows.sort(order(data, state.sort.key, state.sort.descending));
  return { columns, rows, most: rows.reduce((most, { counts }) => Math.max(most, ...counts), 0) };
}

/** So many statements are shown year by year, whatever is wanted. */
function byYear(data: MatrixData, { by }: MatrixState): boolean {
  return by === 'year' || data.statements.length > MOST_COLUMNS;
}

function columnsOf({ statements }: MatrixData, by: MatrixState['by']): MatrixColumn[] {
  if (by === 'statement')
    return statements.map(({ title, date }, index) => ({ label: date, title, statements: [index] }));
  const years = new Map<string, number[]>();
  statements.forEach(({ date }, index) => {
    const year = date.slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, [index]);
    else known.push(index);
  });
  return [...years].map(([label, of]) => ({ label, title: '', statements: of }));
}

function rowOf(data: MatrixData, topic: ShownTopic, width: number, columnOf: ReadonlyMap<number, number>): MatrixRow {
  const counts = Array.from({ length: width }, () => 0);
  let total = 0;
  let firstYear = '';
  for (const [statement, count] of topic.cells) {
    const column = columnOf.get(statement);
    if (column !== undefined) counts[column] = (counts[column] ?? 0) + count;
    total += count;
    firstYear ||= data.statements[statement]?.date.slice(0, 4) ?? '';
  }
  return { topic, counts, total, statements: topic.cells.length, firstYear };
}

/** Every word that is looked for must stand in a name of the topic or of its field. */
function wanted({ fields }: MatrixData, { filter, field }: MatrixState): (topic: ShownTopic) => boolean {
  const words = filter.toLowerCase().split(/\s+/);
  return (topic) => {
    if (field !== '' && topic.field !== field) return false;
    const names = [topic.label, ...topic.names, fields[topic.field] ?? topic.field].join('\n').toLowerCase();
    return words.every((word) => names.includes(word));
  };
}

/** The same order in every browser, whichever its language. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

function order(data: MatrixData, key: SortKey, descending: boolean): (a: MatrixRow, b: MatrixRow) => number {
  const sign = descending ? -1 : 1;
  const known = new Map(data.topics.map((topic, index) => [topic, index]));
  const inKnown = (a: MatrixRow, b: MatrixRow): number => (known.get(a.topic) ?? 0) - (known.get(b.topic) ?? 0);
  const field = ({ topic }: MatrixRow): string => data.fields[topic.field] ?? topic.field;
  const by: Record<SortKey, (a: MatrixRow, b: MatrixRow) => number> = {
    known: inKnown,
    label: (a, b) => collator.compare(a.topic.label, b.topic.label),
    // What has no field, or no year, comes last either way.
    field: (a, b) => lastIfEmpty(field(a), field(b), sign) || collator.compare(field(a), field(b)),
    total: (a, b) => a.total - b.total,
    statements: (a, b) => a.statements - b.statements,
    first: (a, b) => lastIfEmpty(a.firstYear, b.firstYear, sign) || a.firstYear.localeCompare(b.firstYear),
  };
  return (a, b) => sign * by[key](a, b) || inKnown(a, b);
}

function lastIfEmpty(a: string, b: string, sign: number): number {
  return sign * (Number(a === '') - Number(b === ''));
}

/** Shades from 0, nothing, to this. */
const SHADES = 5;

/** Grows with the logarithm, for a topic that is everywhere would leave all others pale. */
export function shadeOf(count: number, most: number): number {
  if (count === 0) return 0;
  return most <= 1 ? SHADES : 1 + Math.round(((SHADES - 1) * Math.log(count)) / Math.log(most));
}

/** The smallest count of each shade above 0 that occurs at all, for a legend. */
export function scaleOf(most: number): { shade: number; from: number }[] {
  const scale: { shade: number; from: number }[] = [];
  for (let count = 1; count <= most && (scale.at(-1)?.shade ?? 0) < SHADES; count++) {
    const shade = shadeOf(count, most);
    if (shade !== scale.at(-1)?.shade) scale.push({ shade, from: count });
  }
  return scale;
}
