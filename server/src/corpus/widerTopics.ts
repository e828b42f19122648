import type { Topic } from './topic.ts';
import type { TopicProfile } from './topicProfile.ts';
import { containersOf } from './topicRelations.ts';

/**
 * What contains `topic`, nearest first, where a text of this profile speaks of that at least as much: who tells of gas for
 * the sake of energy, finds energy.
 */
export function widerTopics(topic: Topic, profile: TopicProfile, topics: readonly Topic[]): Topic[] {
  const own = profile.get(topic) ?? 0;
  const seen = new Set([topic]);
  const wider: Topic[] = [];
  for (let level = [topic]; level.length > 0; ) {
    level = [...new Set(level.flatMap((one) => containersOf(topics, one)))].filter((one) => !seen.has(one));
    for (const one of level) {
      seen.add(one);
      const worth = profile.get(one) ?? 0;
      if (worth > 0 && worth >= own) wider.push(one);
    }
  }
  return wider;
}
