import { isLineBreak } from '../text/lines.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';
import type { PairFault, Tag } from './syntax.ts';
import { isFieldUse, type TagUse, type Vocabulary } from './vocabulary.ts';

export interface Pairing {
  readonly partner: readonly number[];
  readonly faults: readonly PairFault[];
}

/** Which tags of a record belong together, and which miss their partner. Linear in tags and text. */
export function pairTags(text: string, tags: readonly Tag[], vocabulary: Vocabulary): Pairing {
  const partner = tags.map(() => -1);
  const faults: PairFault[] = [];
  const uses = tags.map((tag): TagUse => vocabulary.byCode.get(tag.code)?.use ?? 'inline-or-alone');
  const nextOfCode = nextIndexOfCode(tags);
  const open: number[] = [];
  const openOfCode = new Map<string, number>();

  function pop(): number {
    const index = open.pop() ?? -1;
    const code = tags[index]?.code ?? '';
    openOfCode.set(code, (openOfCode.get(code) ?? 0) - 1);
    return index;
  }
  function pair(opening: number, closing: number): void {
    partner[opening] = closing;
    partner[closing] = opening;
  }
  /** Whether the next tag of the same code closes this one. */
  function closesLater(index: number): number {
    const next = nextOfCode[index] ?? -1;
    return tags[next]?.role === 'close' && partner[next] === -1 ? next : -1;
  }
  function reportUnclosed(index: number): void {
    const use = uses[index];
    if (use === 'inline-or-alone' || use === undefined) return;
    faults.push({ kind: 'unclosed', tag: index, at: endOfUnclosed(text, tags, uses, index) });
  }

  tags.forEach((tag, index) => {
    if (partner[index] !== -1 || uses[index] === 'alone') return;
    if (tag.role === 'open') {
      open.push(index);
      openOfCode.set(tag.code, (openOfCode.get(tag.code) ?? 0) + 1);
      return;
    }
    if ((openOfCode.get(tag.code) ?? 0) > 0) {
      const crossed: number[] = [];
      let opening = pop();
      while (tags[opening]?.code !== tag.code) {
        crossed.push(opening);
        opening = pop();
      }
      pair(opening, index);
      for (const inner of crossed.reverse()) {
        const closing = closesLater(inner);
        if (closing > index) {
          pair(inner, closing);
          faults.push({ kind: 'misnested', outer: opening, inner });
        } else {
          reportUnclosed(inner);
        }
      }
      return;
    }
    const top = open.at(-1);
    if (top !== undefined && isMismatch(text, tags, uses, top, index) && closesLater(top) === -1) {
      pop();
      pair(top, index);
      faults.push({ kind: 'mismatched', open: top, close: index });
      return;
    }
    faults.push({ kind: 'unopened', tag: index, at: startOfUnopened(text, tags, uses, index) });
  });
  for (const index of open) reportUnclosed(index);
  return { partner, faults };
}

function nextIndexOfCode(tags: readonly Tag[]): number[] {
  const next = tags.map(() => -1);
  const seen = new Map<string, number>();
  for (let index = tags.length - 1; index >= 0; index--) {
    const code = tags[index]?.code ?? '';
    next[index] = seen.get(code) ?? -1;
    seen.set(code, index);
  }
  return next;
}

/** Two tags of one kind on one line, which the editor meant as one pair: 〖BT/标题〗…〖-BM/版名〗. */
function isMismatch(text: string, tags: readonly Tag[], uses: readonly TagUse[], top: number, close: number): boolean {
  const from = tags[top]?.end ?? 0;
  const to = tags[close]?.start ?? 0;
  const topUse = uses[top] ?? 'inline';
  const closeUse = uses[close] ?? 'inline';
  if (isFieldUse(topUse) !== isFieldUse(closeUse)) return false;
  if (topUse === 'body' && closeUse === 'field') return false;
  if (topUse === 'body' || closeUse === 'body') return topUse === closeUse;
  return !hasLineBreak(text, from, to);
}

/** Where the closing tag of an unclosed one belongs: the end of its line, or of the body, and before the next field. */
function endOfUnclosed(text: string, tags: readonly Tag[], uses: readonly TagUse[], index: number): number {
  const from = tags[index]?.end ?? 0;
  let limit = text.length;
  for (let next = index + 1; next < tags.length; next++) {
    const tag = tags[next];
    if (!tag || !isFieldUse(uses[next] ?? 'inline')) continue;
    // A closing tag whose opening one is missing takes its line with it.
    limit = tag.role === 'open' ? tag.start : lineStartAt(text, tag.start, from);
    break;
  }
  if (uses[index] !== 'body') limit = Math.min(limit, lineEndAt(text, from));
  return trimEnd(text, from, limit);
}

/** Where the opening tag of an unopened one belongs: the start of its line, or of the text behind the field before it. */
function startOfUnopened(text: string, tags: readonly Tag[], uses: readonly TagUse[], index: number): number {
  const to = tags[index]?.start ?? 0;
  let from = 0;
  for (let before = index - 1; before >= 0; before--) {
    if (isFieldUse(uses[before] ?? 'inline')) {
      from = tags[before]?.end ?? 0;
      break;
    }
  }
  if (uses[index] !== 'body') from = lineStartAt(text, to, from);
  return skipWhite(text, from, to);
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  return lineEndAt(text, from) < to;
}

function lineEndAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function lineStartAt(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}
