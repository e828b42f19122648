import {
  CodeLensRefreshRequest,
  type Connection,
  type FileEvent,
  FileChangeType,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver';
import { ConflictIndex } from '../corpus/conflictIndex.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { FileSource } from '../corpus/fileSource.ts';
import { IGNORE_FILE_NAME } from '../corpus/ignoreFiles.ts';
import { memoryCorpus } from '../corpus/memoryCorpus.ts';
import type { FeatureContext } from '../features/context.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Locale, localeOf, type Message, message, type Say, sayIn } from '../text/messages.ts';
import { comparing } from './comparedProblems.ts';
import { Configurations, isConfiguration } from './configurations.ts';
import { isInside, normalUri, plainPath } from './convert.ts';
import { SOURCE } from './diagnostics.ts';
import { IndexingProgress } from './indexingProgress.ts';
import { OpenFiles } from './openFiles.ts';
import { OutlineNotes } from './outlineNotes.ts';
import { ProblemLists } from './problemLists.ts';
import type { InitializationOptions } from './protocol.ts';
import { FileWatcher, followConfigurations } from './registrations.ts';
import { ruleLinks } from './ruleLinks.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';
import type { OpenDocument } from './textDocument.ts';
import { Tools } from './tools.ts';
import { type IndexHost, TopicKnowledge } from './topicKnowledge.ts';
import { troubleMessage, Workspace } from './workspace.ts';
import { isTopicsFile } from './workspaceTopics.ts';

export interface SessionParts {
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
  readonly files: FileSource;
  readonly host?: IndexHost | undefined;
}

/** All that the server knows between `initialize` and `shutdown`, and who is told when some of it changes. */
export class Session {
  readonly locale: Locale;
  readonly say: Say;
  readonly corpus: Corpus;
  readonly workspace: Workspace;
  readonly problems: ProblemLists;
  readonly params: InitializeParams;
  readonly tools: Tools;
  readonly outlineNotes: OutlineNotes;
  readonly #connection: Connection;
  readonly #knowledge: TopicKnowledge;
  readonly #open: OpenFiles;
  readonly #configurations: Configurations;
  readonly #watcher: FileWatcher;
  #folders: readonly string[];
  #settings: Settings = DEFAULT_SETTINGS;
  /** Settles when the settings that were told of last are in force. */
  #configured: Promise<void> = Promise.resolve();

  constructor(
    connection: Connection,
    documents: TextDocuments<OpenDocument>,
    { params, options, files, host }: SessionParts,
  ) {
    this.#connection = connection;
    this.#open = new OpenFiles(documents);
    this.params = params;
    this.locale = localeOf(params.locale);
    this.say = sayIn(this.locale);
    const { workspaceFolders, rootUri } = params;
    this.#folders = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folderUri);
    this.outlineNotes = new OutlineNotes(connection, this.say);
    this.#watcher = new FileWatcher(connection, params);
    this.#configurations = new Configurations({
      files,
      folders: () => this.#folders,
      openText: (uri) => this.#open.text(uri),
    });
    const compared = new ConflictIndex();
    this.#knowledge = new TopicKnowledge({
      connection,
      say: this.say,
      corpus: comparing(memoryCorpus(), compared, (uris) => this.problems.comparedAnew(uris)),
      files,
      host,
      storage: options.storage,
      folders: () => this.#folders,
      openText: (uri) => this.#open.text(uri),
      loading: () => this.workspace.loading,
      changed: () => {
        if (this.codeLens) this.#refreshCodeLens();
      },
    });
    this.corpus = this.#knowledge.corpus;
    const progress = new IndexingProgress(connection, this.say, () => this.#knowledge.indexed());
    this.workspace = new Workspace(
      { files, corpus: this.corpus, vocabulary: NEWSPAPER_VOCABULARY, settings: this.#settings },
      {
        fileChanged: (uri) => this.problems.changedOnDisk(uri),
        loading: (done, total) => progress.report(done, total),
        log: (uri, trouble) => connection.console.warn(`${plainPath(uri)}: ${this.say(troubleMessage(trouble))}`),
      },
    );
    this.problems = new ProblemLists({
      open: this.#open,
      corpus: this.corpus,
      compared,
      configurations: this.#configurations,
      topics: this.#knowledge.topics,
      workspace: this.workspace,
      say: this.say,
      linkRule: ruleLinks(params.capabilities, options),
      shown: options.problems !== 'hidden',
      send: (list) => connection.sendDiagnostics({ ...list, uri: this.clientUri(list.uri) }),
      failed: (code, error) => connection.console.error(`${code}: ${String(error)}`),
    });
    this.tools = new Tools({
      connection,
      params,
      toRecordCommand: options.toRecordCommand,
      say: this.say,
      open: this.#open,
      files,
      corpus: this.corpus,
      workspace: this.workspace,
      problems: this.problems,
      configurations: this.#configurations,
      topics: this.#knowledge.topics,
    });
  }

  /** Whether sections say who else speaks of their topic. */
  get codeLens(): boolean {
    return this.#settings.codeLens;
  }

  context(): FeatureContext {
    this.#knowledge.heard();
    return this.#context();
  }

  #context(): FeatureContext {
    return {
      corpus: this.corpus,
      index: this.#knowledge.index,
      topics: this.#knowledge.topics.all(),
      say: this.say,
      locale: this.locale,
      indexing: this.workspace.loading,
      vocabularyOf: (uri) => this.problems.vocabularyOf(uri),
    };
  }

  /**
   * What features may know, once the workspace's topics are as they are now and the index answers quickly (rightly it always does). As long
   * as files are being read, an answer says that it may lack some; topics are among them.
   */
  async topicContext(): Promise<FeatureContext> {
    if (!this.workspace.loading) await this.#knowledge.topics.settled();
    await this.#knowledge.ready();
    return this.context();
  }

  clientUri(uri: string): string {
    return this.#open.clientUri(uri);
  }

  /** Reads the settings, then the workspace. */
  start(): void {
    followConfigurations(this.#connection, this.params);
    this.configure();
    void this.#topicsFileChanged();
    void this.#configured.then(() => this.#takeIn(this.#folders, []));
  }

  /** Brings the corpus up to date with the disk, whatever is being read already. */
  async refreshed(): Promise<void> {
    await this.#configured;
    await this.workspace.refresh();
    await this.workspace.settled();
  }

  async setFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const [more, gone] = [added.map(folderUri), removed.map(folderUri)];
    this.#folders = [...this.#folders.filter((folder) => !gone.includes(folder)), ...more];
    void this.problems.reconfigure();
    void this.#topicsFileChanged();
    await this.#configured;
    await this.#takeIn(more, gone);
  }

  /** Takes over the settings: those that the client sent along, or those that it answers with. */
  configure(sent?: unknown): void {
    const failed = (error: unknown) => this.#connection.console.error(`settings: ${String(error)}`);
    this.#configured = this.#configured.then(() => this.#configure(sent)).catch(failed);
  }

  documentChanged(document: OpenDocument): void {
    this.#knowledge.heard();
    const uri = normalUri(document.uri);
    if (isOurs(uri)) {
      this.#open.named(document);
      this.#ownFileChanged(uri);
    } else if (this.workspace.isOpen(uri)) {
      this.workspace.edited(uri, document.content);
      this.problems.edited(uri);
    } else {
      this.#open.named(document);
      this.workspace.opened(uri, document.content);
      this.problems.opened(uri);
    }
  }

  documentSaved({ uri }: OpenDocument): void {
    this.problems.saved(normalUri(uri));
  }

  documentClosed(document: OpenDocument): void {
    const uri = normalUri(document.uri);
    this.outlineNotes.forget(document.uri);
    if (isOurs(uri)) {
      this.#ownFileChanged(uri);
    } else {
      this.workspace.closed(uri);
      this.problems.closed(uri);
    }
  }

  filesChanged(changes: readonly FileEvent[]): void {
    const uris = (deleted: boolean) =>
      changes
        .filter(({ type }) => (type === FileChangeType.Deleted) === deleted)
        .map(({ uri }) => normalUri(uri))
        .filter((uri) => !isOurs(uri));
    const ours = this.#configurations.uris();
    const changed = changes.map(({ uri }) => normalUri(uri));
    const concernsConfiguration = changed.some(
      (uri) => isConfiguration(uri) || [...ours].some((configuration) => isInside(uri, configuration)),
    );
    if (concernsConfiguration) void this.problems.reconfigure();
    if (changed.some(isTopicsFile)) void this.#topicsFileChanged();
    this.workspace.filesDeleted(uris(true));
    // One that was written is among those that are not listed, for which the workspace looks again.
    if (changes.some(({ uri, type }) => type === FileChangeType.Deleted && uri.endsWith(`/${IGNORE_FILE_NAME}`))) {
      void this.workspace.refresh();
    }
    this.workspace.filesWritten(uris(false));
  }

  dispose(): void {
    this.workspace.dispose();
    this.#knowledge.dispose();
    this.problems.dispose();
  }

  async #configure(sent: unknown): Promise<void> {
    const asks = this.params.capabilities.workspace?.configuration === true;
    const section: unknown = asks ? await this.#connection.workspace.getConfiguration(SOURCE).catch(() => sent) : sent;
    const before = this.#settings;
    this.#settings = readSettings(section);
    this.problems.configure(this.#settings);
    if (before.codeLens !== this.#settings.codeLens) this.#refreshCodeLens();
    await this.#watcher.watch(this.#settings.include);
    // Not awaited: whoever reads the files for us may be slow, and later settings do not wait for it.
    if (corpusOf(this.#settings) !== corpusOf(before)) void this.workspace.setSettings(this.#settings);
  }

  /** Reads the folders, and tells those who look into the log what was read: what is missing there is missing everywhere. */
  async #takeIn(added: readonly string[], removed: readonly string[]): Promise<void> {
    const tell = (told: Message): void => this.#connection.console.info(this.say(told));
    const started = performance.now();
    await this.workspace.setFolders(added, removed);
    this.#knowledge.prepare(() => this.#context());
    const { folders } = this.workspace;
    if (folders.length === 0) return tell(message('log.noFolder'));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const folder of folders) tell(message('log.folder', { folder: plainPath(folder) }));
    const { listed, corpus, unreadable } = this.workspace.counts();
    tell(message('log.read', { listed, seconds, corpus, others: listed - corpus - unreadable, unreadable }));
  }

  #refreshCodeLens(): void {
    if (this.params.capabilities.workspace?.codeLens?.refreshSupport !== true) return;
    // A client that cannot just now asks again by itself.
    this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }

  #ownFileChanged(uri: string): void {
    if (isTopicsFile(uri)) {
      void this.#topicsFileChanged();
      return;
    }
    this.problems.publish(uri);
    void this.problems.reconfigure();
  }

  async #topicsFileChanged(): Promise<void> {
    const { topics } = this.#knowledge;
    await topics.reload();
    for (const uri of topics.uris()) this.problems.publish(uri);
  }
}

function folderUri(uri: string): string {
  return normalUri(uri).replace(/\/$/, '');
}

function corpusOf({ include, exclude }: Settings): string {
  return JSON.stringify([include, exclude]);
}

/** Whether a file is one that the product keeps rather than one of the corpus. */
export function isOurs(uri: string): boolean {
  return isConfiguration(uri) || isTopicsFile(uri);
}
