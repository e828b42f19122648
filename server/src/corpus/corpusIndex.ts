import type { Vocabulary } from '../markup/vocabulary.ts';
import { placedRecords } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
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

/**
 * The questions that cross-references put to a corpus. An answer from any implementation (scanning, a compact index, a
 * search cluster) is the same.
 */
export interface CorpusIndex {
  /** Every passage, in the order of files and of their text. */
  passages(): Iterable<PlacedPassage>;
  /** The passages whose normalised text has `term`, which is normalised. */
  containing(term: string): PlacedPassage[];
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
  return {
    passages,
    containing: (term) =>
      term === '' ? [] : [...passages()].filter(({ passage }) => passage.normal.text.includes(term)),
  };
}
