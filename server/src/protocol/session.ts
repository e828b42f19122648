import {
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileEvent,
  FileChangeType,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import type { FileSource } from '../corpus/fileSource.ts';
import { memoryCorpus } from '../corpus/memoryCorpus.ts';
import type { FeatureContext } from '../features/context.ts';
import type { Check } from '../features/diagnostics.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Locale, localeOf, message, type Say, sayIn } from '../text/messages.ts';
import { normalUri } from './convert.ts';
import { createCheck, DiagnosticsPublisher, type Findings, SOURCE, toDiagnostics } from './diagnostics.ts';
import { IndexingProgress } from './indexingProgress.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';
import type { OpenDocument } from './textDocument.ts';
import { type FileTrouble, Workspace } from './workspace.ts';

/** All that the server knows between `initialize` and `shutdown`. */
export class Session {
  readonly locale: Locale;
  readonly say: Say;
  readonly corpus: Corpus = memoryCorpus();
  readonly workspace: Workspace;
  readonly publisher: DiagnosticsPublisher;
  readonly params: InitializeParams;
  readonly #connection: Connection;
  readonly #documents: TextDocuments<OpenDocument>;
  /** What the client calls a file, by the corpus's name for it. */
  readonly #clientUris = new Map<string, string>();
  #settings: Settings = DEFAULT_SETTINGS;
  #check: Check;
  #checksWorkspace = false;
  #started: Promise<void> | undefined;
  /** Whether the settings have come; until then nothing is checked, since it would be shown and taken back. */
  #configured = false;
  #watcher: Promise<Disposable> | undefined;

  constructor(
    connection: Connection,
    documents: TextDocuments<OpenDocument>,
    params: InitializeParams,
    files: FileSource,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.params = params;
    this.locale = localeOf(params.locale);
    this.say = sayIn(this.locale);
    this.#check = this.#createCheck();
    this.publisher = new DiagnosticsPublisher(
      { sendDiagnostics: (found) => connection.sendDiagnostics({ ...found, uri: this.clientUri(found.uri) }) },
      (uri) => this.#findings(uri),
    );
    const progress = new IndexingProgress(connection, this.say);
    this.workspace = new Workspace(
      { files, corpus: this.corpus, vocabulary: NEWSPAPER_VOCABULARY, settings: this.#settings },
      {
        fileChanged: (uri) => this.#checksWorkspace && this.publisher.publish(uri),
        loading: (done, total) => progress.report(done, total),
        log: (uri, trouble) => connection.console.warn(`${uri}: ${this.#troubleText(trouble)}`),
      },
    );
  }

  get check(): Check {
    return this.#check;
  }

  context(): FeatureContext {
    return { corpus: this.corpus, say: this.say, locale: this.locale, indexing: this.workspace.loading };
  }

  clientUri(uri: string): string {
    return this.#clientUris.get(uri) ?? uri;
  }

  /** Reads the settings, then the workspace. */
  start(): void {
    const { workspaceFolders, rootUri } = this.params;
    const folders = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []);
    this.#started = this.configure().then(() => void this.workspace.setFolders(folders.map(folderUri), []));
  }

  /** Brings the corpus up to date with the disk, whatever is being read already. */
  async refreshed(): Promise<void> {
    await this.#started;
    await this.workspace.refresh();
    await this.workspace.settled();
  }

  async setFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    await this.#started;
    await this.workspace.setFolders(added.map(folderUri), removed.map(folderUri));
  }

  /** Takes over the settings: those that the client sent along, or those that it answers with. */
  async configure(sent?: unknown): Promise<void> {
    const asks = this.params.capabilities.workspace?.configuration === true;
    const section: unknown = asks ? await this.#connection.workspace.getConfiguration(SOURCE).catch(() => sent) : sent;
    const before = this.#settings;
    this.#configured = true;
    this.#settings = readSettings(section);
    this.#check = this.#createCheck();
    for (const { uri } of this.#documents.all()) this.publisher.publish(normalUri(uri));
    this.publisher.publishAgain();
    if (!this.#watcher || this.#settings.include !== before.include) await this.#watch();
    if (corpusOf(this.#settings) !== corpusOf(before)) await this.workspace.setSettings(this.#settings);
  }

  documentChanged({ uri, content }: OpenDocument): void {
    const normal = normalUri(uri);
    if (this.workspace.isOpen(normal)) {
      this.workspace.edited(normal, content);
      this.#schedule(normal, this.#settings.diagnosticsDelay);
    } else {
      this.#clientUris.set(normal, uri);
      this.workspace.opened(normal, content);
      this.#schedule(normal, 0);
    }
  }

  documentClosed({ uri }: OpenDocument): void {
    const normal = normalUri(uri);
    this.workspace.closed(normal);
    this.publisher.publish(normal);
  }

  filesChanged(changes: readonly FileEvent[]): void {
    const uris = (deleted: boolean) =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === deleted).map(({ uri }) => normalUri(uri));
    this.workspace.filesDeleted(uris(true));
    this.workspace.filesWritten(uris(false));
  }

  /** From now on problems of files that are not open are shown too. */
  watchProblems(): void {
    this.#checksWorkspace = true;
  }

  dispose(): void {
    this.workspace.dispose();
    this.publisher.dispose();
  }

  #schedule(uri: string, delay: number): void {
    if (this.#configured) this.publisher.schedule(uri, delay);
  }

  #findings(uri: string): Findings | undefined {
    const open = this.workspace.isOpen(uri) ? this.#documents.get(this.clientUri(uri)) : undefined;
    if (open) {
      return { diagnostics: toDiagnostics(open.uri, open.content, this.#check, this.say), version: open.version };
    }
    if (!this.#checksWorkspace) return undefined;
    const trouble = this.workspace.troubles.get(uri);
    if (trouble) return { diagnostics: [this.#troubleDiagnostic(trouble)] };
    const content = this.corpus.get(uri)?.document;
    return content && { diagnostics: toDiagnostics(uri, content, this.#check, this.say) };
  }

  #troubleDiagnostic(trouble: FileTrouble): Diagnostic {
    const start = { line: 0, character: 0 };
    return { range: { start, end: start }, severity: 1, source: SOURCE, message: this.#troubleText(trouble) };
  }

  #troubleText(trouble: FileTrouble): string {
    if (trouble.failure === 'undecodable') return this.say(message('file.undecodable', { byte: trouble.badByte }));
    return this.say(message('file.unreadable', { reason: trouble.detail }));
  }

  #createCheck(): Check {
    return createCheck(NEWSPAPER_VOCABULARY, this.#settings, (code, error) =>
      this.#connection.console.error(`${code}: ${String(error)}`),
    );
  }

  async #watch(): Promise<void> {
    if (this.params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const former = this.#watcher;
    this.#watcher = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: this.#settings.include }],
    });
    await this.#watcher;
    (await former)?.dispose();
  }
}

function folderUri(uri: string): string {
  return normalUri(uri).replace(/\/$/, '');
}

function corpusOf({ include, exclude }: Settings): string {
  return JSON.stringify([include, exclude]);
}
