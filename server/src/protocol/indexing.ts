import type { IndexThread } from '../corpus/compactIndex/indexTask.ts';
import type { CompactIndex } from '../corpus/compactIndex/compactIndex.ts';
import type { Segment } from '../corpus/compactIndex/segment.ts';
import { dueMerge } from '../corpus/compactIndex/dueMerge.ts';
import type { Unusable } from '../corpus/compactIndex/stored.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { type CorpusIndex, scanningIndex } from '../corpus/corpusIndex.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { type Document, documentLength } from '../statement/document.ts';

/**
 * UTF-16 units of text that are quick enough to look through, the first time too: some hundreds of statements. A corpus
 * of fewer needs no thread; neither do the records of a larger one that have changed since.
 */
const SCANNED = 1 << 20;
/** Once there is a thread, it is given loose records as soon as they come to so much, and when all files are read, the rest. */
const HANDED_OVER = 1 << 18;
/** And at most so much at once, so that what it has read soon can be searched. */
const BATCH = 5 << 20;
/** Milliseconds in which files gather that are being read, and what somebody writes, who may have only begun. */
const READING_DELAY = 200;
const WRITING_DELAY = 2000;

export interface IndexingParts {
  readonly corpus: Corpus;
  readonly vocabulary: Vocabulary;
  /** Without it, all texts are looked through. */
  readonly startThread?: (() => Promise<IndexThread>) | undefined;
  /** Lets go of memory that nobody uses any more, where the host would not do so by itself. */
  readonly letGo?: (() => Promise<void>) | undefined;
  /** Where the index is kept between sessions, if there is such a place. */
  readonly stored?: { readonly file: string; exists(): boolean } | undefined;
}

export interface IndexingEvents {
  /** Whether files are still being read, so that most of what will be in the index is not there yet. */
  loading(): boolean;
  unusable(file: string, why: Unusable): void;
  unsaved(file: string, reason: string): void;
  failed(error: unknown): void;
}

/**
 * Gives a corpus the index that suits its size: a small one is looked through, for a large one a thread builds what is searched.
 * Whatever is not built yet is looked through, so that answers are right at any time; {@link ready} says when they are quick.
 */
