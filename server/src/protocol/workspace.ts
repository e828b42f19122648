import type { Corpus } from '../corpus/corpus.ts';
import type { FileFailure, FileSource } from '../corpus/fileSource.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { type Document, parseDocument } from '../statement/document.ts';
import { decode } from '../text/decode.ts';
import { type Message, message } from '../text/messages.ts';
import { folderOf } from './convert.ts';
import type { Settings } from './settings.ts';
import { breather } from './turns.ts';

/** Files that are read at the same time: enough to hide the disk's latency, few enough for an editor that reads for us. */
const READERS = 8;

/** What is known of a file that the workspace has but the corpus has not. */
export type FileTrouble = FileFailure | { readonly failure: 'undecodable'; readonly badByte: number };

export function troubleMessage(trouble: FileTrouble): Message {
  if (trouble.failure === 'undecodable') return message('file.undecodable', { byte: trouble.badByte });
  return message('file.unreadable', { reason: trouble.detail });
}

export interface WorkspaceEvents {
  /** A file that is not open has a new state; `undefined`: it is gone, or is none of the corpus. */
  fileChanged(uri: string, document: Document | undefined): void;
  loading(done: number, total: number): void;
  log(uri: string, trouble: FileTrouble): void;
}

/**
 * Keeps the corpus equal to the recognised files of the workspace folders, of which open ones count as they stand in the
 * editor. Reads in the background; all URIs are in normal form.
 */
export class Workspace {
  readonly #files: FileSource;
  readonly #corpus: Corpus;
  readonly #vocabulary: Vocabulary;
  readonly #events: WorkspaceEvents;
  readonly #folders = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #open = new Set<string>();
  readonly #troubles = new Map<string, FileTrouble>();
  /** Files that an editor would not read as they are meant unless it is told how. */
  readonly #legacy = new Set<string>();
  /** Counts the news about a file, so that a slow answer of the disk does not undo a later one. */
  readonly #news = new Map<string, number>();
  #settings: Settings;
  #running: Promise<void> = Promise.resolve();
  #waiting = 0;
  #stop = new AbortController();

  constructor({ files, corpus, vocabulary, settings }: WorkspaceParts, events: WorkspaceEvents) {
    this.#files = files;
    this.#corpus = corpus;
    this.#vocabulary = vocabulary;
    this.#settings = settings;
    this.#events = events;
  }

  /** Whether files are still to be read. */
  get loading(): boolean {
    return this.#waiting > 0;
  }

  get troubles(): ReadonlyMap<string, FileTrouble> {
    return this.#troubles;
  }

