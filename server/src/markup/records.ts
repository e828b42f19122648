import type { Vocabulary } from './vocabulary.ts';

/**
 * Where the records of a file start; the first is always 0. A record starts with the line of its first tag, which is
 * that of the first field, or any field once the body before has been closed. Each record is split by what it holds
 * alone, so that a split may be resumed at any start.
 */
export function recordStarts(text: string, vocabulary: Vocabulary): number[] {
  throw new Error('pending');
}
