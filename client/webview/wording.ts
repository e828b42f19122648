import { type Block, commonBlocks } from './editScript.ts';

/** A text as it is shown, and the form in which it is compared: the same number of characters, or it is compared as it is shown. */
export interface Wording {
  readonly shown: string;
  readonly compared: string;
}

/** Stands between the passages of a text: no phrase reaches beyond it, and no text has it. */
export const SEPARATOR = '\u001e';

/** `kept` stands in the earlier text too, `everywhere` in all texts, `added` in this one only, `dropped` in the earlier one only. */
type PieceKind = 'kept' | 'everywhere' | 'added' | 'dropped';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** So many characters in a row are a phrase that two texts share, wherever it stands; fewer agree by chance. */
const PHRASE = 6;
/** In all texts, fewer suffice. */
const COMMON_PHRASE = 4;
/** Characters between two changes that agree by chance more often than not. */
const CHANCE = 2;
/** These do so where far more was changed on both sides. */
const WEAK = 4;

/**
 * How each of some texts, in the order of time, says what those before it said. Every text is compared with the one before it or, where
 * `first` is wanted, with the first one; the pieces of a text without those that are `dropped` make up the text.
 */
export function compareWordings(wordings: readonly Wording[], base: 'previous' | 'first'): Piece[][] {
  const texts = wordings.map(charactersOf);
  const everywhere = sharedByAll(texts);
  return texts.map((text, index) => {
    const before = texts[base === 'first' ? 0 : index - 1];
    const common = everywhere[index] ?? new Uint8Array();
    if (index > 0 && before !== undefined) return unite(difference(before, text, common));
    const all = { start: 0, end: text.shown.length };
    return unite(piecesOf(text, all, (at) => (common[at] === 1 ? 'everywhere' : 'kept')));
  });
}

interface Characters {
  readonly shown: readonly string[];
  /** Code points of the compared form. */
  readonly compared: Int32Array;
}

function charactersOf({ shown, compared }: Wording): Characters {
  const printed = Array.from(shown);
  const other = Array.from(compared);
  const keys = other.length === printed.length ? other : printed;
  return { shown: printed, compared: Int32Array.from(keys, (one) => one.codePointAt(0) ?? 0) };
}

function difference(before: Characters, after: Characters, everywhere: Uint8Array): Piece[] {
  const blocks = slide(after, before, meaningful(before, after, commonBlocks(before.compared, after.compared)));
  const said = phrases(before.compared, PHRASE, SEPARATORS);
  const stays = phrases(after.compared, PHRASE, SEPARATORS);
  const pieces: Piece[] = [];
  let a = 0;
  let b = 0;
  for (const block of [...blocks, endBlock(before, after)]) {
    const gone = { start: a, end: block.before };
    const goneElsewhere = phrasesIn(before.compared, gone, stays, PHRASE);
    const fresh = { start: b, end: block.after };
    const freshElsewhere = phrasesIn(after.compared, fresh, said, PHRASE);
    a = block.before + block.length;
    b = block.after + block.length;
    const same = { start: block.after, end: b };
    const kept = (at: number): PieceKind => (everywhere[at] === 1 ? 'everywhere' : 'kept');
    pieces.push(
      ...piecesOf(before, gone, (at) => (goneElsewhere[at - gone.start] === 1 ? undefined : 'dropped')),
      ...piecesOf(after, fresh, (at) => (freshElsewhere[at - fresh.start] === 1 ? kept(at) : 'added')),
      ...piecesOf(after, same, kept),
    );
  }
  return pieces;
}

function endBlock(before: Characters, after: Characters): Block {
  return { before: before.shown.length, after: after.shown.length, length: 0 };
}

/** Leaves out what two texts have in common by chance: a word or two between long changes. */
function meaningful(before: Characters, after: Characters, blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  blocks.forEach((block, index) => {
    const last = kept.at(-1) ?? { before: 0, after: 0, length: 0 };
    const next = blocks[index + 1] ?? endBlock(before, after);
    const left = gap(last, block);
    const right = gap(block, next);
    const chance =
      (block.length <= CHANCE && block.length < Math.max(left, right)) ||
      (block.length <= WEAK && block.length * 2 <= Math.min(left, right));
    if (left === 0 || right === 0 || !chance) kept.push(block);
  });
  return kept;
}

/** The longer side of what differs between two blocks. */
function gap(block: Block, next: Block): number {
  return Math.max(next.before - block.before - block.length, next.after - block.after - block.length);
}

