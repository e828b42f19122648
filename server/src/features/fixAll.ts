import { splitRecords } from '../markup/records.ts';
import type { Fix } from '../rules/rule.ts';
import { type Document, documentLength, documentText, parseDocument, recordCount } from '../statement/document.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { editsBetween, type Kept, keptAfter, keptSpan } from '../text/kept.ts';
import type { FileChecks, FileProblem } from './diagnostics.ts';
import { ignoredProblems } from './ignore.ts';

/** Which of a problem's fixes to carry out, if any. */
export type ChooseFix = (problem: FileProblem) => Fix | undefined;

/** Only what never changes what was printed. */
export const safeFix: ChooseFix = ({ fixes }) => fixes?.find(({ safe }) => safe);

/** Whatever a person would take first, where it mends the place and does not only make room for what is missing. */
export const firstFix: ChooseFix = ({ fixes }) => fixes?.find(({ leavesBlank }) => !leavesBlank);

/** For one kind that somebody asks for, the room for what is missing as well. */
export function firstFixOf(code: string): ChooseFix {
  return ({ code: own, fixes }) => (own === code ? fixes?.[0] : undefined);
}

export interface FixedDocument {
  readonly document: Document;
  /** What is wrong with the repaired text. */
  readonly problems: readonly FileProblem[];
  /** How many fixes were carried out. */
  readonly fixed: number;
  /** What the repaired text has of the first one. */
  readonly kept: readonly Kept[];
}

/** Fixes that lie in each other's way take turns. No real text needs so many; it only ends what two rules undo in turn. */
const MOST_ROUNDS = 50;

/**
 * Carries out fixes until none is left: those that lie in each other's way, or make each other possible, take turns. What
 * is ignored at the beginning stays so, though the repairs around it may change what it is known by.
 */
export function fixAll(before: Document, checks: FileChecks, choose: ChooseFix): FixedDocument {
  const { check } = checks;
  const ignored = ignoredProblems(before, checks);
  let document = before;
  let problems = check(document);
  let text = documentText(document);
  let kept: readonly Kept[] = [{ old: 0, at: 0, length: text.length }];
  const borders = new RecordBorders(document);
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const passed = placesIn(ignored, kept);
    const offered = problems.filter((problem) => !passed.has(placeKey(problem)));
    const chosen = borders.keptBy(text, compatibleFixes(text, offered, choose));
    if (chosen.length === 0) break;
    const edits = chosen.flat().toSorted((a, b) => a.span.start - b.span.start);
    text = applyEdits(text, edits);
    document = parseDocument(text, before.vocabulary);
    problems = check(document);
    kept = keptAfter(kept, edits);
    fixed += chosen.length;
  }
  return { document, problems, fixed, kept };
}

/** The same as edits of the document as it was: one step for an editor, however many rounds it took. */
export function fixAllEdits(document: Document, checks: FileChecks, choose: ChooseFix): Edit[] {
  const result = fixAll(document, checks, choose);
  return result.fixed === 0 ? [] : editsBetween(documentLength(document), documentText(result.document), result.kept);
}

function placesIn(problems: readonly FileProblem[], kept: readonly Kept[]): ReadonlySet<string> {
  return new Set(
    problems.flatMap(({ code, span }) => {
      const now = keptSpan(kept, span);
      return now ? [placeKey({ code, span: now })] : [];
    }),
  );
}

function placeKey({ code, span }: Pick<FileProblem, 'code' | 'span'>): string {
  return `${code} ${span.start} ${span.end}`;
}

/** The edits of as many fixes as can be carried out at once, earlier ones first; a fix is carried out whole or not at all. */
function compatibleFixes(text: string, problems: readonly FileProblem[], choose: ChooseFix): Edit[][] {
  const chosen: Edit[][] = [];
  const taken = new Taken();
  for (const problem of problems) {
    const edits = choose(problem)?.edits.filter((edit) => changes(text, edit)) ?? [];
    if (edits.length > 0 && taken.add(edits)) chosen.push(edits);
  }
  return chosen;
}

/** Not one that would put in what stands there already. */
function changes(text: string, { span, newText }: Edit): boolean {
  return text.slice(span.start, span.end) !== newText;
}

/** How many times, in one run, the records are counted to find the fixes that would change their number. */
const MOST_COUNTS = 400;

/**
 * Keeps away fixes that would part a record, or join two: a tag put where a stray one seems to ask for it can do so, and
 * what follows would then be read as other fields of other records. Such a fix is for a person to look at.
 */
class RecordBorders {
  readonly #vocabulary: Document['vocabulary'];
  readonly #count: number;
  #countsLeft = MOST_COUNTS;

  constructor(document: Document) {
    this.#vocabulary = document.vocabulary;
    this.#count = recordCount(document);
  }

  /** As many of the fixes as leave the number of records as it is. */
  keptBy(text: string, fixes: readonly Edit[][]): readonly Edit[][] {
    if (fixes.length === 0 || this.#isSame(text, fixes)) return fixes;
    if (fixes.length === 1 || this.#countsLeft <= 0) return [];
    const middle = fixes.length >>> 1;
    const first = this.keptBy(text, fixes.slice(0, middle));
    const second = this.keptBy(text, fixes.slice(middle));
    const both = [...first, ...second];
    if (first.length === 0 || second.length === 0 || this.#isSame(text, both)) return both;
    return first;
  }

  #isSame(text: string, fixes: readonly Edit[][]): boolean {
    this.#countsLeft--;
    return splitRecords(applyEdits(text, fixes.flat()), this.#vocabulary).length === this.#count;
  }
}

/**
 * The places that chosen edits change, both ends included: what two edits put in at one place has no order. Kept sorted,
 * with a search for the neighbours, as fixes come nearly in order but their edits may reach far.
 */
class Taken {
  readonly #edits: Edit[] = [];

  add(edits: readonly Edit[]): boolean {
    const places = edits.map((edit) => ({ edit, index: this.#indexBehind(edit.span.start) }));
    const isFree = places.every(
      ({ edit, index }) => !touching(this.#edits[index - 1], edit) && !touching(edit, this.#edits[index]),
    );
    if (!isFree) return false;
    for (const { edit } of places) this.#edits.splice(this.#indexBehind(edit.span.start), 0, edit);
    return true;
  }

  #indexBehind(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#edits[middle]?.span.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function touching(before: Edit | undefined, behind: Edit | undefined): boolean {
  return before !== undefined && behind !== undefined && before.span.end >= behind.span.start;
}
