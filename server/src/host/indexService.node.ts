import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type IndexResult, type IndexTask, indexWorker, type StoreTask } from '../corpus/compactIndex/indexTask.ts';
import { segmentIn, sharedMemory } from '../corpus/compactIndex/segment.ts';
import { openSealed, seal } from '../corpus/compactIndex/stored.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { contentHash } from './contentHash.node.ts';
import { serveTasks } from './workers.node.ts';

/** @param knowledge the files on which it depends how texts are read: the program, its dictionaries */
export function serveIndex(vocabulary: Vocabulary, knowledge: readonly string[]): void {
  const work = indexWorker(vocabulary);
  let stamp: Promise<string> | undefined;
  const stampOf = (): Promise<string> => (stamp ??= hashOfFiles(knowledge));
  serveTasks<IndexTask | StoreTask, IndexResult>(async (task) => {
    if (task.kind === 'open') return openFile(task.file, await stampOf());
    if (task.kind === 'save') return saveFile(task.file, seal(segmentIn(task.buffer), await stampOf()));
    return work(task);
  });
}

async function hashOfFiles(files: readonly string[]): Promise<string> {
  return contentHash(...(await Promise.all(files.map((file) => readFile(file).catch(() => '')))));
}

async function openFile(file: string, stamp: string): Promise<IndexResult> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return { unusable: 'damaged' };
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(sharedMemory(size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, size - at);
      if (bytesRead === 0) return { unusable: 'damaged' };
      at += bytesRead;
    }
    const segment = openSealed(bytes.buffer, stamp);
    return typeof segment === 'string' ? { unusable: segment } : { buffer: segment.buffer };
  } finally {
    await handle.close();
  }
}

/** Whoever reads it meanwhile has the old one or the new one, never half of one. */
async function saveFile(file: string, bytes: Uint8Array): Promise<IndexResult> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
    return {};
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return { unsaved: String(error) };
  }
}
