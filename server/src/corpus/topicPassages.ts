import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { byDate } from './byDate.ts';
import type { TopicPassage } from './corpus.ts';
import type { PlacedPassage } from './corpusIndex.ts';
import { normaliseTerm } from './normalise.ts';
import { nameOccurrences } from './occurrences.ts';
import { topicPassage, type TopicSources } from './sameTopic.ts';
import type { Topic } from './topic.ts';
import type { PlacedStatement } from './topicMatrix.ts';
import { namedTopics } from './topicWords.ts';

/** What one statement says on a topic. */
export interface TopicStatement extends PlacedStatement {
  /** In the order of the text. */
  readonly passages: readonly TopicPassage[];
}

/** All passages that name a topic, by statements in the order of their dates. */
export function topicPassages({ index, topics }: Omit<TopicSources, 'corpus'>, topic: Topic): TopicStatement[] {
  const { names } = topic;
  const number = topics.indexOf(topic);
  const found = new Map<RecordTree, Map<number, PlacedPassage>>();
  for (const name of names) {
    for (const placed of index.containing(name)) {
      // Its name may be but a part of another one's.
      if (number >= 0 && !namedTopics(topics, placed.text).includes(number)) continue;
      const ofRecord = found.get(placed.record) ?? new Map<number, PlacedPassage>();
      found.set(placed.record, ofRecord.set(placed.passage.span.start, placed));
    }
  }
  return Array.from(found.values(), (ofRecord) => statementOf([...ofRecord.values()], names))
    .flat()
    .sort((a, b) => byDate(a.statement, b.statement));
}

/** The topic of an id, or the one that a word names; failing that, the word itself as a topic. */
export function topicOf(
  topics: readonly Topic[],
  asked: { readonly id: string } | { readonly term: string },
): Topic | undefined {
  if ('id' in asked) return topics.find(({ id }) => id === asked.id);
  const term = normaliseTerm(asked.term, NEWSPAPER_VOCABULARY);
  const named = topics.find(({ names }) => names.includes(term));
  if (named || term === '') return named;
  return {
    id: term,
    label: term,
    field: '',
    names: [term],
    narrower: [],
    context: [],
    broader: [],
    related: [],
    source: 'workspace',
  };
}

function statementOf(placed: PlacedPassage[], names: readonly string[]): TopicStatement[] {
  const [first] = placed;
  if (!first) return [];
  const { uri, record, recordStart, statement } = first;
  const passages = placed
    .sort((a, b) => a.passage.span.start - b.passage.span.start)
    .map((one) => {
      const marks = nameOccurrences(one.passage.normal.text, names);
      return topicPassage({ placed: one, score: aboutness(one.passage.normal.text, marks), marks });
    });
  return [{ uri, record, recordStart, statement, passages }];
}

/** How much a passage is about what it names: how early it does, and how much of it the names are. */
function aboutness({ length }: string, marks: readonly Span[]): number {
  const first = marks[0]?.start ?? length;
  const named = marks.reduce((sum, { start, end }) => sum + end - start, 0);
  return (1 - first / Math.max(1, length) + Math.min(1, (named * 12) / Math.max(1, length))) / 2;
}
