import type { Topic } from './topic.ts';

/** Which known topics contain which, and which stand in for which. */
interface Relations {
  readonly containers: ReadonlyMap<Topic, readonly Topic[]>;
  readonly contained: ReadonlyMap<Topic, readonly Topic[]>;
  readonly related: ReadonlyMap<Topic, readonly Topic[]>;
}

const known = new WeakMap<readonly Topic[], Relations>();

/** The topics that contain `topic`: it says so, or they have one of its names among their narrower words. */
export function containersOf(topics: readonly Topic[], topic: Topic): readonly Topic[] {
  return relations(topics).containers.get(topic) ?? [];
}

/** The topics that `topic` contains. */
export function containedIn(topics: readonly Topic[], topic: Topic): readonly Topic[] {
  return relations(topics).contained.get(topic) ?? [];
}

/** The topics that are wanted in the place of `topic`; it may say so, or they may. */
export function relatedTo(topics: readonly Topic[], topic: Topic): readonly Topic[] {
  return relations(topics).related.get(topic) ?? [];
}

function relations(topics: readonly Topic[]): Relations {
  let found = known.get(topics);
  if (!found) known.set(topics, (found = relate(topics)));
  return found;
}

function relate(topics: readonly Topic[]): Relations {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const byName = new Map<string, Topic[]>();
  for (const topic of topics) for (const name of topic.names) add(byName, name, topic);
  const containers = new Map<Topic, Topic[]>();
  const contained = new Map<Topic, Topic[]>();
  const related = new Map<Topic, Topic[]>();
  const relatePair = (container: Topic, topic: Topic): void => {
    if (container === topic || containers.get(topic)?.includes(container)) return;
    add(containers, topic, container);
    add(contained, container, topic);
  };
  for (const topic of topics) {
    for (const id of topic.broader) {
      const container = byId.get(id);
      if (container) relatePair(container, topic);
    }
    for (const word of topic.narrower) for (const part of byName.get(word) ?? []) relatePair(topic, part);
  }
  for (const topic of topics) {
    for (const id of topic.related) {
      const other = byId.get(id);
      if (!other || other === topic) continue;
      addOnce(related, topic, other);
      addOnce(related, other, topic);
    }
  }
  return { containers, contained, related };
}

function add<K>(lists: Map<K, Topic[]>, key: K, topic: Topic): void {
  const list = lists.get(key);
  if (list) list.push(topic);
  else lists.set(key, [topic]);
}

function addOnce<K>(lists: Map<K, Topic[]>, key: K, topic: Topic): void {
  if (!lists.get(key)?.includes(topic)) add(lists, key, topic);
}
