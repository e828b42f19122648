import type { Topic } from './topic.ts';

/**
 * Says which of many topics a normalised text names, each once, as numbers from 0 in the order of where they are named. A
 * stretch of text counts as the longest name that covers it: 七十七国集团 does not name 七国集团.
 */
export type TopicMatcher = (text: string) => number[];

const known = new WeakMap<readonly Topic[], TopicMatcher>();

/** The matcher of a list of topics; made once, since a list never changes. A name that several topics have belongs to the first. */
export function topicMatcher(topics: readonly Topic[]): TopicMatcher {
  let matcher = known.get(topics);
  if (!matcher) known.set(topics, (matcher = makeMatcher(topics)));
  return matcher;
}

const ROOT = 0;
const NONE = -1;

/**
 * Aho and Corasick's automaton: each character is looked at once, however many names there are. Its states are numbers,
 * what they lead to stands in one table: a corpus of any size is looked through in a fraction of a second.
 */
function makeMatcher(topics: readonly Topic[]): TopicMatcher {
  const trie = trieOf(topics);
  const { symbols, next, owner, length } = trie;
  const { fallback, shorter } = fallbacksIn(trie);
  return (text) => {
    /** Where the names that count begin, in order, and whose they are. */
    const starts: number[] = [];
    const named: number[] = [];
    let state = ROOT;
    for (let at = 0; at < text.length; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      if (symbol === 0) {
        state = ROOT;
        continue;
      }
      let to = next.get(state, symbol);
      while (to === NONE && state !== ROOT) {
        state = fallback[state] ?? ROOT;
        to = next.get(state, symbol);
      }
      state = to === NONE ? ROOT : to;
      // Of the names that end here the longest covers the others, and all that begin no sooner than it does.
      const end = owner[state] === NONE ? (shorter[state] ?? ROOT) : state;
      if (end === ROOT) continue;
      const start = at + 1 - (length[end] ?? 0);
      while ((starts.at(-1) ?? NONE) >= start) {
        starts.pop();
        named.pop();
      }
      starts.push(start);
      named.push(owner[end] ?? NONE);
    }
    return [...new Set(named)];
  };
}

/** The names, those that begin alike joined. A state is how far one of them has been read. */
interface Trie {
  /** For each UTF-16 unit a number above 0, or 0 where no name has it. */
  readonly symbols: Uint16Array;
  readonly next: Transitions;
  /** Whose name ends at a state. */
  readonly owner: readonly number[];
  /** How much has been read at a state. */
  readonly length: readonly number[];
  /** How each state but the first is reached; shorter ones before longer ones. */
  readonly steps: readonly { readonly from: number; readonly symbol: number; readonly to: number }[];
}

function trieOf(topics: readonly Topic[]): Trie {
  const symbols = new Uint16Array(0x1_00_00);
  const names = topics.flatMap(({ names }, topic) => names.map((name) => ({ name, topic })));
  let lastSymbol = 0;
  let units = 0;
  for (const { name } of names) {
    units += name.length;
    for (let at = 0; at < name.length; at++) symbols[name.charCodeAt(at)] ||= ++lastSymbol;
  }
  const next = new Transitions(units);
  const owner = [NONE];
  const length = [0];
  const steps: { from: number; symbol: number; to: number; depth: number }[] = [];
  for (const { name, topic } of names) {
    let state = ROOT;
    for (let at = 0; at < name.length; at++) {
      const symbol = symbols[name.charCodeAt(at)] ?? 0;
      let to = next.get(state, symbol);
      if (to === NONE) {
        to = owner.push(NONE) - 1;
        length.push(at + 1);
        next.set(state, symbol, to);
        steps.push({ from: state, symbol, to, depth: at });
      }
      state = to;
    }
    if (state !== ROOT && owner[state] === NONE) owner[state] = topic;
  }
  return { symbols, next, owner, length, steps: steps.sort((a, b) => a.depth - b.depth) };
}

/** For each state the longest other one that the end of what was read leads to, and the nearest of these where a name ends. */
function fallbacksIn({ next, owner, steps }: Trie): { readonly fallback: Uint32Array; readonly shorter: Uint32Array } {
  const fallback = new Uint32Array(owner.length);
  const shorter = new Uint32Array(owner.length);
  for (const { from, symbol, to } of steps) {
    let state = from;
    let found = NONE;
    while (found === NONE && state !== ROOT) {
      state = fallback[state] ?? ROOT;
      found = next.get(state, symbol);
    }
    const back = found === NONE ? ROOT : found;
    fallback[to] = back;
    shorter[to] = owner[back] === NONE ? (shorter[back] ?? ROOT) : back;
  }
  return { fallback, shorter };
}

/** Where each state leads with each symbol: a hash table with open addresses, in two arrays of numbers. */
class Transitions {
  readonly #states: Int32Array;
  readonly #symbols: Uint16Array;
  readonly #targets: Int32Array;
  readonly #mask: number;

  /** @param most how many transitions there may be */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#states = new Int32Array(size).fill(NONE);
    this.#symbols = new Uint16Array(size);
    this.#targets = new Int32Array(size);
  }

  get(state: number, symbol: number): number {
    const slot = this.#slot(state, symbol);
    return this.#states[slot] === NONE ? NONE : (this.#targets[slot] ?? NONE);
  }

  set(state: number, symbol: number, target: number): void {
    const slot = this.#slot(state, symbol);
    this.#states[slot] = state;
    this.#symbols[slot] = symbol;
    this.#targets[slot] = target;
  }

  /** The place of a transition, or the free one where it belongs. */
  #slot(state: number, symbol: number): number {
    let slot = (Math.imul(state, 0x9e_37_79_b1) ^ Math.imul(symbol, 0x85_eb_ca_6b)) >>> 7;
    for (;;) {
      slot &= this.#mask;
      const there = this.#states[slot];
      if (there === NONE || (there === state && this.#symbols[slot] === symbol)) return slot;
      slot++;
    }
  }
}
