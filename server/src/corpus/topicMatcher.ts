import { type Span, spanOf } from '../text/span.ts';
import type { Topic } from './topic.ts';

/** A name of a topic in a normalised text. */
interface TopicMatch {
  /** Which one of the topics, from 0. */
  readonly topic: number;
  readonly span: Span;
}

/** Finds the names of many topics in one pass over a normalised text; in the order in which they end, the longer of two first. */
export type TopicMatcher = (text: string) => TopicMatch[];

const known = new WeakMap<readonly Topic[], TopicMatcher>();

/** The matcher of a list of topics; made once, since a list never changes. A name that several topics have belongs to the first. */
export function topicMatcher(topics: readonly Topic[]): TopicMatcher {
  let matcher = known.get(topics);
  if (!matcher) known.set(topics, (matcher = makeMatcher(topics)));
  return matcher;
}

/** A state of the automaton: what has been read of one name or several that begin alike. */
interface State {
  readonly length: number;
  readonly next: Map<number, State>;
  /** Whose name ends here. */
  topic: number | undefined;
  /** The longest other state that the end of what has been read leads to. */
  fallback: State | undefined;
  /** The nearest of these where a name ends. */
  shorter: State | undefined;
}

/** Aho and Corasick's automaton: each character is looked at once, however many names there are. */
function makeMatcher(topics: readonly Topic[]): TopicMatcher {
  const root = trieOf(topics);
  linkFallbacks(root);
  // Most characters begin no name, and a table says so faster than a map.
  const begins = new Uint8Array(0x1_00_00);
  for (const unit of root.next.keys()) begins[unit] = 1;
  return (text) => {
    const found: TopicMatch[] = [];
    let state = root;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (state === root && begins[unit] === 0) continue;
      state = follow(state, unit, root);
      for (let end: State | undefined = state; end; end = end.shorter) {
        if (end.topic !== undefined) found.push({ topic: end.topic, span: spanOf(at + 1 - end.length, at + 1) });
      }
    }
    return found;
  };
}

function trieOf(topics: readonly Topic[]): State {
  const root = newState(0);
  topics.forEach(({ names }, topic) => {
    for (const name of names) {
      let state = root;
      for (let at = 0; at < name.length; at++) {
        const unit = name.charCodeAt(at);
        let next = state.next.get(unit);
        if (!next) state.next.set(unit, (next = newState(at + 1)));
        state = next;
      }
      if (state !== root) state.topic ??= topic;
    }
  });
  return root;
}

/** From the shortest states to the longest, since each follows where shorter ones lead. */
function linkFallbacks(root: State): void {
  const waiting = [root];
  for (const state of waiting) {
    for (const [unit, next] of state.next) {
      const fallback = state === root ? root : follow(state.fallback ?? root, unit, root);
      next.fallback = fallback;
      next.shorter = fallback.topic === undefined ? fallback.shorter : fallback;
      waiting.push(next);
    }
  }
}

function follow(from: State, unit: number, root: State): State {
  let state = from;
  for (;;) {
    const next = state.next.get(unit);
    if (next) return next;
    if (state === root) return root;
    state = state.fallback ?? root;
  }
}

function newState(length: number): State {
  return { length, next: new Map(), topic: undefined, fallback: undefined, shorter: undefined };
}
