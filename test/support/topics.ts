import type { Topic } from '../../server/src/corpus/topic.ts';

/** A topic of the workspace with these names, the first of which is its label. */
export function topicNamed(id: string, ...names: readonly string[]): Topic {
  const [label = id] = names;
  return { id, label, field: '', names, narrower: [], context: [], broader: [], related: [], source: 'workspace' };
}
