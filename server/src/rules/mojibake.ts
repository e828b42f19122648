import type { Span } from '../text/span.ts';

/** What bytes of a Chinese encoding look like when they are read as a Western one. */
const WESTERN =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u203a\u2039\u20ac\u2122]{4,}/g;
const LETTERS = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/g;
/** 锟斤拷 is U+FFFD read as GBK; 烫 and 屯 are what a debugger fills memory with. */
const FILLERS = /(?:锟斤拷?)+|烫{3,}|屯{3,}/g;

/** Runs of characters that come of reading bytes in the wrong encoding, in order. */
export function mojibakeIn(text: string): Span[] {
  const runs: Span[] = [];
  for (const { index, 0: run } of text.matchAll(WESTERN)) {
    const letters = run.match(LETTERS)?.length ?? 0;
    if (letters >= 3 && letters * 2 >= run.length) runs.push({ start: index, end: index + run.length });
  }
  for (const { index, 0: run } of text.matchAll(FILLERS)) runs.push({ start: index, end: index + run.length });
  return runs.toSorted((a, b) => a.start - b.start);
}
