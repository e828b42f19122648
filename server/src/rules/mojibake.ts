import type { Span } from '../text/span.ts';

/** What bytes of a Chinese encoding look like when they are read as a Western one. */
const WESTERN =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u203a\u2039\u20ac\u2122]{4,}/g;
/** UTF-8: each character is a letter and two signs that mostly are none. */
const THREE_BYTES =
  /(?:[\u00e3-\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}){2,}/g;
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
  for (const pattern of [THREE_BYTES, FILLERS]) {
    for (const { index, 0: run } of text.matchAll(pattern)) runs.push({ start: index, end: index + run.length });
  }
  return merged(runs.toSorted((a, b) => a.start - b.start));
}

function merged(spans: readonly Span[]): Span[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
