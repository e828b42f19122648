import type { TopicPassage } from '../corpus/corpus.ts';
import { type Document, recordAt } from '../statement/document.ts';
import type { FeatureContext } from './context.ts';

/** What one statement says on a topic. */
export interface TopicStatement {
  readonly document: Document;
  readonly best: TopicPassage;
  readonly count: number;
}

/** Passages, best first, by the statements that they stand in; a file may hold several statements. */
export function statementsOf(
  { corpus }: Pick<FeatureContext, 'corpus'>,
  passages: readonly TopicPassage[],
): TopicStatement[] {
  const found = new Map<string, TopicStatement>();
  for (const passage of passages) {
    const document = corpus.get(passage.uri)?.document;
    if (!document) continue;
    const key = `${passage.uri}#${recordAt(document, passage.span.start).start}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, count: known.count + 1 } : { best: passage, document, count: 1 });
  }
  return [...found.values()];
}
