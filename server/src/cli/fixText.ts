import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Fix } from '../rules/rule.ts';
import { type Document, documentText, parseDocument } from '../statement/document.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { shifted } from '../text/span.ts';
import { type Kept, keptAfter } from './diff.ts';
import type { PlacedProblem } from './report.ts';

/** `safe`: only fixes that never change what was printed; `all`: the first choice of every problem's fixes. */
export type FixChoice = 'safe' | 'all';

export interface FixedText {
  readonly document: Document;
  /** What is wrong with the repaired text. */
  readonly problems: readonly PlacedProblem[];
  /** How many fixes were carried out. */
  readonly fixed: number;
  /** What the repaired text has of the first one. */
  readonly kept: readonly Kept[];
}

/** Fixes whose edits lie in each other's way, or make each other possible, take turns; this many are enough for real texts. */
const MOST_ROUNDS = 10;

/** Carries out fixes until none is left. */
export function fixText(
  text: string,
  vocabulary: Vocabulary,
  choice: FixChoice,
  check: (document: Document) => PlacedProblem[],
): FixedText {
  let document = parseDocument(text, vocabulary);
  let problems = check(document);
  let kept: readonly Kept[] = [{ old: 0, at: 0, length: text.length }];
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = documentText(document);
    const chosen = compatibleFixes(before, problems, choice);
    if (chosen.length === 0) break;
    const edits = chosen.flat().toSorted((a, b) => a.span.start - b.span.start);
    document = parseDocument(applyEdits(before, edits), vocabulary);
    problems = check(document);
    kept = keptAfter(kept, edits);
    fixed += chosen.length;
  }
  return { document, problems, fixed, kept };
}

/** The edits of as many fixes as can be carried out at once, earlier ones first; a fix is carried out whole or not at all. */
function compatibleFixes(text: string, problems: readonly PlacedProblem[], choice: FixChoice): Edit[][] {
  const chosen: Edit[][] = [];
  const taken = new Taken();
  for (const { problem, start } of problems) {
    const fix = choice === 'safe' ? problem.fixes?.find(({ safe }) => safe) : problem.fixes?.[0];
    const edits = fix ? editsOf(text, fix, start) : [];
    if (edits.length > 0 && taken.add(edits)) chosen.push(edits);
  }
  return chosen;
}

/** Without those that would put in what stands there already. */
function editsOf(text: string, { edits }: Fix, start: number): Edit[] {
  return edits
    .map(({ span, newText }) => ({ span: shifted(span, start), newText }))
    .filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
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
