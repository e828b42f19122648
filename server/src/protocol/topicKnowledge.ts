import type { Connection } from 'vscode-languageserver';
import type { IndexThread } from '../corpus/compactIndex/indexTask.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusIndex } from '../corpus/corpusIndex.ts';
import type { FileSource } from '../corpus/fileSource.ts';
import { knownTopics } from '../corpus/lexicon.ts';
import type { FeatureContext } from '../features/context.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { message, type Say } from '../text/messages.ts';
import { IdleTime } from './idleTime.ts';
import { Indexing } from './indexing.ts';
import { TopicsChanged } from './protocol.ts';
import { TopicNews } from './topicNews.ts';
import { WorkspaceTopics } from './workspaceTopics.ts';

/** What a host has for the index of a large corpus; a server without it looks through all texts. */
export interface IndexHost {
  startThread(): Promise<IndexThread>;
  /** Lets go of memory that nobody uses any more, where the host would not do so by itself. */
  letGo?(): Promise<void>;
  /** Where the index is kept in a folder for the server's own files, which the client names. */
  storedIn?(folderUri: string): { readonly file: string; exists(): boolean } | undefined;
}

export interface TopicKnowledgeParts {
  readonly connection: Connection;
  readonly say: Say;
  readonly corpus: Corpus;
  readonly files: FileSource;
  readonly host: IndexHost | undefined;
  /** The URI of the folder for the server's own files, if it may keep any. */
  readonly storage: string | undefined;
  folders(): readonly string[];
  /** What an open file holds. */
  openText(uri: string): string | undefined;
  /** Whether files are still being read. */
  loading(): boolean;
  /** Statements or topics have changed, and the client has been told. */
  changed(): void;
}

/** Milliseconds that the end of indexing is told later for the sake of the first question. */
const LONGEST_PREPARATION = 1000;

/** What answers on topics are made from: the index of the corpus, and the topics that are known. */
export class TopicKnowledge {
  /** The corpus, followed in all its changes. */
  readonly corpus: Corpus;
  readonly topics: WorkspaceTopics;
  readonly #indexing: Indexing;
  readonly #news: TopicNews;
  readonly #idle = new IdleTime();
  #prepared: Promise<void> = Promise.resolve();

  constructor({ connection, say, corpus, files, host, storage, ...parts }: TopicKnowledgeParts) {
    this.#news = new TopicNews(() => {
      void connection.sendNotification(TopicsChanged);
      parts.changed();
    });
    const { folders, openText } = parts;
    this.topics = new WorkspaceTopics({
      files,
      folders,
      openText,
      known: knownTopics,
      changed: () => this.#news.changed(),
    });
    this.#indexing = new Indexing(
      {
        corpus: this.#news.following(corpus),
        vocabulary: NEWSPAPER_VOCABULARY,
        startThread: host?.startThread.bind(host),
        letGo: host?.letGo?.bind(host),
        stored: storage === undefined ? undefined : host?.storedIn?.(storage),
      },
      {
        loading: () => parts.loading(),
        unusable: (file, reason) => connection.console.info(say(message('log.index.unusable', { file, reason }))),
        unsaved: (file, reason) => connection.console.info(say(message('log.index.unsaved', { file, reason }))),
        failed: (error) => connection.console.warn(say(message('log.index.failed', { reason: String(error) }))),
      },
    );
    this.corpus = this.#indexing.corpus;
  }

  get index(): CorpusIndex {
    return this.#indexing.index;
  }

  /** Settles when the index answers quickly; rightly it always does. */
  ready(): Promise<void> {
    return this.#indexing.ready();
  }

  /** The client has asked or told something. */
  heard(): void {
    this.#idle.heard();
  }

  /** Has done, while the client waits for nothing, what the first question on a topic would otherwise wait for. */
  prepare(context: () => FeatureContext): void {
    this.#prepared = this.#prepare(context);
  }

  /** Settles when the user need not be told any more that indexing goes on. */
  async indexed(): Promise<void> {
    await this.#indexing.settled();
    if (!this.#indexing.isLarge) return;
    await Promise.race([this.#prepared, new Promise((resolve) => setTimeout(resolve, LONGEST_PREPARATION))]);
  }

  dispose(): void {
    this.#idle.dispose();
    this.#indexing.dispose();
    this.#news.dispose();
  }

  async #prepare(context: () => FeatureContext): Promise<void> {
    await this.#indexing.settled();
    const { warmUp } = await import('./warmUp.ts');
    await this.#idle.use(warmUp(context));
  }
}
