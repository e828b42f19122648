import { type Node, parseTree } from 'jsonc-parser/lib/esm/main.js';
import type { Edit } from '../text/edits.ts';
import { jsonEdits } from './configurationEdits.ts';

/** A topic that is known, which has an id, or one that is to be. */
export interface ChosenTopic {
  readonly id?: string;
  readonly label: string;
}

/**
 * Has the workspace's topics name one by another word: in the entry that speaks of it already, else in a new one.
 * `undefined` where the text is no list of topics that could take it.
 */
export function addName(text: string, topic: ChosenTopic, name: string): Edit[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const topics = memberOf(root, 'topics');
  if (topics && topics.type !== 'array') return undefined;
  const entries = topics?.children ?? [];
  const index = entries.findIndex((entry) => speaksOf(entry, topic));
  const entry = entries[index];
  if (!entry) {
    const names = topic.id === undefined ? [...new Set([topic.label, name])] : [name];
    return jsonEdits(text, ['topics', entries.length], { ...topic, names }, true);
  }
  const names = memberOf(entry, 'names');
  if (!names) return jsonEdits(text, ['topics', index, 'names'], [name], false);
  if (names.type !== 'array') return undefined;
  return jsonEdits(text, ['topics', index, 'names', names.children?.length ?? 0], name, true);
}

/** Whoever has no id goes by its label. */
function speaksOf(entry: Node, topic: ChosenTopic): boolean {
  const id: unknown = memberOf(entry, 'id')?.value;
  return id === undefined ? memberOf(entry, 'label')?.value === topic.label : id === topic.id;
}

function memberOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
}
