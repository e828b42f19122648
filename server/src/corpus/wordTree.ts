const NONE = -1;

/**
 * Many words, those that begin alike joined, to be found in texts: what each character leads to stands in tables of numbers,
 * so that a corpus of any size is looked through in a fraction of a second.
 */
export class WordTree {
  /** For each UTF-16 unit a number above 0, or 0 where no word has it. Units that begin a word have the lowest. */
  readonly #symbols = new Uint16Array(0x1_00_00);
  readonly #firsts: number;
  /** By symbol: the word of one unit. */
  readonly #single: Int32Array;
  /** Where the first two units lead, which is asked at every place of a text and nearly always nowhere; then, each further one. */
  readonly #pairs: Transitions;
  readonly #further: Transitions;
  /** By node, which is how far a word has been read: the word that ends there. */
  readonly #word: Int32Array;

  /** @param words each once, none empty; they are numbered from 0 */
  constructor(words: readonly string[]) {
    const symbols = this.#symbols;
    let count = 0;
    let units = 0;
    for (const word of words) {
      units += word.length;
      symbols[word.charCodeAt(0)] ||= ++count;
    }
    this.#firsts = count;
    for (const word of words) for (let at = 1; at < word.length; at++) symbols[word.charCodeAt(at)] ||= ++count;
    this.#single = new Int32Array(count + 1).fill(NONE);
    this.#pairs = new Transitions(words.length);
    this.#further = new Transitions(units);
    this.#word = new Int32Array(units).fill(NONE);
    let nodes = 0;
    words.forEach((word, number) => {
      const first = symbols[word.charCodeAt(0)] ?? 0;
      if (word.length === 1) this.#single[first] = number;
      else {
        let node = first;
        for (let at = 1; at < word.length; at++) {
          const table = at === 1 ? this.#pairs : this.#further;
          node = table.getOrSet(node, symbols[word.charCodeAt(at)] ?? 0, nodes);
          if (node === nodes) nodes++;
        }
        this.#word[node] = number;
      }
    });
  }

  /** Tells of each place where a word stands in `text`, inside of others too: by where they start, shorter ones first. */
  find(text: string, found: (start: number, end: number, word: number) => void): void {
    const symbols = this.#symbols;
    const firsts = this.#firsts;
    const single = this.#single;
    const pairs = this.#pairs;
    const { length } = text;
    let symbol = length > 0 ? (symbols[text.charCodeAt(0)] ?? 0) : 0;
    for (let start = 0; start < length; start++) {
      const first = symbol;
      symbol = start + 1 < length ? (symbols[text.charCodeAt(start + 1)] ?? 0) : 0;
      if (first === 0 || first > firsts) continue;
      const alone = single[first] ?? NONE;
      if (alone !== NONE) found(start, start + 1, alone);
      if (symbol === 0) continue;
      const node = pairs.get(first, symbol);
      if (node !== NONE) this.#findFrom(node, text, start, found);
    }
  }

  /** Goes on behind the first two units, which lead to `node`. */
  #findFrom(
    node: number,
    text: string,
    start: number,
    found: (start: number, end: number, word: number) => void,
  ): void {
    let at: number = node;
    for (let end = start + 2; at !== NONE; end++) {
      const word = this.#word[at] ?? NONE;
      if (word !== NONE) found(start, end, word);
      const symbol = end < text.length ? (this.#symbols[text.charCodeAt(end)] ?? 0) : 0;
      at = symbol === 0 ? NONE : this.#further.get(at, symbol);
    }
  }
}

/** Where each node leads with each symbol: a hash table with open addresses, in an array of numbers. */
class Transitions {
  /** Three numbers for each slot: node, symbol above 0, where they lead. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param most how many transitions there may be */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#slots = new Int32Array(SLOT * size);
  }

  /** Where a transition leads, or -1. */
  get(node: number, symbol: number): number {
    const at = this.#slotOf(node, symbol);
    return this.#slots[at + 1] === 0 ? NONE : (this.#slots[at + 2] ?? NONE);
  }

  /** Where a transition leads; from now on to `target` where it has led nowhere. */
  getOrSet(node: number, symbol: number, target: number): number {
    const at = this.#slotOf(node, symbol);
    if (this.#slots[at + 1] === 0) {
      this.#slots[at] = node;
      this.#slots[at + 1] = symbol;
      this.#slots[at + 2] = target;
    }
    return this.#slots[at + 2] ?? NONE;
  }

  /** The place of a transition, or the free one where it belongs. */
  #slotOf(node: number, symbol: number): number {
    const slots = this.#slots;
    let slot = (Math.imul(node, 0x9e_37_79_b1) ^ Math.imul(symbol, 0x85_eb_ca_6b)) >>> 7;
    for (;;) {
      const at = (slot & this.#mask) * SLOT;
      const there = slots[at + 1];
      if (there === 0 || (there === symbol && slots[at] === node)) return at;
      slot++;
    }
  }
}

const SLOT = 3;
