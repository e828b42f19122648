import { askedText, type Bar, type Compared, isHeld, ratio } from './bar.ts';
import { figureText, numberText } from './figure.ts';

const HEAD = ['', 'ours', 'peer', 'floor', 'ours is better', 'asked', 'held'];

/** The rows of one benchmark, in columns. */
export function table(bars: readonly Bar[]): string {
  const rows = [HEAD, ...bars.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(bar: Bar): string[] {
  const times = ratio(bar);
  return [
    bar.what,
    figureText(bar.ours),
    comparedText(bar.peer),
    comparedText(bar.floor),
    times === undefined ? '' : `${numberText(times)} ×`,
    askedText(bar),
    heldText(bar),
  ];
}

function comparedText(compared: Compared | undefined): string {
  return compared ? `${figureText(compared.measured)} (${compared.name})` : '';
}

function heldText(bar: Bar): string {
  const held = isHeld(bar);
  if (held !== undefined) return held ? '✔' : '✘ missed';
  return bar.asked ? '? no peer' : '';
}