const BREAKS = codePoints(`，。；：、！？\n${SEPARATOR}`);
const SEPARATORS = codePoints(SEPARATOR);

function codePoints(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (one) => one.codePointAt(0) ?? 0));
}

/**
 * Where the same characters stand at both ends of what was added or dropped, either may count as new: 「合作，深化」 or 「深化合作，」. That one is
 * taken which begins and ends where a clause does.
 */
function slide(after: Characters, before: Characters, blocks: readonly Block[]): Block[] {
  const slid = [...blocks];
  for (let index = 0; index + 1 < slid.length; index++) {
    const left = slid[index];
    const right = slid[index + 1];
    if (left === undefined || right === undefined) continue;
    const inAfter = left.before + left.length === right.before;
    if (!inAfter && left.after + left.length !== right.after) continue;
    const { compared } = inAfter ? after : before;
    const start = (inAfter ? left.after : left.before) + left.length;
    const end = inAfter ? right.after : right.before;
    const shift = bestShift(compared, start, end, left.length, right.length);
    slid[index] = { ...left, length: left.length + shift };
    slid[index + 1] = {
      before: right.before + shift,
      after: right.after + shift,
      length: right.length - shift,
    };
  }
  return slid.filter(({ length }) => length > 0);
}

function bestShift(text: Int32Array, start: number, end: number, most: number, least: number): number {
  let from = 0;
  while (-from < most && text[start + from - 1] === text[end + from - 1]) from--;
  let to = 0;
  while (to < least && text[start + to] === text[end + to]) to++;
  let best = 0;
  let bestScore = -1;
  for (let shift = from; shift <= to; shift++) {
    const score = breaks(text, start + shift) + breaks(text, end + shift);
    if (score > bestScore || (score === bestScore && Math.abs(shift) < Math.abs(best)))
      [best, bestScore] = [shift, score];
  }
  return best;
}

function breaks(text: Int32Array, at: number): number {
  return at === 0 || at === text.length || BREAKS.has(text[at - 1] ?? 0) ? 1 : 0;
}

/** For each text, which of its characters stand in a phrase that all others have. */
function sharedByAll(texts: readonly Characters[]): Uint8Array[] {
  if (texts.length < 2) return texts.map(({ shown }) => new Uint8Array(shown.length));
  const sets = texts.map(({ compared }) => phrases(compared, COMMON_PHRASE, BREAKS)).sort((a, b) => a.size - b.size);
  const [smallest = new Set(), ...others] = sets;
  const common = new Set([...smallest].filter((one) => others.every((other) => other.has(one))));
  return texts.map(({ compared }) => phrasesIn(compared, { start: 0, end: compared.length }, common, COMMON_PHRASE));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** All stretches of so many characters that hold none of `without`. */
function phrases(text: Int32Array, length: number, without: ReadonlySet<number>): Set<string> {
  const found = new Set<string>();
  for (let start = 0, end = 1; end <= text.length; end++) {
    if (without.has(text[end - 1] ?? 0)) start = end;
    else if (end - start >= length) found.add(String.fromCodePoint(...text.subarray(end - length, end)));
  }
  return found;
}

/** Which characters of a stretch stand in one of these phrases, all of which lies in the stretch. */
function phrasesIn(text: Int32Array, { start, end }: Stretch, wanted: ReadonlySet<string>, length: number): Uint8Array {
  const marked = new Uint8Array(end - start);
  for (let at = start; at + length <= end; at++) {
    if (!wanted.has(String.fromCodePoint(...text.subarray(at, at + length)))) continue;
    marked.fill(1, at - start, at - start + length);
  }
  return marked;
}

function piecesOf(
  { shown }: Characters,
  { start, end }: Stretch,
  kindOf: (at: number) => PieceKind | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = start; at < end; at++) {
    const kind = kindOf(at);
    if (kind !== undefined) pieces.push({ kind, text: shown[at] ?? '' });
  }
  return pieces;
}

/** Puts neighbours of one kind together. */
function unite(pieces: readonly Piece[]): Piece[] {
  const united: { kind: PieceKind; text: string[] }[] = [];
  for (const { kind, text } of pieces) {
    const last = united.at(-1);
    if (last?.kind === kind) last.text.push(text);
    else united.push({ kind, text: [text] });
  }
  return united.map(({ kind, text }) => ({ kind, text: text.join('') }));
}
