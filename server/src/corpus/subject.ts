import type { Span } from '../text/span.ts';
import type { Topic } from './topic.ts';
import type { TopicProfile } from './topicProfile.ts';
import { containedIn, containersOf } from './topicRelations.ts';

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
const DOMINATES = 1;
const OUTWEIGHS = 1.5;
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

/**
 * What contains the subject's topic and is spoken of around it, nearest first: where a passage tells of gas and of
 * energy, others may tell of energy alone.
 */
export function widerSubjects({ topic, at }: Subject, around: TopicProfile, all: readonly Topic[]): Subject[] {
  if (!topic) return [];
  const seen = new Set([topic]);
  const found: Subject[] = [];
  let level = [topic];
  while (level.length > 0) {
    level = level.flatMap((one) => containersOf(all, one)).filter((one) => !seen.has(one));
    for (const one of level) seen.add(one);
    for (const one of new Set(level)) if ((around.get(one) ?? 0) > 0 && (around.get(one) ?? 0) >= (around.get(topic) ?? 0) * DOMINATES) found.push(topicSubject(one, at, [], all));
  }
  const own = around.get(topic) ?? 0;
  for (const [one, worth] of [...around].sort((a, b) => b[1] - a[1]).slice(0, 1)) {
    if (!seen.has(one) && worth >= own * OUTWEIGHS) found.push(topicSubject(one, at, [], all));
  }
  return found;
}
