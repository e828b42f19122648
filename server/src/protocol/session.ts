import {
  BulkRegistration,
  type Connection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Disposable,
  type FileEvent,
  FileChangeType,
  type InitializeParams,
  TextDocumentSyncKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import { CONFIGURATION_NAME, type Configuration, DEFAULT_CONFIGURATION } from '../corpus/configuration.ts';
import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import { memoryCorpus } from '../corpus/memoryCorpus.ts';
import { ENCODING_CODE } from '../corpus/ruleCodes.ts';
import type { FeatureContext } from '../features/context.ts';
import { fileCheck, type FileChecks } from '../features/diagnostics.ts';
import { withoutIgnored } from '../features/ignore.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import type { Severities } from '../rules/check.ts';
import { decode } from '../text/decode.ts';
import { type Document, documentText } from '../statement/document.ts';
import { type Locale, localeOf, message, type Say, sayIn } from '../text/messages.ts';
import { canResolveEdits, type CodeActionTools } from './codeActions.ts';
import type { ConfigurationText } from './codeActionEdits.ts';
import { type ComparedProblems, comparing } from './comparedProblems.ts';
import { ConflictIndex } from '../corpus/conflictIndex.ts';
import { Configurations, folderOf, isConfiguration } from './configurations.ts';
import { isInside, normalUri, plainPath } from './convert.ts';
import {
  createCheck,
  type DiagnosticContext,
  DiagnosticsPublisher,
  faultDiagnostic,
  type Findings,
  type RecordCheck,
  SOURCE,
  toDiagnostics,
} from './diagnostics.ts';
import { IndexingProgress } from './indexingProgress.ts';
import type { InitializationOptions } from './protocol.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';
import type { OpenDocument } from './textDocument.ts';
import { breather } from './turns.ts';
import { type FileTrouble, Workspace } from './workspace.ts';
import { clientEdits } from './workspaceEdits.ts';

export interface SessionParts {
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
  readonly files: FileSource;
}

/** The rules as the settings and one configuration have them. */
interface RulesInForce {
  readonly severities: Severities;
  readonly check: RecordCheck;
}

/** All that the server knows between `initialize` and `shutdown`. */
export class Session {
  readonly locale: Locale;
  readonly say: Say;
  readonly corpus: Corpus;
  readonly workspace: Workspace;
  readonly publisher: DiagnosticsPublisher;
  readonly params: InitializeParams;
  readonly #connection: Connection;
  readonly #documents: TextDocuments<OpenDocument>;
  readonly #files: FileSource;
  readonly #configurations: Configurations;
  readonly #compared: ComparedProblems;
  /** What the client calls a file, by the corpus's name for it. */
  readonly #clientUris = new Map<string, string>();
  /** Open files that were edited since they were checked, where checks wait for a file to be saved. */
  readonly #unsaved = new Set<string>();
  #folders: readonly string[];
  #settings: Settings = DEFAULT_SETTINGS;
  #inForce = new WeakMap<Configuration, RulesInForce>();
  #shown: boolean;
  #checksWorkspace = false;
  #started: Promise<void> | undefined;
  /** Whether the settings have come; until then nothing is checked, since it would be shown and taken back. */
  #configured = false;
  #watcher: Promise<Disposable> | undefined;

  constructor(
    connection: Connection,
    documents: TextDocuments<OpenDocument>,
    { params, options, files }: SessionParts,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#files = files;
    this.params = params;
    this.#shown = options.problems !== 'hidden';
    this.locale = localeOf(params.locale);
    this.say = sayIn(this.locale);
    const { workspaceFolders, rootUri } = params;
    this.#folders = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folderUri);
    this.#configurations = new Configurations({
      files,
      folders: () => this.#folders,
      openText: (uri) => this.#openText(uri),
    });
    this.#compared = new ConflictIndex();
    this.corpus = comparing(memoryCorpus(), this.#compared, (uris) => this.#comparedAnew(uris));
    this.publisher = new DiagnosticsPublisher(
      { sendDiagnostics: (found) => connection.sendDiagnostics({ ...found, uri: this.clientUri(found.uri) }) },
      (uri) => this.#findings(uri),
    );
    const progress = new IndexingProgress(connection, this.say);
    this.workspace = new Workspace(
      { files, corpus: this.corpus, vocabulary: NEWSPAPER_VOCABULARY, settings: this.#settings },
      {
        fileChanged: (uri) => this.#checksWorkspace && void this.#publish([uri]),
        loading: (done, total) => progress.report(done, total),
        log: (uri, trouble) => connection.console.warn(`${uri}: ${this.#troubleText(trouble)}`),
      },
    );
  }

  context(): FeatureContext {
    return { corpus: this.corpus, say: this.say, locale: this.locale, indexing: this.workspace.loading };
  }

  clientUri(uri: string): string {
    return this.#clientUris.get(uri) ?? uri;
  }

  /** Reads the settings, then the workspace. */
  start(): void {
    this.#started = this.configure().then(() => void this.workspace.setFolders(this.#folders, []));
  }

  /** Has the client tell what an open configuration holds, which is in no language that the server serves. */
  followConfigurations(): void {
    if (this.params.capabilities.textDocument?.synchronization?.dynamicRegistration !== true) return;
    const documentSelector = [{ pattern: `**/${CONFIGURATION_NAME}` }];
    const registration = BulkRegistration.create();
    registration.add(DidOpenTextDocumentNotification.type, { documentSelector });
    registration.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    registration.add(DidCloseTextDocumentNotification.type, { documentSelector });
    void this.#connection.client.register(registration);
  }

  /** Brings the corpus up to date with the disk, whatever is being read already. */
  async refreshed(): Promise<void> {
    await this.#started;
    await this.workspace.refresh();
    await this.workspace.settled();
  }

  async setFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const [more, gone] = [added.map(folderUri), removed.map(folderUri)];
    this.#folders = [...this.#folders.filter((folder) => !gone.includes(folder)), ...more];
    void this.#reconfigure();
    await this.#started;
    await this.workspace.setFolders(more, gone);
  }

  /** Takes over the settings: those that the client sent along, or those that it answers with. */
  async configure(sent?: unknown): Promise<void> {
    const asks = this.params.capabilities.workspace?.configuration === true;
    const section: unknown = asks ? await this.#connection.workspace.getConfiguration(SOURCE).catch(() => sent) : sent;
    const before = this.#settings;
    this.#configured = true;
    this.#settings = readSettings(section);
    this.#inForce = new WeakMap();
    // Not awaited: whoever reads the files for us may be slow, and the corpus does not wait for it.
    void this.#publishAll();
    if (!this.#watcher || this.#settings.include !== before.include) await this.#watch();
    if (corpusOf(this.#settings) !== corpusOf(before)) await this.workspace.setSettings(this.#settings);
  }

  /** Settles when it is known what holds for a file. */
  prepared(uri: string): Promise<void> {
    return this.#configurations.load(normalUri(uri));
  }

  documentChanged({ uri, content }: OpenDocument): void {
    const normal = normalUri(uri);
    if (isConfiguration(normal)) {
      this.#clientUris.set(normal, uri);
      void this.#reconfigure(normal);
    } else if (this.workspace.isOpen(normal)) {
      if (this.#settings.diagnosticsRun === 'onSave') this.#unsaved.add(normal);
      this.workspace.edited(normal, content);
      this.#schedule(normal, this.#settings.diagnosticsDelay);
    } else {
      this.#clientUris.set(normal, uri);
      this.workspace.opened(normal, content);
      this.#schedule(normal, 0);
    }
  }

  documentSaved({ uri }: OpenDocument): void {
    const normal = normalUri(uri);
    if (this.#unsaved.delete(normal)) this.#schedule(normal, 0);
  }

  documentClosed({ uri }: OpenDocument): void {
    const normal = normalUri(uri);
    this.#unsaved.delete(normal);
    if (isConfiguration(normal)) {
      void this.#reconfigure(normal);
      return;
    }
    this.workspace.closed(normal);
    this.publisher.publish(normal);
  }

  filesChanged(changes: readonly FileEvent[]): void {
    const uris = (deleted: boolean) =>
      changes
        .filter(({ type }) => (type === FileChangeType.Deleted) === deleted)
        .map(({ uri }) => normalUri(uri))
        .filter((uri) => !isConfiguration(uri));
    const ours = this.#configurations.uris();
    const concernsConfiguration = changes.some(({ uri }) => {
      const normal = normalUri(uri);
      return isConfiguration(normal) || [...ours].some((configuration) => isInside(normal, configuration));
    });
    if (concernsConfiguration) void this.#reconfigure();
    this.workspace.filesDeleted(uris(true));
    this.workspace.filesWritten(uris(false));
  }

  /** Shows problems or takes them back, all at once. */
  showProblems(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown) void this.#publishAll();
    else for (const uri of this.publisher.published()) this.publisher.publish(uri);
  }

  /** From now on problems of files that are not open are shown too. */
  watchProblems(): void {
    this.#checksWorkspace = true;
  }

  dispose(): void {
    this.workspace.dispose();
    this.publisher.dispose();
  }

  codeActionTools(): CodeActionTools {
    const { capabilities } = this.params;
    const open = (uri: string) => this.#documents.get(this.clientUri(normalUri(uri)));
    return {
      say: this.say,
      edits: clientEdits(capabilities),
      lazy: canResolveEdits(capabilities),
      shown: this.#shown,
      open,
      checks: (uri) => this.#checks(normalUri(uri)),
      prepared: (uri) => this.prepared(uri),
      configurationFor: (uri) => this.#configurations.homeOf(normalUri(uri)),
      configurationText: (uri) => this.#configurationText(uri),
      corpus: () => this.#editedFiles(),
      hasOthers: (uri) => [...this.corpus.documents()].some((file) => file.uri !== normalUri(uri)),
      diagnosticContext: ({ uri, content }) => this.#diagnosticContext(uri, content),
      tell: (text) => this.#connection.window.showWarningMessage(text),
    };
  }

  /** Nothing is checked before it is known what holds for a file: it would be shown and taken back. */
  #schedule(uri: string, delay: number): void {
    if (!this.#configured || this.#unsaved.has(uri)) return;
    void this.prepared(uri).then(() => this.publisher.schedule(uri, delay));
  }

  async #publish(uris: Iterable<string>): Promise<void> {
    const breathe = breather();
    for (const uri of uris) {
      await this.prepared(uri);
      this.publisher.publish(uri);
      await breathe();
    }
  }

  /** Checks whatever is shown, or would be if it had problems. */
  async #publishAll(): Promise<void> {
    const open = this.#documents.all().map(({ uri }) => normalUri(uri));
    const corpus = this.#checksWorkspace ? [...this.corpus.documents()].map(({ uri }) => uri) : [];
    const troubles = this.#checksWorkspace ? this.workspace.troubles.keys() : [];
    await this.#publish(new Set([...open, ...this.publisher.published(), ...corpus, ...troubles]));
    await this.#publish(this.#configurations.uris());
  }

  /** A configuration has changed, or which one holds for which file. */
  async #reconfigure(changed?: string): Promise<void> {
    if (changed !== undefined) this.publisher.publish(changed);
    await this.#configurations.reload();
    if (this.#configured) await this.#publishAll();
  }

  /** What other files say of these has changed. */
  #comparedAnew(uris: readonly string[]): void {
    for (const uri of uris) {
      if (this.#checksWorkspace || this.workspace.isOpen(uri)) this.#schedule(uri, this.#settings.diagnosticsDelay);
    }
  }

  #findings(uri: string): Findings | undefined {
    if (!this.#shown) return undefined;
    const document = this.#documents.get(this.clientUri(uri));
    if (isConfiguration(uri)) {
      const faults = this.#configurations.faultsOf(uri).map((fault) => faultDiagnostic(fault, this.say));
      return { diagnostics: faults, ...(document && { version: document.version }) };
    }
    const open = this.workspace.isOpen(uri) ? document : undefined;
    if (open) return { ...this.#problems(uri, open.uri, open.content), version: open.version };
    if (!this.#checksWorkspace) return undefined;
    const trouble = this.workspace.troubles.get(uri);
    if (trouble) return { diagnostics: [this.#troubleDiagnostic(trouble)] };
    const content = this.corpus.get(uri)?.document;
    return content && this.#problems(uri, uri, content);
  }

  #problems(uri: string, clientUri: string, content: Document): Findings {
    const problems = this.#checks(uri).check(content);
    const context = this.#diagnosticContext(clientUri, content);
    return { diagnostics: toDiagnostics(problems, this.#settings.maxPerFile, context), total: problems.length };
  }

  #diagnosticContext(uri: string, document: Document): DiagnosticContext {
    return {
      say: this.say,
      uri,
      document,
      other: (name) => {
        const other = this.corpus.get(name)?.document;
        return other && { uri: this.clientUri(name), document: other };
      },
    };
  }

  #checks(uri: string): FileChecks {
    const found = this.#configurations.for(uri);
    const isRead = found.state === 'read' || found.state === 'faulty';
    const configuration = isRead ? found.configuration : DEFAULT_CONFIGURATION;
    const { severities, check } = this.#rulesFor(configuration);
    const path = plainPath(uri);
    const all = fileCheck(
      (record) => check(record, path),
      () => this.#compared.problemsOf(uri, severities),
    );
    const file = isRead ? path.slice(plainPath(folderOf(found.uri)).length + 1) : undefined;
    const ignored = configuration.ignored.filter((place) => place.file === file);
    return withoutIgnored(all, ignored);
  }

  /** What a configuration says of a rule goes before what the settings say. */
  #rulesFor(configuration: Configuration): RulesInForce {
    let rules = this.#inForce.get(configuration);
    if (!rules) {
      const severities = new Map([...Object.entries(this.#settings.rules), ...configuration.rules]);
      const failed = (code: string, error: unknown) => this.#connection.console.error(`${code}: ${String(error)}`);
      rules = { severities, check: createCheck(NEWSPAPER_VOCABULARY, severities, failed) };
      this.#inForce.set(configuration, rules);
    }
    return rules;
  }

  *#editedFiles(): Generator<ReturnType<CodeActionTools['corpus']> extends Iterable<infer File> ? File : never> {
    for (const { uri, document } of this.corpus.documents()) {
      const open = this.workspace.isOpen(uri) ? this.#documents.get(this.clientUri(uri)) : undefined;
      if (open) yield { uri: open.uri, version: open.version, content: open.content, isLegacy: false };
      else yield { uri: this.clientUri(uri), content: document, isLegacy: this.workspace.isLegacy(uri) };
    }
  }

  #openText(uri: string): string | undefined {
    const open = this.#documents.get(this.clientUri(uri));
    return open && documentText(open.content);
  }

  async #configurationText(uri: string): Promise<ConfigurationText | undefined> {
    const open = this.#documents.get(this.clientUri(uri));
    if (open) return { uri: open.uri, version: open.version, text: documentText(open.content) };
    const bytes = await this.#files.read(uri);
    if (isFailure(bytes)) return bytes.failure === 'missing' ? { uri, text: undefined } : undefined;
    const decoded = decode(bytes);
    return decoded.ok ? { uri, text: decoded.text } : undefined;
  }

  #troubleDiagnostic(trouble: FileTrouble): Diagnostic {
    const start = { line: 0, character: 0 };
    const code = trouble.failure === 'undecodable' ? { code: ENCODING_CODE } : {};
    return { range: { start, end: start }, severity: 1, ...code, source: SOURCE, message: this.#troubleText(trouble) };
  }

  #troubleText(trouble: FileTrouble): string {
    if (trouble.failure === 'undecodable') return this.say(message('file.undecodable', { byte: trouble.badByte }));
    return this.say(message('file.unreadable', { reason: trouble.detail }));
  }

  async #watch(): Promise<void> {
    if (this.params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const former = this.#watcher;
    this.#watcher = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: this.#settings.include }, { globPattern: `**/${CONFIGURATION_NAME}` }],
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
