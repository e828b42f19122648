import type { Kept } from '../text/kept.ts';
import { countUpTo } from '../text/lines.ts';

/** Changed lines: `old` from-to were replaced by `new` from-to, half-open, 0-based. */
interface Change {
  oldFrom: number;
  oldTo: number;
  newFrom: number;
  newTo: number;
}

const CONTEXT = 3;

/** A patch in the unified format, empty where nothing differs; `kept` is what the two texts share. Linear in the texts. */
export function unifiedDiff(file: string, oldText: string, newText: string, kept: readonly Kept[]): string {
  const before = linesOf(oldText);
  const after = linesOf(newText);
  const changes = changedLines(before, after, oldText.length, newText.length, kept);
  if (changes.length === 0) return '';
  const name = file.replace(/^\/+/, '');
  let patch = `--- a/${name}\n+++ b/${name}\n`;
  for (const hunk of hunksOf(changes)) patch += hunkText(before, after, hunk);
  return patch;
}

interface Lines {
  /** Each with its line feed. */
  readonly text: readonly string[];
  readonly starts: readonly number[];
}

/** Only a line feed ends a line, as `patch` has it. */
function linesOf(text: string): Lines {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const last = lines.pop()?.slice(0, -1);
  if (last) lines.push(last);
  let start = 0;
  const starts = lines.map((line) => {
    const own = start;
    start += line.length;
    return own;
  });
  return { text: lines, starts };
}

function changedLines(before: Lines, after: Lines, oldEnd: number, newEnd: number, kept: readonly Kept[]): Change[] {
  const changes: Change[] = [];
  let old = 0;
  let at = 0;
  for (const stretch of [...kept, { old: oldEnd, at: newEnd, length: 0 }]) {
    if (stretch.old > old || stretch.at > at) {
      add(changes, {
        oldFrom: lineAt(before, old),
        oldTo: Math.min(before.text.length, lineAt(before, stretch.old) + 1),
        newFrom: lineAt(after, at),
        newTo: Math.min(after.text.length, lineAt(after, stretch.at) + 1),
      });
    }
    old = stretch.old + stretch.length;
    at = stretch.at + stretch.length;
  }
  return changes.map((change) => withoutCommonLines(before, after, change)).filter(isChange);
}

function lineAt({ starts, text }: Lines, offset: number): number {
  const line = Math.max(0, countUpTo(starts, offset) - 1);
  const isBehindLast = line === text.length - 1 && offset === (starts[line] ?? 0) + (text[line]?.length ?? 0);
  return isBehindLast && text[line]?.endsWith('\n') ? line + 1 : line;
}

/** Two changes that share a line are one. */
function add(changes: Change[], change: Change): void {
  const last = changes.at(-1);
  if (last && (change.oldFrom < last.oldTo || change.newFrom < last.newTo)) {
    last.oldTo = change.oldTo;
    last.newTo = change.newTo;
  } else changes.push(change);
}

function withoutCommonLines(before: Lines, after: Lines, { oldFrom, oldTo, newFrom, newTo }: Change): Change {
  while (oldFrom < oldTo && newFrom < newTo && before.text[oldFrom] === after.text[newFrom]) {
    oldFrom++;
    newFrom++;
  }
  while (oldFrom < oldTo && newFrom < newTo && before.text[oldTo - 1] === after.text[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  return { oldFrom, oldTo, newFrom, newTo };
}

function isChange({ oldFrom, oldTo, newFrom, newTo }: Change): boolean {
  return oldFrom < oldTo || newFrom < newTo;
}

/** Changes whose surroundings would overlap share a hunk. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && change.oldFrom - last.oldTo <= 2 * CONTEXT) hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(before: Lines, after: Lines, changes: readonly Change[]): string {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return '';
  const lead = Math.min(CONTEXT, first.oldFrom);
  const trail = Math.min(CONTEXT, before.text.length - last.oldTo);
  let text = '';
  let old = first.oldFrom - lead;
  for (const { oldFrom, oldTo, newFrom, newTo } of changes) {
    text +=
      marked(' ', before, old, oldFrom) + marked('-', before, oldFrom, oldTo) + marked('+', after, newFrom, newTo);
    old = oldTo;
  }
  text += marked(' ', before, old, old + trail);
  const oldRange = rangeText(first.oldFrom - lead, last.oldTo + trail);
  const newRange = rangeText(first.newFrom - lead, last.newTo + trail);
  return `@@ -${oldRange} +${newRange} @@\n${text}`;
}

function marked(mark: string, { text }: Lines, from: number, to: number): string {
  return text
    .slice(from, to)
    .map((line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`))
    .join('');
}

/** An empty range is told by the line before it. */
function rangeText(from: number, to: number): string {
  return `${to > from ? from + 1 : from},${to - from}`;
}
