import { WORTH } from './aboutness.ts';
import type { Topic } from './topic.ts';
import type { TopicTelling } from './topicTelling.ts';
import { topicWords } from './topicWords.ts';

/** How much a text speaks of which known topics. */
export type TopicProfile = ReadonlyMap<Topic, number>;

/** What is named in so many characters from the start counts half as much again. */
const LEAD = 40;
const LEAD_COUNTS = 1.5;

/** What passages speak of together. Every further word for the same topic adds less. */
export function topicProfile(topics: readonly Topic[], texts: readonly string[]): TopicProfile {
  const mass = new Map<Topic, number>();
  for (const text of texts) {
    for (const { start, belongs } of topicWords(topics, text)) {
      const [first] = belongs;
      if (!first) continue;
      const worth = WORTH[first.role] * (start < LEAD ? LEAD_COUNTS : 1);
      mass.set(first.topic, (mass.get(first.topic) ?? 0) + worth);
    }
  }
  return new Map([...mass].map(([topic, sum]) => [topic, Math.log1p(sum)]));
}

/** The same where each topic counts as much as it tells. */
export function weighed(profile: TopicProfile, telling: TopicTelling): TopicProfile {
  return new Map([...profile].map(([topic, worth]) => [topic, worth * telling(topic)]));
}

/** 0 for nothing in common, 1 for the same in the same proportions: the cosine. */
export function profileSimilarity(a: TopicProfile, b: TopicProfile): number {
  let common = 0;
  for (const [topic, worth] of a) common += worth * (b.get(topic) ?? 0);
  return common === 0 ? 0 : common / Math.sqrt(squared(a) * squared(b));
}

/** The topics that a text speaks of most, at most `most`. */
export function mainTopics(profile: TopicProfile, most: number): Topic[] {
  return [...profile]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([topic]) => topic);
}

/** How much of what a text speaks of is its main topic; 1 where no topic is known. */
export function concentration(profile: TopicProfile): number {
  const worths = [...profile.values()];
  const all = worths.reduce((sum, worth) => sum + worth, 0);
  return all === 0 ? 1 : Math.max(...worths) / all;
}

function squared(profile: TopicProfile): number {
  let sum = 0;
  for (const worth of profile.values()) sum += worth ** 2;
  return sum;
}
