import type { Topic } from './topic.ts';
import type { TopicProfile } from './topicProfile.ts';
import { containersOf } from './topicRelations.ts';

/** A topic that does not contain the one asked for must be spoken of so much more to stand in for it. */
const OUTWEIGHS = 1.5;

/**
 * What else is asked for with `topic` in a text of this profile, nearest first: what contains it, where the text speaks of
 * that at least as much (who tells of gas for the sake of energy, finds energy); and what the text speaks of before all.
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
  const [main] = [...profile].sort((a, b) => b[1] - a[1]);
  if (main && !seen.has(main[0]) && main[1] >= own * OUTWEIGHS) wider.push(main[0]);
  return wider;
}