  get folders(): readonly string[] {
    return [...this.#folders];
  }

  /** Of the files that the folders hold, open or not: all, those of the corpus, and those that cannot be read. */
  counts(): { readonly listed: number; readonly corpus: number; readonly unreadable: number } {
    const corpus = [...this.#listed].filter((uri) => this.#corpus.get(uri) !== undefined).length;
    return { listed: this.#listed.size, corpus, unreadable: this.#troubles.size };
  }

  /** Whether the file on disk is in GB18030. */
  isLegacy(uri: string): boolean {
    return this.#legacy.has(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Settles when all that was asked for until now has been read. */
  async settled(): Promise<void> {
    while (this.loading) await this.#running;
  }

  setFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    for (const folder of removed) this.#folders.delete(folder);
    for (const folder of added) this.#folders.add(folder);
    return this.refresh();
  }

  setSettings(settings: Settings): Promise<void> {
    this.#settings = settings;
    return this.refresh();
  }

  /** Looks again for files, reads the new ones and forgets those that are gone. */
  refresh(): Promise<void> {
    return this.#enqueue(async () => {
      const found = new Set<string>();
      for await (const uri of this.#files.list(this.#query(), this.#stop.signal)) found.add(uri);
      for (const uri of this.#listed) if (!found.has(uri)) this.#forget(uri);
      const unread = [...found].filter((uri) => !this.#listed.has(uri));
      for (const uri of unread) this.#listed.add(uri);
      await this.#readAll(unread);
    });
  }

  /** Files were made or written outside the editor. */
  filesWritten(uris: readonly string[]): void {
    const known = uris.filter((uri) => this.#listed.has(uri));
    if (known.length > 0) void this.#enqueue(() => this.#readAll(known));
    // A file that is new may still be excluded: only listing tells.
    if (known.length < uris.length) void this.refresh();
  }

  filesDeleted(uris: readonly string[]): void {
    const gone = new Set(uris);
    // A folder's files go with it, and some editors name the folder only.
    const isGone = (uri: string): boolean => gone.has(uri) || (uri.includes('/') && isGone(folderOf(uri)));
    for (const listed of this.#listed) if (isGone(listed)) this.#forget(listed);
  }

  opened(uri: string, document: Document): void {
    this.#open.add(uri);
    this.#troubles.delete(uri);
    this.#touch(uri);
    this.#corpus.set({ uri, document });
  }

  edited(uri: string, document: Document): void {
    this.#corpus.set({ uri, document });
  }

  /** The file counts again as it is on disk, where it may be missing. */
  closed(uri: string): void {
    this.#open.delete(uri);
    if (this.#listed.has(uri)) void this.#enqueue(() => this.#readAll([uri]));
    else this.#replace(uri, undefined);
  }

  dispose(): void {
    this.#stop.abort();
  }

  #query() {
    const { include, exclude } = this.#settings;
    return { folders: this.folders, include, exclude, heedIgnoreFiles: true, failed: this.#events.log };
  }

  /** One after the other, so that two lists never mix. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#running = this.#running.then(async () => {
      try {
        if (!this.#stop.signal.aborted) await work();
      } catch (error) {
        if (!this.#stop.signal.aborted) this.#events.log('', { failure: 'unreadable', detail: String(error) });
      } finally {
        this.#waiting--;
      }
    });
    return this.#running;
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    const breathe = breather();
    const waiting = uris[Symbol.iterator]();
    let done = 0;
    this.#events.loading(done, uris.length);
    const reader = async () => {
      for (const uri of waiting) {
        await this.#read(uri);
        this.#events.loading(++done, uris.length);
        await breathe();
        if (this.#stop.signal.aborted) return;
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
  }

  async #read(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const news = this.#touch(uri);
    const bytes = await this.#files.read(uri);
    if (this.#news.get(uri) !== news || this.#open.has(uri) || !this.#listed.has(uri)) return;
    if (!(bytes instanceof Uint8Array)) return this.#fail(uri, bytes);
    const decoded = decode(bytes, 'auto', this.#files.readUtf8);
    if (!decoded.ok) return this.#fail(uri, { failure: 'undecodable', badByte: decoded.badByte });
    this.#troubles.delete(uri);
    if (decoded.encoding === 'gb18030') this.#legacy.add(uri);
    else this.#legacy.delete(uri);
    const isCorpus = looksLikeCorpus(decoded.text, uri.slice(uri.lastIndexOf('/') + 1));
    this.#replace(uri, isCorpus ? parseDocument(decoded.text, this.#vocabulary) : undefined);
  }

  #fail(uri: string, trouble: FileTrouble): void {
    if (trouble.failure === 'missing') this.#listed.delete(uri);
    else this.#troubles.set(uri, trouble);
    this.#events.log(uri, trouble);
    this.#replace(uri, undefined);
  }

  #forget(uri: string): void {
    this.#listed.delete(uri);
    this.#troubles.delete(uri);
    this.#legacy.delete(uri);
    this.#touch(uri);
    if (!this.#open.has(uri)) this.#replace(uri, undefined);
  }

  #replace(uri: string, document: Document | undefined): void {
    if (document) this.#corpus.set({ uri, document });
    else this.#corpus.delete(uri);
    this.#events.fileChanged(uri, document);
  }

  #touch(uri: string): number {
    const news = (this.#news.get(uri) ?? 0) + 1;
    this.#news.set(uri, news);
    return news;
  }
}

export interface WorkspaceParts {
  readonly files: FileSource;
  readonly corpus: Corpus;
  readonly vocabulary: Vocabulary;
  readonly settings: Settings;
}
