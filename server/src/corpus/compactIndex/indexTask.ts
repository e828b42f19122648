import type { Vocabulary } from '../../markup/vocabulary.ts';
import { parseRecord } from '../../statement/parse.ts';
import { passagesOf } from '../passages.ts';
import { SegmentBuilder } from './build.ts';
import { mergeSegments } from './merge.ts';
import { segmentIn } from './segment.ts';
import type { Unusable } from './stored.ts';
import { textHash } from './textHash.ts';

/** What a thread does for an index. Nothing in it but plain data and memory. */
export type IndexTask =
  /** Builds a segment of records, each as its text. */
  | { readonly kind: 'build'; readonly texts: readonly string[] }
  | { readonly kind: 'merge'; readonly parts: readonly BufferedPart[] };

interface BufferedPart {
  readonly buffer: ArrayBufferLike;
  readonly wanted: Uint8Array;
}

/** What only a thread with a disk does. `file` is a path. */
export type StoreTask =
  | { readonly kind: 'open'; readonly file: string }
  | { readonly kind: 'save'; readonly file: string; readonly buffer: ArrayBufferLike };

/** The segment that was made or found; nothing where there is none, or why it cannot be used. */
export interface IndexResult {
  readonly buffer?: ArrayBufferLike;
  readonly unusable?: Unusable;
  /** Why a segment could not be saved. */
  readonly unsaved?: string;
}

/** A thread that works off tasks one after the other. */
export interface IndexThread {
  run(task: IndexTask | StoreTask): Promise<IndexResult>;
  close(): void;
}

/** Works on tasks, and keeps the memory that the next one will need too. */
export function indexWorker(vocabulary: Vocabulary): (task: IndexTask) => IndexResult {
  const builder = new SegmentBuilder();
  return (task) => {
    if (task.kind === 'merge') {
      const parts = task.parts.map(({ buffer, wanted }) => ({ segment: segmentIn(buffer), wanted }));
      return { buffer: mergeSegments(parts).buffer };
    }
    for (const text of task.texts) {
      const { passages } = passagesOf(parseRecord(text, vocabulary), vocabulary);
      builder.add({ hash: textHash(text), passages: passages.map(({ normal }) => normal.text) });
    }
    return { buffer: builder.finish().buffer };
  };
}
