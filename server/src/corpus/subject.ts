import type { Span } from '../text/span.ts';
import type { Topic } from './topic.ts';

/** What is asked for when words are pointed at. */
export interface Subject {
  /** What was recognised, in the asked passage's normalised text. */
  readonly at: Span;
  /** The known topic that the words belong to. */
  readonly topic: Topic | undefined;
  /** The words themselves and other names for the same, whether a topic has them or not. */
  readonly names: readonly string[];
  /** How much the words of which known topics count, up to 1, by the topics' ids: those of `topic` and of what it contains. */
  readonly topics: ReadonlyMap<string, number>;
}

/** How much a word of a topic counts that is contained in the one asked for. */
const CONTAINED = 0.4;

/** A subject without a known topic. */
export function namedSubject(at: Span, names: readonly string[]): Subject {
  return { at, topic: undefined, names, topics: new Map() };
}

/** A known topic, asked for by `names`. */
export function topicSubject(topic: Topic, at: Span, names: readonly string[], all: readonly Topic[]): Subject {
  const topics = new Map([[topic.id, 1]]);
  for (const { id, broader } of all) if (broader.includes(topic.id) && !topics.has(id)) topics.set(id, CONTAINED);
  return { at, topic, names, topics };
}
