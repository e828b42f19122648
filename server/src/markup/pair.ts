import { countUpTo, lineBreaks } from '../text/lines.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';
import type { PairFault, Tag } from './syntax.ts';
import { isFieldUse, type TagUse, type Vocabulary } from './vocabulary.ts';

export interface Pairing {
  readonly partner: readonly number[];
  readonly faults: readonly PairFault[];
}

/** Which tags of a record belong together, and which miss their partner. Linear in tags and text. */
export function pairTags(text: string, tags: readonly Tag[], vocabulary: Vocabulary): Pairing {
  const partner = pairWellNested(tags, vocabulary);
  return partner ? { partner, faults: NO_FAULTS } : pairFaulty(text, tags, vocabulary);
}

const NO_FAULTS: readonly PairFault[] = [];

/** The partners where each closing tag closes the one opened last, as nearly everywhere; else `undefined`. */
function pairWellNested(tags: readonly Tag[], vocabulary: Vocabulary): number[] | undefined {
  const partner: number[] = [];
  const open: number[] = [];
  for (let index = 0; index < tags.length; index++) {
    partner.push(-1);
    const { code, role } = tags[index] ?? NO_TAG;
    if (vocabulary.byCode.get(code)?.use === 'alone') continue;
    if (role === 'open') {
      open.push(index);
      continue;
    }
    const opening = open.pop() ?? -1;
    if (tags[opening]?.code !== code) return undefined;
    partner[opening] = index;
    partner[index] = opening;
  }
  return open.length === 0 ? partner : undefined;
}

const NO_TAG: Pick<Tag, 'code' | 'role'> = { code: '', role: 'open' };

function pairFaulty(text: string, tags: readonly Tag[], vocabulary: Vocabulary): Pairing {
  const partner = tags.map(() => -1);
  const faults: PairFault[] = [];
  const uses = tags.map((tag): TagUse => vocabulary.byCode.get(tag.code)?.use ?? 'inline-or-alone');
  const nextOfCode = nextIndexOfCode(tags);
  const places = new Places(text, tags, uses);
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
    faults.push({ kind: 'unclosed', tag: index, at: places.endOfUnclosed(index) });
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
    // Two halves on one line were meant as one pair: 〖BT/标题〗…〖-BM/版名〗. But a glyph may stand alone.
    const mayStandAlone = uses[top ?? -1] === 'inline-or-alone' && vocabulary.byCode.has(tags[top ?? -1]?.code ?? '');
    if (top !== undefined && !mayStandAlone && places.areOnOneLine(top, index) && closesLater(top) === -1) {
      pop();
      pair(top, index);
      faults.push({ kind: 'mismatched', open: top, close: index });
      return;
    }
    faults.push({ kind: 'unopened', tag: index, at: places.startOfUnopened(index) });
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

/**
 * Where the missing halves of tags belong, and which tags stand on one line. Each stretch of text is looked at once,
 * however many tags ask for it.
 */
class Places {
  readonly #text: string;
  readonly #tags: readonly Tag[];
  readonly #uses: readonly TagUse[];
  readonly #breaks: readonly number[];
  /** For each tag, the nearest field tag behind it and before it, or -1. */
  readonly #fieldBehind: readonly number[];
  readonly #fieldBefore: readonly number[];
  readonly #trimmedEnds = new Map<number, number>();
  readonly #trimmedStarts = new Map<number, number>();

  constructor(text: string, tags: readonly Tag[], uses: readonly TagUse[]) {
    this.#text = text;
    this.#tags = tags;
    this.#uses = uses;
    this.#breaks = lineBreaks(text);
    const isField = (index: number): boolean => isFieldUse(uses[index] ?? 'inline');
    const behind = tags.map(() => -1);
    for (let index = tags.length - 2; index >= 0; index--) {
      behind[index] = isField(index + 1) ? index + 1 : (behind[index + 1] ?? -1);
    }
    const before = tags.map(() => -1);
    for (let index = 1; index < tags.length; index++) {
      before[index] = isField(index - 1) ? index - 1 : (before[index - 1] ?? -1);
    }
    this.#fieldBehind = behind;
    this.#fieldBefore = before;
  }

  areOnOneLine(first: number, second: number): boolean {
    return (this.#tags[second]?.start ?? 0) <= this.#lineEnd(this.#tags[first]?.end ?? 0);
  }

  /** Where the closing tag of an unclosed one belongs: the end of its line, or of the body, and before the next field. */
  endOfUnclosed(index: number): number {
    const from = this.#tags[index]?.end ?? 0;
    const next = this.#tags[this.#fieldBehind[index] ?? -1];
    let limit = this.#text.length;
    // A closing tag whose opening one is missing takes its line with it.
    if (next) limit = next.role === 'open' ? next.start : Math.max(from, this.#lineStart(next.start));
    if (this.#uses[index] !== 'body') limit = Math.min(limit, this.#lineEnd(from));
    const end = remembered(this.#trimmedEnds, limit, () => trimEnd(this.#text, 0, limit));
    return Math.max(from, end);
  }

  /** Where the opening tag of an unopened one belongs: the start of its line, or of the text behind the field before it. */
  startOfUnopened(index: number): number {
    const to = this.#tags[index]?.start ?? 0;
    let from = this.#tags[this.#fieldBefore[index] ?? -1]?.end ?? 0;
    if (this.#uses[index] !== 'body') from = Math.max(from, this.#lineStart(to));
    const start = remembered(this.#trimmedStarts, from, () => skipWhite(this.#text, from, this.#text.length));
    return Math.min(to, start);
  }

  #lineEnd(from: number): number {
    const behind = this.#breaks[countUpTo(this.#breaks, from)];
    return behind === undefined ? this.#text.length : behind - 1;
  }

  #lineStart(at: number): number {
    return this.#breaks[countUpTo(this.#breaks, at) - 1] ?? 0;
  }
}

function remembered(known: Map<number, number>, key: number, make: () => number): number {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