export class Indexing {
  /** The corpus, followed in all its changes. */
  readonly corpus: Corpus;
  readonly #parts: IndexingParts;
  readonly #events: IndexingEvents;
  readonly #scanning: CorpusIndex;
  /** As long as the corpus is small: how long each file is. */
  readonly #lengths = new Map<string, number>();
  #length = 0;
  #compact: CompactIndex | undefined;
  #thread: IndexThread | undefined;
  #state: 'small' | 'idle' | 'waiting' | 'working' | 'broken' | 'closed' = 'small';
  #isChanged = false;
  /** Whether files are being read, or have been since the thread was given all that there was. */
  #isGrowing = false;
  /** Whether memory has been replaced that V8 does not count. */
  #hasMerged = false;
  #hasLooked = false;
  /** The segment that is in the file. */
  #kept: Segment | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  constructor(parts: IndexingParts, events: IndexingEvents) {
    this.#parts = parts;
    this.#events = events;
    const { corpus } = parts;
    this.#scanning = scanningIndex(corpus, parts.vocabulary);
    this.corpus = {
      get: (uri) => corpus.get(uri),
      documents: () => corpus.documents(),
      set: (file) => {
        corpus.set(file);
        this.#changed(file.uri, file.document);
      },
      delete: (uri) => {
        corpus.delete(uri);
        this.#changed(uri, undefined);
      },
    };
  }

  get index(): CorpusIndex {
    return this.#compact ?? this.#scanning;
  }

  /** Whether the corpus is so large that it is not simply looked through. */
  get isLarge(): boolean {
    return this.#compact !== undefined;
  }

  /** Settles when nothing large has to be looked through any more. */
  async ready(): Promise<void> {
    while (this.#isBehind()) await this.#progress();
  }

  /** Settles when the thread has nothing to do any more. */
  async settled(): Promise<void> {
    while (this.#isBusy()) await this.#progress();
  }

  dispose(): void {
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#thread?.close();
    this.#progressed();
  }

  #isBusy(): boolean {
    return this.#state === 'waiting' || this.#state === 'working';
  }

  #isBehind(): boolean {
    return this.#isBusy() && (!this.#compact || this.#compact.looseUnits() > SCANNED);
  }

  #changed(uri: string, document: Document | undefined): void {
    if (this.#state === 'broken' || this.#state === 'closed' || !this.#parts.startThread) return;
    if (document) this.#compact?.set(uri, document);
    else this.#compact?.delete(uri);
    if (this.#state === 'small') {
      const length = document ? documentLength(document) : 0;
      this.#length += length - (this.#lengths.get(uri) ?? 0);
      this.#lengths.set(uri, length);
      if (this.#length <= SCANNED) return;
      this.#lengths.clear();
      this.#state = 'idle';
    }
    if (this.#state === 'working') this.#isChanged = true;
    else if (this.#state === 'idle') this.#wait(this.#events.loading() ? READING_DELAY : WRITING_DELAY);
  }

  #wait(delay: number): void {
    this.#state = 'waiting';
    this.#timer = setTimeout(() => void this.#work(), delay);
  }

  async #work(): Promise<void> {
    this.#state = 'working';
    try {
      const compact = (this.#compact ??= await this.#create());
      this.#isChanged = false;
      const isLoading = this.#events.loading();
      this.#isGrowing ||= isLoading;
      await this.#openStored(compact);
      const least = this.#isGrowing && !isLoading ? 1 : HANDED_OVER;
      const isDone = async () => !(await this.#build(compact, least)) && !(await this.#merge(compact, isLoading));
      while (this.#isOpen() && !(await isDone())) this.#progressed();
      if (!isLoading) await this.#rest();
      if (!this.#isOpen()) return;
      if (this.#isChanged || isLoading) this.#wait(isLoading ? READING_DELAY : WRITING_DELAY);
      else this.#state = 'idle';
    } catch (error) {
      if (this.#isOpen()) this.#break(error);
    } finally {
      this.#progressed();
    }
  }

  /** The thread is closed, since its memory is large. */
  async #rest(): Promise<void> {
    this.#isGrowing = false;
    this.#closeThread();
    if (this.#hasMerged) await this.#parts.letGo?.();
    this.#hasMerged = false;
  }

  #isOpen(): boolean {
    return this.#state !== 'closed';
  }

  /** Scanning goes on: it is slow, and right. */
  #break(error: unknown): void {
    this.#state = 'broken';
    this.#compact = undefined;
    this.#closeThread();
    this.#events.failed(error);
  }

  #closeThread(): void {
    this.#thread?.close();
    this.#thread = undefined;
  }

  #run: IndexThread['run'] = async (task) => {
    this.#thread ??= await this.#parts.startThread?.();
    if (!this.#thread) throw new Error('there is no thread');
    return this.#thread.run(task);
  };

  /** Loaded when a corpus is large enough, and only then. */
  async #create(): Promise<CompactIndex> {
    const { CompactIndex: Created } = await import('../corpus/compactIndex/compactIndex.ts');
    const compact = new Created(this.#parts.vocabulary);
    for (const { uri, document } of this.#parts.corpus.documents()) compact.set(uri, document);
    return compact;
  }

  async #openStored(compact: CompactIndex): Promise<void> {
    const { stored } = this.#parts;
    if (this.#hasLooked || !stored) return;
    this.#hasLooked = true;
    if (!stored.exists()) return;
    const { buffer, unusable } = await this.#run({ kind: 'open', file: stored.file });
    if (unusable) this.#events.unusable(stored.file, unusable);
    if (buffer) this.#kept = compact.addBuffer(buffer);
    this.#progressed();
  }

  /** Has a segment made of loose records, where they come to `least` UTF-16 units. */
  async #build(compact: CompactIndex, least: number): Promise<boolean> {
    if (compact.looseUnits() < least) return false;
    const texts: string[] = [];
    let length = 0;
    for (const { record } of compact.loose()) {
      texts.push(record.text);
      length += record.text.length;
      if (length >= BATCH) break;
    }
    const { buffer } = await this.#run({ kind: 'build', texts });
    if (!buffer) throw new Error('no segment was built');
    compact.addBuffer(buffer);
    return true;
  }

  /** Has one segment made of several, where there are too many or too much in them is out of date, and keeps it. */
  async #merge(compact: CompactIndex, isLoading: boolean): Promise<boolean> {
    const segments = compact.segments();
    const chosen = dueMerge(segments, isLoading);
    if (chosen.length === 0) {
      if (!isLoading) await this.#keep(segments[0]?.segment);
      return false;
    }
    const parts = chosen.map((live) => ({ buffer: live.segment.buffer, wanted: live.wanted() }));
    const { buffer } = await this.#run({ kind: 'merge', parts });
    if (!buffer) throw new Error('no segment was merged');
    compact.addBuffer(
      buffer,
      chosen.map(({ segment }) => segment),
    );
    this.#hasMerged = true;
    return true;
  }

  async #keep(largest: Segment | undefined): Promise<void> {
    const { stored } = this.#parts;
    if (!stored || !largest || largest === this.#kept) return;
    this.#kept = largest;
    const { unsaved } = await this.#run({ kind: 'save', file: stored.file, buffer: largest.buffer });
    if (unsaved !== undefined) this.#events.unsaved(stored.file, unsaved);
  }

  #progress(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #progressed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
