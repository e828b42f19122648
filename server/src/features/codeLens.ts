import { sameTopic } from '../corpus/sameTopic.ts';
import { type Document, placedRecords } from '../statement/document.ts';
import { type Message, message } from '../text/messages.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { statementsOf } from './topicStatements.ts';
import { descendants } from './treeWalk.ts';

/** The numerals of the sections, above each of which a reader is told who else speaks of it. Offsets count in the file. */
export function codeLenses(document: Document): Span[] {
  return placedRecords(document).flatMap(({ record, start }) =>
    [...descendants(record.root)]
      .filter(({ kind, numeral }) => kind === 'section' && numeral)
      .map(({ selection }) => shifted(selection, start)),
  );
}

/** How many other statements speak of what a section does; looks through the corpus. */
export function codeLensTitle(context: FeatureContext, uri: string, offset: number): Message {
  const answer = sameTopic(context, uri, { start: offset, end: offset });
  const count = answer ? statementsOf(context, answer.passages).length : 0;
  return count > 0 ? message('lens.statements', { count }) : message('lens.none');
}
