import type { TopicMatrix } from '../corpus/topicMatrix.ts';
import { message, type Say } from '../text/messages.ts';
import { displayWidth, onOneLine, padded, visible } from './display.ts';
import type { Library } from './loadCorpus.ts';

/** More statements than this do not find room beside each other: then there is a column for each year. */
const MOST_COLUMNS = 10;
const NOTHING = '·';

interface Column {
  readonly head: string;
  /** What a count in this column is added up from. */
  readonly statements: ReadonlySet<number>;
}

/** Topics × statements for a terminal, the topic of which is spoken most first. */
export function topicTable(matrix: TopicMatrix, library: Library, say: Say): string {
  const { statements, rows } = matrix;
  if (statements.length === 0) return `${say(message('cli.topics.noStatements'))}\n`;
  const byStatement = statements.length <= MOST_COLUMNS;
  const columns = byStatement ? columnsOfStatements(matrix) : columnsOfYears(matrix, say);
  const counted = rows.map(({ topic, cells }) => {
    const counts = columns.map(({ statements: those }) =>
      cells.reduce((sum, { statement, passages }) => (those.has(statement) ? sum + passages.length : sum), 0),
    );
    return { label: visible(topic.label), counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  counted.sort((a, b) => b.total - a.total);
  const head = [
    say(message('cli.topics.topic')),
    ...columns.map((column) => column.head),
    say(message('cli.topics.total')),
  ];
  const body = counted.map(({ label, counts, total }) => [
    label,
    ...[...counts, total].map((count) => String(count || NOTHING)),
  ]);
  const legend = byStatement ? legendOf(matrix, library) : [];
  const summary = say(message('cli.topics.summary', { topics: rows.length, statements: statements.length }));
  return `${[...legend, ...aligned([head, ...body]), '', summary].join('\n')}\n`;
}

function columnsOfStatements({ statements }: TopicMatrix): Column[] {
  return statements.map((_, index) => ({ head: `[${index + 1}]`, statements: new Set([index]) }));
}

/** The statements are in the order of their dates, and so the years are, too. */
function columnsOfYears({ statements }: TopicMatrix, say: Say): Column[] {
  const years = new Map<string, Set<number>>();
  statements.forEach(({ statement: { date } }, index) => {
    const year = date.slice(0, 4) || say(message('cli.topics.undated'));
    years.set(year, (years.get(year) ?? new Set()).add(index));
  });
  return Array.from(years, ([head, those]) => ({ head, statements: those }));
}

/** What the numbers above the columns stand for. */
function legendOf({ statements }: TopicMatrix, { names }: Library): string[] {
  const lines = statements.map(({ uri, statement: { date, title } }, index) => {
    const name = [date, onOneLine(title)].filter(Boolean).join('  ');
    return `[${index + 1}]  ${visible(`${name}  ${names.get(uri) ?? uri}`.trim())}`;
  });
  return [...lines, ''];
}

/** The first column to the left, numbers to the right; none of the lines ends in blanks. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? padded(text, width) : ' '.repeat(width - displayWidth(text)) + text;
      })
      .join('  '),
  );
}
