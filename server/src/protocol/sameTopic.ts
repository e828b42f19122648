import { sameTopic, type TopicSources } from '../corpus/sameTopic.ts';
import type { Document } from '../statement/document.ts';
import { placesOf } from './places.ts';
import { toSameTopicPassage, toTexts } from './passages.ts';
import type { SameTopicResult } from './protocol.ts';

/** The answer of `rmrb xref --format json` for a caret, with editor places and whole texts beside the offsets. */
export function answerSameTopic(
  sources: TopicSources,
  folders: readonly string[],
  asked: { readonly uri: string; readonly document: Document; readonly offset: number; readonly scripts: boolean },
): SameTopicResult {
  const { uri, document, offset, scripts } = asked;
  const place = placesOf(folders);
  const caret = { start: offset, end: offset };
  const answer = sameTopic(sources, uri, caret);
  if (!answer) {
    const printed = { text: '', marks: [] };
    return { query: { ...place(uri, document, caret), text: '', topic: null, printed }, passages: [] };
  }
  const { query, passages } = answer;
  return {
    query: {
      ...place(uri, document, query.span),
      text: query.text,
      topic: query.topic,
      ...toTexts(document, query.span, [], scripts),
    },
    passages: passages.flatMap((passage) => {
      const other = sources.corpus.get(passage.uri)?.document;
      return other ? [toSameTopicPassage(place, other, passage, scripts)] : [];
    }),
  };
}
