import type { MatrixWord, Words } from '../src/topics/messages.ts';
import { type Matrix, scaleOf, shadeOf } from './matrixModel.ts';

/** From nothing to most: they can be told apart in print, and by who sees no colours. */
const FILLS = ['#ffffff', '#fde5d9', '#fcbba1', '#fb8a6a', '#d93529', '#7f0d12'];
const DARK_FROM = 4;
const CELL = { width: 34, height: 20 };
const LETTER = 13;
const MARGIN = 16;

/** The matrix as a picture for print: black on white, with the numbers in the cells. */
export function matrixSvg(matrix: Matrix, title: string, words: Words<MatrixWord>): string {
  const { columns, rows, most } = matrix;
  const named = columns.some((column) => column.title !== '');
  const left = MARGIN + Math.max(4, ...rows.map(({ topic }) => widthOf(topic.label))) + 8;
  const heads = columns.map(({ label }) => label || words.noYear);
  // Dates stand upright, for they are wider than a cell.
  const head = named ? 80 : 24;
  const top = MARGIN + 26 + head;
  const width = left + columns.length * CELL.width + MARGIN;
  const height = top + rows.length * CELL.height + 50;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif" font-size="${LETTER}">`,
    `<title id="title">${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 12}" font-size="16" font-weight="bold">${escape(title)}</text>`,
    ...heads.map((label, index) =>
      columnHead(label, columns[index]?.title ?? '', left + index * CELL.width, top - 6, named),
    ),
    ...rows.map(({ topic, counts }, index) => {
      const y = top + index * CELL.height;
      const label = `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${escape(topic.label)}</text>`;
      const cells = counts.map((count, at) =>
        cell(left + at * CELL.width, y, count, shadeOf(count, most), `${topic.label} · ${heads[at] ?? ''} · ${count}`),
      );
      return label + cells.join('');
    }),
    ...scaleOf(most).map(({ shade, from }, index) => cell(left + index * CELL.width, height - 36, from, shade, '')),
    `<text x="${left - 8}" y="${height - 21}" text-anchor="end">${escape(words.scale)}</text>`,
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function columnHead(label: string, title: string, x: number, y: number, upright: boolean): string {
  const tip = title === '' ? '' : `<title>${escape(title)}</title>`;
  const at = x + CELL.width / 2;
  return upright
    ? `<text transform="translate(${at + 4} ${y}) rotate(-90)" font-size="12">${tip}${escape(label)}</text>`
    : `<text x="${at}" y="${y}" text-anchor="middle" font-size="12">${tip}${escape(label)}</text>`;
}

function cell(x: number, y: number, count: number, shade: number, tip: string): string {
  const square = `<rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" fill="${FILLS[shade] ?? ''}" stroke="#d0d0d0">${tip === '' ? '' : `<title>${escape(tip)}</title>`}</rect>`;
  if (count === 0) return square;
  const ink = shade >= DARK_FROM ? '#fff' : '#000';
  return `${square}<text x="${x + CELL.width / 2}" y="${y + 14}" text-anchor="middle" font-size="11" fill="${ink}">${count}</text>`;
}

/** Roughly, without a page to measure it on: half of a letter for Latin. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, one) => width + (one < '\u2e80' ? LETTER * 0.62 : LETTER), 0);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML does not allow is left out. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escape(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
