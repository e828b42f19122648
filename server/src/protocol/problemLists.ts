import type { Diagnostic } from 'vscode-languageserver';
import { type Configuration, DEFAULT_CONFIGURATION } from '../corpus/configuration.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { ENCODING_CODE } from '../corpus/ruleCodes.ts';
import { fileCheck, type FileChecks } from '../features/diagnostics.ts';
import { withoutIgnored } from '../features/ignore.ts';
import { extendedVocabulary, NEWSPAPER_VOCABULARY, type Vocabulary } from '../markup/vocabulary.ts';
import type { Severities } from '../rules/check.ts';
import type { Document } from '../statement/document.ts';
import type { Say } from '../text/messages.ts';
import type { ComparedProblems } from './comparedProblems.ts';
import { type Configurations, isConfiguration } from './configurations.ts';
import { folderOf, isWithin, plainPath } from './convert.ts';
import {
  type CheckAt,
  createCheck,
  type DiagnosticContext,
  DiagnosticsPublisher,
  faultDiagnostic,
  type Findings,
  SOURCE,
  toDiagnostics,
} from './diagnostics.ts';
import type { OpenFiles } from './openFiles.ts';
import type { LinkRule } from './ruleLinks.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { breather } from './turns.ts';
import { isTopicsFile, type WorkspaceTopics } from './workspaceTopics.ts';
import { type FileTrouble, troubleMessage, type Workspace } from './workspace.ts';

export interface ProblemListsParts {
  readonly open: OpenFiles;
  readonly corpus: Corpus;
  readonly compared: ComparedProblems;
  readonly configurations: Configurations;
  readonly topics: Pick<WorkspaceTopics, 'faultsOf' | 'uris'>;
  readonly workspace: Pick<Workspace, 'troubles' | 'isOpen'>;
  readonly say: Say;
  readonly linkRule: LinkRule;
  /** Whether problems are shown at all. */
  readonly shown: boolean;
  send(list: { uri: string; diagnostics: Diagnostic[]; version?: number }): Promise<void>;
  /** A rule has failed, which is a fault of ours. */
  failed(code: string, error: unknown): void;
}

/** The rules as the settings and one configuration have them. */
interface RulesInForce {
  readonly vocabulary: Vocabulary;
  readonly severities: Severities;
  readonly checkAt: CheckAt;
}

/** What is wrong with which file, as far as the user wants to hear of it; tells the client whenever that changes. */
export class ProblemLists {
  readonly #parts: ProblemListsParts;
  readonly #publisher: DiagnosticsPublisher;
  /** Open files that were edited since they were checked, where checks wait for a file to be saved. */
  readonly #unsaved = new Set<string>();
  #inForce = new WeakMap<Configuration, RulesInForce>();
  /** Until the settings have come nothing is checked: it would be shown and taken back. */
  #settings: Settings | undefined;
  #shown: boolean;
  /** Folders and files of which problems are shown though they are not open. */
  #watched: readonly string[] | 'all' = [];

