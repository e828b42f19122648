import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type IndexThread, indexWorker } from '../../server/src/corpus/compactIndex/indexTask.ts';
import { segmentIn } from '../../server/src/corpus/compactIndex/segment.ts';
import { openSealed, seal } from '../../server/src/corpus/compactIndex/stored.ts';
import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { Indexing, type IndexingEvents } from '../../server/src/protocol/indexing.ts';
import { parseDocument } from '../../server/src/statement/document.ts';

/** A disk with one file, and threads that work at once. */
class Host {
  file: Uint8Array | undefined;
  readonly told: string[] = [];
  readonly tasks: string[] = [];
  isBroken = false;
  isLoading = false;

  startThread = async (): Promise<IndexThread> => {
    const work = indexWorker(NEWSPAPER_VOCABULARY);
    return {
      run: async (task) => {
        this.tasks.push(task.kind);
        if (this.isBroken) throw new Error('out of memory');
        if (task.kind === 'save') {
          this.file = seal(segmentIn(task.buffer), 'stamp').slice();
          return {};
        }
        if (task.kind !== 'open') return work(task);
        const segment = openSealed(this.file!.slice().buffer, 'stamp');
        return typeof segment === 'string' ? { unusable: segment } : { buffer: segment.buffer };
      },
      close: () => undefined,
    };
  };

  indexing(): Indexing {
    const events: IndexingEvents = {
      loading: () => this.isLoading,
      unusable: (file, why) => void this.told.push(`${file} ${why}`),
      unsaved: (file, reason) => void this.told.push(`${file} ${reason}`),
      failed: (error) => void this.told.push(String(error)),
    };
    const { startThread } = this;
    const stored = { file: 'index.bin', exists: () => this.file !== undefined };
    return new Indexing({ corpus: memoryCorpus(), vocabulary: NEWSPAPER_VOCABULARY, startThread, stored }, events);
  }
}

const FILES = 12;
/** More than what is looked through, in a few files. */
function fill({ corpus }: Indexing, host: Host): void {
  host.isLoading = true;
  for (let file = 0; file < FILES; file++) {
    const text = `声明\n${`双方愿加强第${file}号合作，维护地区和平与稳定。\n`.repeat(5000)}`;
    corpus.set({ uri: `${file}`, document: parseDocument(text, NEWSPAPER_VOCABULARY) });
  }
  host.isLoading = false;
}

/** Waits until the thread has nothing to do. */
async function settled(indexing: Indexing, host: Host): Promise<void> {
  await indexing.ready();
  let before = -1;
  while (before !== host.tasks.length) {
    before = host.tasks.length;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function assertRight({ index, corpus }: Indexing): void {
  const scanning = scanningIndex(corpus, NEWSPAPER_VOCABULARY);
  for (const term of ['第3号', '地区', '没有']) assert.deepEqual(index.count(term), scanning.count(term));
}

describe('the index of a corpus', () => {
  it('is none where the corpus is small', async () => {
    const host = new Host();
    const indexing = host.indexing();
    indexing.corpus.set({ uri: 'a', document: parseDocument('声明\n合作。', NEWSPAPER_VOCABULARY) });
    await indexing.ready();
    assert.deepEqual(host.tasks, []);
    assert.equal(indexing.index.count('合作').passages, 1);
    indexing.dispose();
  });

  it('is built by a thread where it is large, and kept', async () => {
    const host = new Host();
    const indexing = host.indexing();
    fill(indexing, host);
    assertRight(indexing);
    await settled(indexing, host);
    assertRight(indexing);
    assert.deepEqual(host.tasks, ['build', 'save']);
    indexing.dispose();
  });

  it('is opened the next time, but for what has changed', async () => {
    const host = new Host();
    const first = host.indexing();
    fill(first, host);
    await settled(first, host);
    first.dispose();
    host.tasks.length = 0;

    const indexing = host.indexing();
    fill(indexing, host);
    indexing.corpus.set({ uri: '3', document: parseDocument('声明\n第3号。', NEWSPAPER_VOCABULARY) });
    await settled(indexing, host);
    assert.deepEqual(host.tasks, ['open']);
    assertRight(indexing);
    indexing.dispose();
  });

  it('is built anew where what was kept is damaged, which is told', async () => {
    const host = new Host();
    host.file = new Uint8Array(100);
    const indexing = host.indexing();
    fill(indexing, host);
    await settled(indexing, host);
    assert.deepEqual(host.tasks, ['open', 'build', 'save']);
    assert.deepEqual(host.told, ['index.bin foreign']);
    assertRight(indexing);
    indexing.dispose();
  });

  it('is replaced by looking through all texts where no thread can build it, which is told', async () => {
    const host = new Host();
    host.isBroken = true;
    const indexing = host.indexing();
    fill(indexing, host);
    await settled(indexing, host);
    assert.deepEqual(host.told, ['Error: out of memory']);
    assertRight(indexing);
    indexing.corpus.delete('3');
    assertRight(indexing);
    indexing.dispose();
  });
});
