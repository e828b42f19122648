import type { Span } from '../text/span.ts';
import { core, endsInWords, isLoose } from './terms.ts';
import type { Topic } from './topic.ts';

/** What a word is to its topic. */
export type Role = 'name' | 'narrower' | 'context';

/** One of the topics that a word belongs to. */
export interface Belonging {
  readonly topic: Topic;
  readonly role: Role;
}

/** A word of some topic at its place in a normalised text. */
export interface TopicWord extends Span {
  /** At least one, the workspace's own first, then those whose name it is. */
  readonly belongs: readonly Belonging[];
}

/** A tree of all words, character by character. */
interface Branch {
  readonly next: Map<number, Branch>;
  belongs?: Belonging[];
  /** Whether it counts only where it begins and ends with words. */
  loose?: boolean;
}

const ROLES: Readonly<Record<Role, number>> = { name: 0, narrower: 1, context: 2 };
const trees = new WeakMap<readonly Topic[], Branch>();

/** All words of `topics` in a text, those inside of others too, in the order of where they begin. */
export function allTopicWords(topics: readonly Topic[], text: string): TopicWord[] {
  const tree = treeOf(topics);
  const found: TopicWord[] = [];
  for (let start = 0; start < text.length; start++) {
    let branch: Branch | undefined = tree;
    for (let at = start; branch && at < text.length; ) {
      branch = branch.next.get(text.charCodeAt(at));
      at++;
      if (!branch?.belongs || (branch.loose && endsInWords(text, { start, end: at }) > 0)) continue;
      found.push({ start, end: at, belongs: branch.belongs });
    }
  }
  return found;
}

/** The words of `topics` in a text, of those that share a character the longest alone, in order. */
export function topicWords(topics: readonly Topic[], text: string): TopicWord[] {
  const byLength = allTopicWords(topics, text).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  const kept = byLength.filter(({ start, end }) => {
    if (taken[start] || taken[end - 1]) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

function treeOf(topics: readonly Topic[]): Branch {
  let tree = trees.get(topics);
  if (!tree) trees.set(topics, (tree = plant(topics)));
  return tree;
}

function plant(topics: readonly Topic[]): Branch {
  const root: Branch = { next: new Map() };
  const add = (word: string, belonging: Belonging, loose = false): void => {
    if (word === '') return;
    let branch = root;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      let next = branch.next.get(unit);
      if (!next) branch.next.set(unit, (next = { next: new Map() }));
      branch = next;
    }
    branch.loose = loose && (branch.loose ?? true);
    const belongs = (branch.belongs ??= []);
    if (!belongs.some(({ topic }) => topic === belonging.topic)) belongs.push(belonging);
    belongs.sort(byPrecedence);
  };
  const named = new Set(topics.flatMap(({ names }) => names));
  for (const topic of topics) {
    for (const word of topic.names) add(word, { topic, role: 'name' });
    // 文化合作 is what 文化 is about, unless that is another topic's name.
    for (const word of new Set(topic.names.map(core)))
      if (!named.has(word)) add(word, { topic, role: 'name' }, isLoose(word));
    for (const word of topic.narrower) add(word, { topic, role: 'narrower' });
    for (const word of topic.context) add(word, { topic, role: 'context' });
  }
  return root;
}

function byPrecedence(a: Belonging, b: Belonging): number {
  return rank(a) - rank(b);
}

function rank({ topic, role }: Belonging): number {
  return ROLES[role] + (topic.source === 'workspace' ? 0 : 3);
}
