import { longTitles } from '../corpus/introductions.ts';
import { quotedTitles, titleIndex } from '../corpus/titles.ts';
import type { PlacedStatement } from '../corpus/topicMatrix.ts';
import { type Document, placedRecords } from '../statement/document.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { titleSpan } from './titleSpan.ts';

export interface DocumentLink {
  /** Counts from the start of the file. */
  readonly span: Span;
  /** `target`: where it begins for its reader, in its file. */
  readonly statement: PlacedStatement & { readonly target: number };
}

/** The 《titles》 of other statements that the corpus has, and what stands short for them, where it is clear which is meant. */
export function documentLinks({ corpus }: Pick<FeatureContext, 'corpus'>, document: Document): DocumentLink[] {
  const { vocabulary } = document;
  const index = titleIndex(corpus);
  return placedRecords(document).flatMap(({ record, start }) => {
    const titles = quotedTitles(record, vocabulary);
    if (titles.length === 0) return [];
    const long = longTitles(record, vocabulary);
    return titles.flatMap((title): DocumentLink[] => {
      const [statement, another] = index.find(long.get(title) ?? title);
      if (!statement || another || statement.record === record) return [];
      const target = statement.recordStart + titleSpan(statement.record).start;
      return [{ span: shifted(title.span, start), statement: { ...statement, target } }];
    });
  });
}
