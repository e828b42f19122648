import { overlaps, type Span } from '../text/span.ts';
import { core, endsInWords, isLoose } from './terms.ts';
import type { Topic } from './topic.ts';
import { WordTree } from './wordTree.ts';

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

/** All words of `topics` in a text, those inside of others too, in the order of where they begin. */
export function allTopicWords(topics: readonly Topic[], text: string): TopicWord[] {
  const { tree, belongs, loose } = wordsOf(topics);
  const found: TopicWord[] = [];
  tree.find(text, (start, end, word) => {
    if (loose[word] && endsInWords(text, { start, end }) > 0) return;
    found.push({ start, end, belongs: belongs[word] ?? [] });
  });
  return found;
}

/** The words of `topics` in a text, of those that share a character the longest alone, in order. */
export function topicWords(topics: readonly Topic[], text: string): TopicWord[] {
  const kept: TopicWord[] = [];
  /** Words each of which shares a character with one before it. */
  let crowd: TopicWord[] = [];
  let end = 0;
  for (const word of allTopicWords(topics, text)) {
    if (word.start >= end) {
      kept.push(...longest(crowd));
      crowd = [];
    }
    crowd.push(word);
    end = Math.max(end, word.end);
  }
  kept.push(...longest(crowd));
  return kept;
}

/** Of words that share characters, those that share none with a longer one that is kept, nor with one as long before it. */
function longest(crowd: TopicWord[]): TopicWord[] {
  if (crowd.length < 2) return crowd;
  const kept: TopicWord[] = [];
  for (const word of crowd.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => overlaps(other, word))) kept.push(word);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Which of `topics` a text names, each once, as numbers from 0 in the order of where they are named. A stretch of text counts
 * as the longest name that covers it: 七十七国集团 does not name 七国集团. A name that several topics have belongs to the first.
 */
export function namedTopics(topics: readonly Topic[], text: string): number[] {
  const { tree, namedBy } = wordsOf(topics);
  const named = new Set<number>();
  let [from, behind, topic] = [0, 0, NOBODY];
  const take = (): void => {
    if (topic !== NOBODY) named.add(topic);
  };
  tree.find(text, (start, end, word) => {
    const owner = namedBy[word] ?? NOBODY;
    // Of the names that begin at one place the longest comes last; one that ends no later than another is a part of it.
    if (owner === NOBODY || end <= behind) return;
    if (start > from) take();
    [from, behind, topic] = [start, end, owner];
  });
  take();
  return [...named];
}

interface Words {
  readonly tree: WordTree;
  /** By the number of a word in the tree. */
  readonly belongs: readonly (readonly Belonging[])[];
  /** The first topic whose name a word is, or {@link NOBODY}. */
  readonly namedBy: readonly number[];
  /** Whether a word counts only where it begins and ends with words of the text. */
  readonly loose: readonly boolean[];
}

const NOBODY = -1;
const ROLES: Readonly<Record<Role, number>> = { name: 0, narrower: 1, context: 2 };

const known = new WeakMap<readonly Topic[], Words>();

/** Made once, since a list never changes. */
function wordsOf(topics: readonly Topic[]): Words {
  let words = known.get(topics);
  if (!words) known.set(topics, (words = collect(topics)));
  return words;
}

function collect(topics: readonly Topic[]): Words {
  const namedBy = new Map<string, number>();
  topics.forEach(({ names }, number) => {
    for (const name of names) if (!namedBy.has(name)) namedBy.set(name, number);
  });
  const belongs = new Map<string, Belonging[]>();
  const add = (topic: Topic, role: Role, words: Iterable<string>): void => {
    for (const word of words) {
      const known = belongs.get(word);
      if (!known) belongs.set(word, [{ topic, role }]);
      else if (known.at(-1)?.topic !== topic) known.push({ topic, role });
    }
  };
  const cores = new Set<string>();
  for (const topic of topics) {
    // 文化合作 is what 文化 is about, unless that is another topic's name.
    const own = topic.names.map(core).filter((word) => !namedBy.has(word));
    for (const word of own) cores.add(word);
    add(topic, 'name', topic.names);
    add(topic, 'name', own);
    add(topic, 'narrower', topic.narrower);
    add(topic, 'context', topic.context);
  }
  for (const { narrower, context } of topics) for (const word of [...narrower, ...context]) cores.delete(word);
  belongs.delete('');
  for (const ofWord of belongs.values()) ofWord.sort(byPrecedence);
  const words = [...belongs.keys()];
  return {
    tree: new WordTree(words),
    belongs: [...belongs.values()],
    namedBy: words.map((word) => namedBy.get(word) ?? NOBODY),
    loose: words.map((word) => cores.has(word) && isLoose(word)),
  };
}

function byPrecedence(a: Belonging, b: Belonging): number {
  return rank(a) - rank(b);
}

function rank({ topic, role }: Belonging): number {
  return ROLES[role] + (topic.source === 'workspace' ? 0 : 3);
}
