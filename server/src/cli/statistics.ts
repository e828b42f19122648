import { message, type Say } from '../text/messages.ts';
import type { Summary } from './formats/format.ts';

/** How often each rule found something, the most frequent first. */
export function statisticsText({ byCode }: Summary, say: Say): string {
  const rows = [...byCode].sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1));
  const lines = rows.map(([code, count]) => `${String(count).padStart(7)}  ${code}`);
  return `${[say(message('cli.statistics', { rules: rows.length })), ...lines].join('\n')}\n`;
}
