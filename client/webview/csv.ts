import type { MatrixWord, Words } from '../src/topics/messages.ts';
import type { Matrix } from './matrixModel.ts';

/** A spreadsheet takes what begins with these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The matrix as RFC 4180 has it, for spreadsheets: these tell by the mark at the beginning that it is UTF-8. */
export function matrixCsv(
  { columns, rows }: Matrix,
  fields: Readonly<Record<string, string>>,
  words: Words<MatrixWord>,
): string {
  const heads = columns.map(({ label, title }) =>
    [label || words.noYear, title].filter((part) => part !== '').join(' '),
  );
  const lines = [
    [words.topic, words.field, words.total, words.statementsTotal, words.firstYear, ...heads].map(cell),
    ...rows.map(({ topic, counts, total, statements, firstYear }) => [
      cell(topic.label),
      cell(fields[topic.field] ?? topic.field),
      total,
      statements,
      firstYear,
      ...counts,
    ]),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
