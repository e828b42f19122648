import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from './tree.ts';

/** Parses the text of one record. Never throws; linear in the text. */
export function parseRecord(text: string, vocabulary: Vocabulary): RecordTree {
  throw new Error('pending');
}
