import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Document } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Corpus } from './corpus.ts';
import { peopleIn } from './people.ts';

/** Words with the number of records that have them. */
export type WordCounts = ReadonlyMap<string, number>;

/** What stands in 《》. */
export const titlesOf = counting(titlesIn);
/** The people that records name with their office or in their signatures. */
export const peopleOf = counting(({ text }) => [...peopleIn(text)]);

const ofFields = new Map<string, (corpus: Corpus) => WordCounts>();

/** The words in the fields of a code; those of a field of people parted by spaces. */
export function fieldWordsOf(corpus: Corpus, code: string): WordCounts {
  let countsOf = ofFields.get(code);
  if (!countsOf) ofFields.set(code, (countsOf = counting((record, vocabulary) => wordsIn(record, code, vocabulary))));
  return countsOf(corpus);
}

/** Read from the text alone, since a corpus is looked through more quickly than its trees are made. */
type ReadWords = (record: RecordTree, vocabulary: Vocabulary) => readonly string[];

/** Counts words anew only in records that have changed since the same corpus was last asked about. */
function counting(read: ReadWords): (corpus: Corpus) => WordCounts {
  const tallies = new WeakMap<Corpus, Tally>();
  return (corpus) => {
    let tally = tallies.get(corpus);
    if (!tally) tallies.set(corpus, (tally = new Tally(read)));
    return tally.updated(corpus);
  };
}

class Tally {
  readonly #read: ReadWords;
  readonly #counts = new Map<string, number>();
  /** By record, so that what was added can be taken away again. */
  readonly #words = new WeakMap<RecordTree, readonly string[]>();
  #files = new Map<string, Document>();

  constructor(read: ReadWords) {
    this.#read = read;
  }

  updated(corpus: Corpus): WordCounts {
    const files = new Map<string, Document>();
    for (const { uri, document } of corpus.documents()) {
      const before = this.#files.get(uri);
      if (before !== document) this.#replace(before, document);
      files.set(uri, document);
    }
    for (const [uri, document] of this.#files) if (!files.has(uri)) this.#replace(document, undefined);
    this.#files = files;
    return this.#counts;
  }

  #replace(before: Document | undefined, document: Document | undefined): void {
    const oldBlocks = new Set(before?.blocks);
    const newBlocks = document?.blocks.filter((block) => !oldBlocks.delete(block)) ?? [];
    const old = new Set([...oldBlocks].flatMap(({ records }) => records));
    for (const record of newBlocks.flatMap(({ records }) => records)) {
      if (old.delete(record) || !document) continue;
      const words = this.#read(record, document.vocabulary).map(detached);
      this.#words.set(record, words);
      this.#count(words, 1);
    }
    for (const record of old) this.#count(this.#words.get(record) ?? [], -1);
  }

  #count(words: readonly string[], change: number): void {
    for (const word of words) {
      const count = (this.#counts.get(word) ?? 0) + change;
      if (count > 0) this.#counts.set(word, count);
      else this.#counts.delete(word);
    }
  }
}

const LONGEST_TITLE = 60;
const SHORTEST_TITLE = 2;
/** Brackets that do not belong together, line breaks, and what is left of a reading that a mirror has put in. */
const SPOILT = /[《〖\r\n]|[a-z\u00e0-\u01dc]\)/;

function titlesIn({ text }: RecordTree): string[] {
  const titles = new Set<string>();
  for (let open = text.indexOf('《'); open !== -1; open = text.indexOf('《', open + 1)) {
    const part = text.slice(open + 1, open + 2 + LONGEST_TITLE);
    const title = part.slice(0, Math.max(0, part.indexOf('》')));
    if (title.length >= SHORTEST_TITLE && !SPOILT.test(title)) titles.add(title);
  }
  return [...titles];
}

const LONGEST_VALUE = 80;

function wordsIn({ text }: RecordTree, code: string, { byCode }: Vocabulary): string[] {
  const definition = byCode.get(code);
  if (!definition) return [];
  const opening = `〖${code}/${definition.name}〗`;
  const start = text.indexOf(opening);
  if (start === -1) return [];
  const part = text.slice(start + opening.length, start + opening.length + LONGEST_VALUE);
  const value = part.slice(0, Math.max(0, part.indexOf(`〖-${code}/`))).trim();
  if (value === '' || /[〖〗\r\n]/.test(value)) return [];
  return definition.value === 'people' ? [...new Set(value.split(/\s+/))] : [value];
}

/** A copy that does not keep the whole text alive which it was cut from. */
function detached(part: string): string {
  return Array.from(part).join('');
}
