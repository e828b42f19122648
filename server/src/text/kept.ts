import type { Edit } from './edits.ts';
import { type Span, shifted } from './span.ts';

/** A stretch of an old text that stands unchanged at `at` in a new one. */
export interface Kept {
  readonly old: number;
  readonly at: number;
  readonly length: number;
}

/** What is kept after further edits, which are in order and count in the new text. */
export function keptAfter(kept: readonly Kept[], edits: readonly Edit[]): Kept[] {
  const result: Kept[] = [];
  let moved = 0;
  let next = 0;
  const pass = ({ span, newText }: Edit) => {
    moved += newText.length - (span.end - span.start);
    next++;
  };
  for (const { old, at, length } of kept) {
    const end = at + length;
    let from = at;
    const keep = (to: number) => {
      if (to > from) result.push({ old: old + (from - at), at: from + moved, length: to - from });
    };
    for (let edit = edits[next]; edit && edit.span.start < end; edit = edits[next]) {
      keep(edit.span.start);
      from = Math.min(end, Math.max(from, edit.span.end));
      // What reaches past this stretch still has to be cut from the next one.
      if (edit.span.end > end) break;
      pass(edit);
    }
    keep(end);
  }
  return result;
}

/** Where a stretch of the old text stands in the new one; `undefined` where something of it has changed. */
export function keptSpan(kept: readonly Kept[], { start, end }: Span): Span | undefined {
  const stretch = kept.find(({ old, length }) => old <= start && end <= old + length);
  return stretch && shifted({ start, end }, stretch.at - stretch.old);
}

/** The fewest edits that make the one text of the other, given what they share; in order, apart from each other. */
export function editsBetween(oldLength: number, newText: string, kept: readonly Kept[]): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  let at = 0;
  for (const stretch of [...kept, { old: oldLength, at: newText.length, length: 0 }]) {
    if (stretch.old > start || stretch.at > at) {
      edits.push({ span: { start, end: stretch.old }, newText: newText.slice(at, stretch.at) });
    }
    start = stretch.old + stretch.length;
    at = stretch.at + stretch.length;
  }
  return edits;
}
