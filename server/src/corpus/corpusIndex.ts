import type { Vocabulary } from '../markup/vocabulary.ts';
import { placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { bigramsOf } from './bigrams.ts';
import { bestByBm25 } from './bm25.ts';
import type { Corpus, Statement } from './corpus.ts';
import { type Passage, passagesOf } from './passages.ts';

/** A passage with the statement and the file it stands in. */
export interface PlacedPassage {
  readonly uri: string;
  readonly record: RecordTree;
  /** Where the record starts in its file. */
  readonly recordStart: number;
  readonly statement: Statement;
  readonly passage: Passage;
}

/** How many passages, and how many records they stand in. */
interface PassageCount {
  readonly passages: number;
  readonly records: number;
}

interface AlikePassage {
  readonly placed: PlacedPassage;
  /** Above 0, without an upper bound; comparable within one answer. */
  readonly score: number;
}

/**
 * The questions that cross-references put to a corpus. An answer from any implementation (scanning, a compact index, a
 * search cluster) is the same. Terms and texts are normalised.
 */
export interface CorpusIndex {
  /** How much there is. */
  size(): PassageCount;
  /** Every passage, in the order of files and of their text: for what looks at everything anyway. */
  passages(): Iterable<PlacedPassage>;
  /** How often `term` is to be found; cheaper than finding it, for a common word is in more passages than anybody reads. */
  count(term: string): PassageCount;
  /** The passages that have `term`, in the order of {@link passages}. */
  containing(term: string): PlacedPassage[];
  /** The `most` passages that share the most telling pairs of characters with `text` (BM25), best first. */
  alike(text: string, most: number): AlikePassage[];
}

/** Answers by looking through all texts: right at once, and quick enough for some hundreds of statements. */
export function scanningIndex(corpus: Corpus, vocabulary: Vocabulary): CorpusIndex {
  function* passages(): Generator<PlacedPassage> {
    for (const { uri, document } of corpus.documents()) {
      for (const { record, start } of placedRecords(document)) {
        const { statement, passages: found } = passagesOf(record, vocabulary);
        for (const passage of found) yield { uri, record, recordStart: start, statement, passage };
      }
    }
  }
  const containing = (term: string): PlacedPassage[] =>
    term === '' ? [] : [...passages()].filter(({ passage }) => passage.normal.text.includes(term));
  return {
    size: () => countOf(passages()),
    passages,
    count: (term) => countOf(containing(term)),
    containing,
    alike: (text, most) => {
      const all = [...passages()];
      const texts = all.map(({ passage }) => bigramsOf(passage.normal.text));
      return bestByBm25(bigramsOf(text), texts, most).flatMap(({ position, score }) => {
        const placed = all[position];
        return placed ? [{ placed, score }] : [];
      });
    },
  };
}

function countOf(passages: Iterable<PlacedPassage>): PassageCount {
  const records = new Set<RecordTree>();
  let count = 0;
  for (const { record } of passages) {
    records.add(record);
    count++;
  }
  return { passages: count, records: records.size };
}