  constructor(parts: ProblemListsParts) {
    this.#parts = parts;
    this.#shown = parts.shown;
    this.#publisher = new DiagnosticsPublisher({ sendDiagnostics: (list) => parts.send(list) }, (uri) =>
      this.#findings(uri),
    );
  }

  get shown(): boolean {
    return this.#shown;
  }

  /** Settles when it is known what holds for a file. */
  prepared(uri: string): Promise<void> {
    return this.#parts.configurations.load(uri);
  }

  /** Checks the file now; answers how many problems it has. */
  publish(uri: string): number {
    return this.#publisher.publish(uri);
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#inForce = new WeakMap();
    void this.#publishAll();
  }

  /** A configuration has changed, or which one holds for which file. */
  async reconfigure(): Promise<void> {
    await this.#parts.configurations.reload();
    if (this.#settings) await this.#publishAll();
  }

  opened(uri: string): void {
    this.#schedule(uri, 0);
  }

  edited(uri: string): void {
    if (this.#settings?.diagnosticsRun === 'onSave') this.#unsaved.add(uri);
    this.#schedule(uri, this.#delay());
  }

  saved(uri: string): void {
    if (this.#unsaved.delete(uri)) this.#schedule(uri, 0);
  }

  closed(uri: string): void {
    this.#unsaved.delete(uri);
    this.publish(uri);
  }

  /** A file that is not open has another state on disk. */
  changedOnDisk(uri: string): void {
    if (this.#watches(uri)) void this.#publish([uri]);
  }

  /** What other files say of these has changed. */
  comparedAnew(uris: readonly string[]): void {
    for (const uri of uris) {
      if (this.#watches(uri) || this.#parts.workspace.isOpen(uri)) this.#schedule(uri, this.#delay());
    }
  }

  /** Shows problems or takes them back, all at once. */
  show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown) void this.#publishAll();
    else for (const uri of this.#publisher.published()) this.publish(uri);
  }

  /**
   * From now on problems of files that are not open are shown too.
   * @param within folders and files; without them, the whole workspace is meant
   */
  watch(within?: readonly string[]): void {
    if (this.#watched !== 'all')
      this.#watched = within === undefined ? 'all' : [...new Set([...this.#watched, ...within])];
  }

  #watches(uri: string): boolean {
    return this.#watched === 'all' || isWithin(this.#watched, uri);
  }

  /** How a file is checked, by the rules and the configuration that hold for it. */
  checks(uri: string): FileChecks {
    const { configuration, home } = this.#configurationOf(uri);
    const { severities, checkAt } = this.#rulesFor(configuration);
    const path = plainPath(uri);
    const all = fileCheck(checkAt(path), () => this.#parts.compared.problemsOf(uri, severities));
    const file = home === undefined ? undefined : path.slice(plainPath(folderOf(home)).length + 1);
    const ignored = configuration.ignored.filter((place) => place.file === file);
    return withoutIgnored(all, ignored);
  }

  /** The tags that are known in a file, by the configuration that holds for it. */
  vocabularyOf(uri: string): Vocabulary {
    return this.#rulesFor(this.#configurationOf(uri).configuration).vocabulary;
  }

  diagnosticContext(uri: string, document: Document): DiagnosticContext {
    const { say, linkRule, corpus, open } = this.#parts;
    return {
      say,
      linkRule,
      uri,
      document,
      other: (name) => {
        const other = corpus.get(name)?.document;
        return other && { uri: open.clientUri(name), document: other };
      },
    };
  }

  dispose(): void {
    this.#publisher.dispose();
  }

  #delay(): number {
    return (this.#settings ?? DEFAULT_SETTINGS).diagnosticsDelay;
  }

  /** Nothing is checked before it is known what holds for a file: it would be shown and taken back. */
  #schedule(uri: string, delay: number): void {
    if (!this.#settings || this.#unsaved.has(uri)) return;
    void this.prepared(uri).then(() => this.#publisher.schedule(uri, delay));
  }

  async #publish(uris: Iterable<string>): Promise<void> {
    const breathe = breather();
    for (const uri of uris) {
      await this.prepared(uri);
      this.publish(uri);
      await breathe();
    }
  }

  /** Checks whatever is shown, or would be if it had problems. */
  async #publishAll(): Promise<void> {
    const { open, corpus, workspace, configurations, topics } = this.#parts;
    const closed = [...[...corpus.documents()].map(({ uri }) => uri), ...workspace.troubles.keys()];
    const watched = closed.filter((uri) => this.#watches(uri));
    await this.#publish(new Set([...open.uris(), ...this.#publisher.published(), ...watched]));
    await this.#publish(configurations.uris());
    await this.#publish(topics.uris());
  }

  #findings(uri: string): Findings | undefined {
    if (!this.#shown) return undefined;
    const { open, corpus, workspace, configurations, topics, say } = this.#parts;
    const document = open.get(uri);
    if (isConfiguration(uri) || isTopicsFile(uri)) {
      const faults = isTopicsFile(uri) ? topics.faultsOf(uri) : configurations.faultsOf(uri);
      const diagnostics = faults.map((fault) => faultDiagnostic(fault, say));
      return { diagnostics, ...(document && { version: document.version }) };
    }
    if (document && workspace.isOpen(uri)) {
      return { ...this.#problems(uri, document.uri, document.content), version: document.version };
    }
    if (!this.#watches(uri)) return undefined;
    const trouble = workspace.troubles.get(uri);
    if (trouble) return { diagnostics: [this.#troubleDiagnostic(trouble)] };
    const content = corpus.get(uri)?.document;
    return content && this.#problems(uri, uri, content);
  }

  #problems(uri: string, clientUri: string, content: Document): Findings {
    const problems = this.checks(uri).check(content);
    const { maxPerFile } = this.#settings ?? DEFAULT_SETTINGS;
    const diagnostics = toDiagnostics(problems, maxPerFile, this.diagnosticContext(clientUri, content));
    return { diagnostics, total: problems.length };
  }

  #configurationOf(uri: string): { configuration: Configuration; home: string | undefined } {
    const found = this.#parts.configurations.for(uri);
    const isRead = found.state === 'read' || found.state === 'faulty';
    return isRead
      ? { configuration: found.configuration, home: found.uri }
      : { configuration: DEFAULT_CONFIGURATION, home: undefined };
  }

  /** What a configuration says of a rule goes before what the settings say. */
  #rulesFor(configuration: Configuration): RulesInForce {
    let rules = this.#inForce.get(configuration);
    if (!rules) {
      const ofSettings = Object.entries((this.#settings ?? DEFAULT_SETTINGS).rules);
      const severities = new Map([...ofSettings, ...configuration.rules]);
      const vocabulary = extendedVocabulary(NEWSPAPER_VOCABULARY, configuration.vocabulary);
      rules = { vocabulary, severities, checkAt: createCheck(vocabulary, severities, this.#parts.failed) };
      this.#inForce.set(configuration, rules);
    }
    return rules;
  }

  #troubleDiagnostic(trouble: FileTrouble): Diagnostic {
    const start = { line: 0, character: 0 };
    return {
      range: { start, end: start },
      severity: 1,
      ...(trouble.failure === 'undecodable' && { code: ENCODING_CODE, ...this.#parts.linkRule(ENCODING_CODE) }),
      source: SOURCE,
      message: this.#parts.say(troubleMessage(trouble)),
    };
  }
}
