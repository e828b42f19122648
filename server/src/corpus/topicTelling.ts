import type { Search } from './search.ts';
import type { Topic } from './topic.ts';
import { topicWords } from './topicWords.ts';

/** How much it tells that a text speaks of a topic: 0 where everybody does, 1 where nobody else does. */
export type TopicTelling = (topic: Topic) => number;

/** What most topics tell: a word that one in a thousand passages has. */
const USUAL = 0.7;

/** Told by how rare the words are by which `texts` name the topics; those that they do not name are taken to be usual. */
export function topicTelling({ index, topics }: Search, texts: readonly string[]): TopicTelling {
  const named = new Map<string, Topic>();
  for (const text of texts) {
    for (const { start, end, belongs } of topicWords(topics, text)) {
      if (belongs[0]) named.set(text.slice(start, end), belongs[0].topic);
    }
  }
  const most = Math.log(index.size().passages + 1);
  const telling = new Map<Topic, number>();
  for (const [word, topic] of named) {
    const rarity = 1 - Math.log(index.count(word).passages + 1) / most;
    telling.set(topic, Math.max(0, Math.min(rarity, telling.get(topic) ?? 1)));
  }
  return (topic) => telling.get(topic) ?? USUAL;
}
