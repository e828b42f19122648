import { sameTopic, type TopicSources } from '../corpus/sameTopic.ts';
import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import { isInside, toRange } from './convert.ts';
import type { Place, SameTopicPassage, SameTopicResult } from './protocol.ts';

/** The answer of `rmrb xref --format json` for a caret, with editor places beside the offsets. */
export function answerSameTopic(
  sources: TopicSources,
  folders: readonly string[],
  asked: { readonly uri: string; readonly document: Document; readonly offset: number },
): SameTopicResult {
  const { uri, document, offset } = asked;
  const caret = { start: offset, end: offset };
  const place = (at: string, content: Document, { start, end }: Span): Place => ({
    uri: at,
    file: pathBelow(folders, at),
    offset: [start, end],
    range: toRange(content, { start, end }),
  });

  const answer = sameTopic(sources, uri, caret);
  if (!answer) return { query: { ...place(uri, document, caret), text: '', topic: null }, passages: [] };
  const { query, passages } = answer;
  return {
    query: { ...place(uri, document, query.span), text: query.text, topic: query.topic },
    passages: passages.flatMap(({ section, statement, score, excerpt, ...passage }): SameTopicPassage[] => {
      const other = sources.corpus.get(passage.uri)?.document;
      return other ? [{ ...place(passage.uri, other, passage.span), section, statement, score, excerpt }] : [];
    }),
  };
}

/** `seeds/2014-05-20.txt` for people; all of the URI's path for a file outside every folder. */
function pathBelow(folders: readonly string[], uri: string): string {
  const folder = folders.filter((candidate) => isInside(candidate, uri)).sort((a, b) => b.length - a.length)[0];
  const path = folder === undefined ? uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') : uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
