import { documentText } from '../statement/document.ts';
import { sourceSpan } from '../text/sourceMap.ts';
import { shifted, type Span, spanOf } from '../text/span.ts';
import { surroundingPassages } from './alikePassages.ts';
import type { Corpus, CorpusDocument, SameTopicAnswer, TopicPassage, TopicQuery } from './corpus.ts';
import type { CorpusIndex, PlacedPassage } from './corpusIndex.ts';
import { namedPassages } from './namedPassages.ts';
import { printed } from './normalise.ts';
import { ownStatement } from './ownStatement.ts';
import { paragraphPassages } from './paragraphPassages.ts';
import { type Passage, passagesOf, sectionPath } from './passages.ts';
import { pointedAt } from './pointedAt.ts';
import { subjectAt } from './resolve.ts';
import type { ScoredPassage } from './search.ts';
import type { Subject } from './subject.ts';
import type { Topic } from './topic.ts';

/** What cross-references know. */
export interface TopicSources {
  readonly corpus: Corpus;
  /** Of the same corpus. */
  readonly index: CorpusIndex;
  /** The topics that are known beforehand; of two that share a name, the first. */
  readonly topics: readonly Topic[];
}

/**
 * What the other statements say on what is pointed at. An empty `asked` span is a caret and asks for what stands there:
 * a known topic, a title, a term that the corpus repeats, the paragraph; on a section's numeral, for that section. A span
 * of a sentence or more asks for the paragraph. Offsets count from the start of the file. `undefined` where nothing
 * stands there.
 */
export function sameTopic(
  { corpus, index, topics }: TopicSources,
  uri: string,
  asked: Span,
): SameTopicAnswer | undefined {
  const file = corpus.get(uri);
  if (!file) return undefined;
  const { vocabulary } = file.document;
  const place = pointedAt(file.document, asked, vocabulary);
  if (!place) return undefined;
  const { record, recordStart, pointed } = place;
  const own = passagesOf(record, vocabulary).passages;
  const search = { index, topics, vocabulary, own, isOwn: ownStatement(index, record, own) };

  if (pointed.kind === 'passages') {
    const span = shifted(pointed.span, recordStart);
    return {
      query: queryOf(file, span, null),
      passages: paragraphPassages(search, pointed.passages).map(topicPassage),
    };
  }
  const { passage, at } = pointed;
  const subject = subjectAt(search, passage, at);
  if (subject) {
    const span = shifted(sourceSpan(passage.normal, subject.at), recordStart);
    const found = namedPassages(search, subject, passage);
    return { query: queryOf(file, span, topicOf(subject, passage)), passages: found.map(topicPassage) };
  }
  // A selected word is asked for as it is: where nobody else has it, nothing is the answer.
  if (asked.end > asked.start) return { query: queryOf(file, asked, null), passages: [] };
  const span = shifted(passage.span, recordStart);
  return { query: queryOf(file, span, null), passages: surroundingPassages(search, passage).map(topicPassage) };
}

function topicOf({ topic, at, names }: Subject, { normal: { text } }: Passage): TopicQuery['topic'] {
  const words = text.slice(at.start, at.end);
  if (!topic) return { id: words, label: words, names };
  return { id: topic.id, label: topic.label, names: [...new Set([...topic.names, ...names])] };
}

function queryOf(file: CorpusDocument, span: Span, topic: TopicQuery['topic']): TopicQuery {
  return { uri: file.uri, span, text: documentText(file.document, span), topic };
}

/**
 * A passage as an answer tells of it; `marks` count in its normalised text. Most of a long answer is counted and never
 * read, so that the passage is looked at when somebody does.
 */
export function topicPassage({ placed, score, marks }: ScoredPassage): TopicPassage {
  const { uri, recordStart } = placed;
  return {
    uri,
    recordStart,
    get span() {
      return shifted(placed.passage.span, recordStart);
    },
    get section() {
      return sectionPath(placed.passage.path);
    },
    get statement() {
      return placed.statement;
    },
    score: Math.round(score * 1000) / 1000,
    get excerpt() {
      return excerpt(placed, marks[0]?.start ?? 0);
    },
    get marks() {
      return marks.map((mark) => shifted(sourceSpan(placed.passage.normal, mark), recordStart));
    },
  };
}

const BEFORE_MATCH = 24;
const EXCERPT_LENGTH = 90;

function excerpt({ record, passage: { normal } }: PlacedPassage, match: number): string {
  const start = match <= BEFORE_MATCH ? 0 : match - BEFORE_MATCH;
  const end = Math.min(normal.text.length, start + EXCERPT_LENGTH);
  const words = printed(record.text, normal, spanOf(start, end));
  return `${start > 0 ? '…' : ''}${words}${end < normal.text.length ? '…' : ''}`;
}
