import type { TopicQuery } from '../corpus/corpus.ts';
import { normaliseTerm } from '../corpus/normalise.ts';
import { apart, occurrences } from '../corpus/occurrences.ts';
import { passagesOf } from '../corpus/passages.ts';
import { sameTopic } from '../corpus/sameTopic.ts';
import { type Document, type PlacedRecord, recordAt } from '../statement/document.ts';
import { sourceSpan } from '../text/sourceMap.ts';
import { type Span, shifted } from '../text/span.ts';
import type { FeatureContext, Location } from './context.ts';
import { documentHighlight } from './documentHighlight.ts';

export interface ReferenceQuery {
  readonly uri: string;
  readonly document: Document;
  readonly offset: number;
  /** Whether the statement that is asked from belongs to the answer. */
  readonly includeOwn: boolean;
}

/** Where the topic under the caret is named in all statements; on a tag, the two tags of its pair. */
export function references(context: FeatureContext, { uri, document, offset, includeOwn }: ReferenceQuery): Location[] {
  const pair = documentHighlight(document, offset);
  if (pair.length > 0) return pair.map((span) => ({ uri, span }));
  const answer = sameTopic(context, uri, { start: offset, end: offset });
  if (!answer) return [];
  const own = includeOwn
    ? ownOccurrences(recordAt(document, offset), document, answer.query).map((span) => ({ uri, span }))
    : [];
  const others = answer.passages.flatMap(({ uri, span, marks }) =>
    marks.length > 0 ? marks.map((mark) => ({ uri, span: mark })) : [{ uri, span }],
  );
  return [...own, ...others];
}

/** Where the topic is named in the statement that is asked from; of two names that begin together, the longer. */
function ownOccurrences(
  { record, start }: PlacedRecord,
  { vocabulary }: Document,
  { topic, span }: TopicQuery,
): Span[] {
  const names = (topic?.names ?? []).map((name) => normaliseTerm(name, vocabulary)).filter(Boolean);
  const found = passagesOf(record, vocabulary).passages.flatMap(({ normal }) =>
    names.flatMap((name) => occurrences(normal.text, name).map((place) => sourceSpan(normal, place))),
  );
  return apart([shifted(span, -start), ...found]).map((occurrence) => shifted(occurrence, start));
}
