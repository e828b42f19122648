import { countScripts } from '../rules/scriptCharacters.ts';
import { readingsIn } from '../repair/readings.ts';
import { type Document, documentLength, placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import type { Edit } from '../text/edits.ts';
import { scriptConverter, severalCounterparts } from '../text/scriptConversion.ts';
import type { SourceScript, TargetScript } from '../text/scripts.ts';
import { type Span, spanOf } from '../text/span.ts';

/** Characters for which a converter had to choose, and everywhere it chose the same. */
export interface ScriptChoice {
  readonly character: string;
  readonly chosen: string;
  readonly others: readonly string[];
  /** In the text before the conversion, counted in the file. */
  readonly offsets: readonly number[];
}

export interface ScriptConversion {
  readonly edits: readonly Edit[];
  /** The most frequent first. */
  readonly choices: readonly ScriptChoice[];
  /** Words that gave way to those of the region, in the script that was asked for; the most frequent first. */
  readonly words: readonly ReplacedWord[];
}

interface ReplacedWord {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/**
 * Puts what `range` covers of a text, all of it unless told otherwise, into another script. Tags and the readings that a mirror put in stay
 * as they are, and so does whatever is the same in both scripts.
 */
export function convertScript(
  document: Document,
  to: TargetScript,
  range: Span = spanOf(0, documentLength(document)),
): ScriptConversion {
  const pieces = placedRecords(document).flatMap(({ record, start }) => [...piecesOf(record, start, range)]);
  const convert = scriptConverter(sourceScript(pieces), to);
  const several = severalCounterparts(to.startsWith('simplified') ? 'simplified' : 'traditional');
  const edits: Edit[] = [];
  const choices = new Map<string, ScriptChoice & { readonly offsets: number[] }>();
  const words = replacedWords(pieces, sourceScript(pieces), to);
  for (const { text, start } of pieces) {
    for (const clause of alignedClauses(text, convert)) {
      edits.push(...editsOf(clause, start));
      for (const [index, character] of Array.from(clause.from).entries()) noteChoice(character, index, clause);
    }

    function noteChoice(character: string, index: number, { from, to: converted, at }: Clause): void {
      const all = several.get(character);
      const chosen = from.length === converted.length ? Array.from(converted)[index] : undefined;
      if (!all || chosen === undefined) return;
      const key = `${character}${chosen}`;
      const known = choices.get(key) ?? { character, chosen, others: all.filter((one) => one !== chosen), offsets: [] };
      choices.set(key, known);
      known.offsets.push(start + at + index);
    }
  }
  return { edits, choices: [...choices.values()].sort((a, b) => b.offsets.length - a.offsets.length), words };
}

interface Piece {
  readonly text: string;
  /** In the file. */
  readonly start: number;
}

/** The lines of a record inside `range`, in parts between what stays as it is. */
function* piecesOf(record: RecordTree, start: number, range: Span): Generator<Piece> {
  if (start >= range.end || start + record.text.length <= range.start) return;
  const { text, lineBreaks, markup } = record;
  const kept = [...markup.tags, ...readingsIn(record).marks.map(({ span }) => span)].sort((a, b) => a.start - b.start);
  const borders = [
    { start: 0, end: Math.max(0, range.start - start) },
    ...kept,
    ...lineBreaks.map((end) => ({ start: end, end })),
    { start: Math.min(text.length, range.end - start), end: text.length },
  ].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const border of borders) {
    if (border.start > at) yield { text: text.slice(at, border.start), start: start + at };
    at = Math.max(at, border.end);
  }
}

function sourceScript(pieces: readonly Piece[]): SourceScript {
  let [traditional, simplified] = [0, 0];
  for (const { text } of pieces) {
    const counts = countScripts(text);
    traditional += counts.traditional;
    simplified += counts.simplified;
  }
  return traditional > simplified ? 'traditional' : 'simplified';
}

/** What the words of a region change beyond the script. */
function replacedWords(pieces: readonly Piece[], from: SourceScript, to: TargetScript): ReplacedWord[] {
  const plain = to.replace(/-words$/, '') as TargetScript;
  if (plain === to) return [];
  const [inScript, inWords] = [scriptConverter(from, plain), scriptConverter(from, to)];
  const found = new Map<string, ReplacedWord>();
  for (const { text } of pieces) {
    for (const clause of text.split(CLAUSE_END)) {
      const pair = difference(inScript(clause), inWords(clause));
      if (!pair) continue;
      const key = pair.join('→');
      found.set(key, { from: pair[0], to: pair[1], count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** What lies between the characters that two texts begin and end with alike. */
function difference(a: string, b: string): readonly [string, string] | undefined {
  if (a === b) return undefined;
  let start = 0;
  while (a[start] === b[start]) start++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - start && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  // A character alone says little: 件 → 體 is 軟件 → 軟體.
  const isAlone = a.length - same - start <= 1 && isHan(a.charCodeAt(start - 1));
  const from = isAlone ? start - 1 : start;
  return [a.slice(from, a.length - same), b.slice(from, b.length - same)];
}

const CLAUSE_END = /(?<=[，。、；：？！])/;

interface Clause {
  readonly from: string;
  readonly to: string;
  /** In its piece. */
  readonly at: number;
}

/** A piece and what becomes of it; clause by clause where words of another length come in, so that no edit is longer than a clause. */
function alignedClauses(text: string, convert: (text: string) => string): Clause[] {
  const whole = convert(text);
  if (whole.length === text.length) return [{ from: text, to: whole, at: 0 }];
  const clauses: Clause[] = [];
  let at = 0;
  for (const from of text.split(CLAUSE_END)) {
    clauses.push({ from, to: convert(from), at });
    at += from.length;
  }
  return clauses.map(({ to }) => to).join('') === whole ? clauses : [{ from: text, to: whole, at: 0 }];
}

/** Equal characters between two that change, up to so many, are taken along: fewer edits, and no longer ones than words. */
const CLOSE = 2;

function editsOf({ from, to, at }: Clause, start: number): Edit[] {
  if (from === to) return [];
  const edit = (first: number, last: number, newText: string): Edit => ({
    span: spanOf(start + at + first, start + at + last),
    newText,
  });
  if (from.length !== to.length) return [edit(0, from.length, to)];
  const edits: Edit[] = [];
  for (let index = 0; index < from.length; index++) {
    if (from[index] === to[index]) continue;
    let end = index + 1;
    for (let next = end; next < from.length && next <= end + CLOSE; next++) if (from[next] !== to[next]) end = next + 1;
    edits.push(edit(index, end, to.slice(index, end)));
    index = end;
  }
  return edits;
}
