import type { Span } from '../text/span.ts';
import type { Topic } from './topic.ts';
import { containedIn } from './topicRelations.ts';

/** What is asked for when words are pointed at. */
export interface Subject {
  /** What was recognised, in the asked passage's normalised text. */
  readonly at: Span;
  /** The known topic that the words belong to. */
  readonly topic: Topic | undefined;
  /** The words themselves and other names for the same, whether a topic has them or not. */
  readonly names: readonly string[];
  /** How much the words of which known topics count, up to 1, by the topics' ids. */
  readonly topics: ReadonlyMap<string, number>;
}

/** How much a word of a topic counts that is contained in the one asked for. */
const CONTAINED = 0.4;
/** How much a word of a topic counts that is wanted where nothing is said on the one asked for, */
const RELATED = 0.35;
/** and of a wider one. */
const WIDER = 0.15;

/** A subject without a known topic. */
export function namedSubject(at: Span, names: readonly string[]): Subject {
  return { at, topic: undefined, names, topics: new Map() };
}

/** A known topic, asked for by `names`. */
export function topicSubject(topic: Topic, at: Span, names: readonly string[], all: readonly Topic[]): Subject {
  const topics = new Map([[topic.id, 1]]);
  for (const part of containedIn(all, topic)) topics.set(part.id, CONTAINED);
  return { at, topic, names, topics };
}

/** The same subject where words of related and of wider topics count a little too. */
export function withOthers(subject: Subject, related: readonly Topic[], wider: readonly Topic[]): Subject {
  const topics = new Map([
    ...wider.map(({ id }) => [id, WIDER] as const),
    ...related.map(({ id }) => [id, RELATED] as const),
  ]);
  return { ...subject, topics: new Map([...topics, ...subject.topics]) };
}
