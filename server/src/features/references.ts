import { sameTopic } from '../corpus/sameTopic.ts';
import type { TopicQuery } from '../corpus/corpus.ts';
import { type Document, type PlacedRecord, recordAt } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
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
export function references(
  { corpus }: FeatureContext,
  { uri, document, offset, includeOwn }: ReferenceQuery,
): Location[] {
  const pair = documentHighlight(document, offset);
  if (pair.length > 0) return pair.map((span) => ({ uri, span }));
  const answer = sameTopic(corpus, uri, { start: offset, end: offset });
  if (!answer) return [];
  const own = includeOwn
    ? ownOccurrences(recordAt(document, offset), answer.query).map((span) => ({
        uri,
        span,
      }))
    : [];
  const others = answer.passages.flatMap(({ uri, span, marks }) =>
    marks.length > 0 ? marks.map((mark) => ({ uri, span: mark })) : [{ uri, span }],
  );
  return [...own, ...others];
}

/** The names of the topic in the statement itself, as printed there; the longer name where two begin together. */
function ownOccurrences({ record, start }: PlacedRecord, { text, topic, span }: TopicQuery): Span[] {
  const names = [...new Set([text, ...(topic?.names ?? [])])].filter(Boolean).sort((a, b) => b.length - a.length);
  const found: Span[] = [{ start: span.start - start, end: span.end - start }];
  for (const name of names) {
    for (let at = record.text.indexOf(name); at >= 0; at = record.text.indexOf(name, at + name.length)) {
      const occurrence = { start: at, end: at + name.length };
      found.push(occurrence);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.flatMap((occurrence) => {
    if (occurrence.start < end) return [];
    end = occurrence.end;
    return [{ start: occurrence.start + start, end: occurrence.end + start }];
  });
}
