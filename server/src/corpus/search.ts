import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { CorpusIndex, PlacedPassage } from './corpusIndex.ts';
import type { Passage } from './passages.ts';
import type { Topic } from './topic.ts';

/** Where answers are looked for, and from where it is asked. */
export interface Search {
  readonly index: CorpusIndex;
  readonly topics: readonly Topic[];
  readonly vocabulary: Vocabulary;
  /** All passages of the statement that is asked from. */
  readonly own: readonly Passage[];
  /** Whether a passage stands in that statement, whichever of its copies. */
  isOwn(placed: PlacedPassage): boolean;
}

export interface ScoredPassage {
  readonly placed: PlacedPassage;
  /** 0 to 1. */
  readonly score: number;
  /** What names the subject, in the passage's normalised text, in order. */
  readonly marks: readonly Span[];
}

/** Where so many statements answer what is asked, nothing needs to stand in for the silence of others. */
export const ENOUGH_STATEMENTS = 12;

/** The same for two answers about one passage, whatever objects they are. */
export function keyOf(placed: PlacedPassage): string {
  return `${statementOf(placed)}#${placed.nth}`;
}

/** The same for two passages of one statement. */
export function statementOf({ uri, recordStart }: PlacedPassage): string {
  return `${uri}#${recordStart}`;
}

/** Best first; of two that are as good, the one that comes first in the corpus. */
export function byScore(a: ScoredPassage, b: ScoredPassage): number {
  return b.score - a.score || byPlace(a.placed, b.placed);
}

function byPlace(a: PlacedPassage, b: PlacedPassage): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.recordStart - b.recordStart || a.nth - b.nth;
}

/** Of each statement, only the passages that come up to `share` of its best one. */
export function nearBestOfStatement(scored: readonly ScoredPassage[], share: number): ScoredPassage[] {
  const best = new Map<string, number>();
  for (const { placed, score } of scored) {
    const statement = statementOf(placed);
    best.set(statement, Math.max(score, best.get(statement) ?? 0));
  }
  return scored.filter(({ placed, score }) => score >= share * (best.get(statementOf(placed)) ?? 0));
}
