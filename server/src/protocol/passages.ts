import type { TopicPassage } from '../corpus/corpus.ts';
import { type MarkedText, passageText } from '../corpus/passageText.ts';
import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import type { ToPlace } from './places.ts';
import type { PassageTexts, MarkedText as SentText, SameTopicPassage } from './protocol.ts';

export function toSameTopicPassage(
  place: ToPlace,
  document: Document,
  { uri, span, marks, section, statement, score, excerpt }: TopicPassage,
  scripts: boolean,
): SameTopicPassage {
  return {
    ...place(uri, document, span),
    section,
    statement,
    score,
    excerpt,
    ...toTexts(document, span, marks, scripts),
  };
}

export function toTexts(document: Document, span: Span, marks: readonly Span[], scripts: boolean): PassageTexts {
  const { printed, simplified, traditional } = passageText(document, span, marks);
  const forms = scripts && { simplified: toSent(simplified()), traditional: toSent(traditional()) };
  return { printed: toSent(printed), ...forms };
}

function toSent({ text, marks }: MarkedText): SentText {
  return { text, marks: marks.map(({ start, end }) => [start, end]) };
}
