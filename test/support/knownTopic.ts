import type { Topic } from '../../server/src/corpus/topic.ts';

/** A topic by its names, with what a test says more of it. */
export function topicOf(id: string, names: readonly string[], more: Partial<Topic> = {}): Topic {
  return {
    id,
    label: names[0] ?? id,
    field: 'concepts',
    names,
    narrower: [],
    context: [],
    broader: [],
    related: [],
    source: 'lexicon',
    ...more,
  };
}
