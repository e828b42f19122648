import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';

export const CAPABILITIES: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, didSave: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
};

/** Something that the server sent, in the order in which it came. */
export interface Sent {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  /** Program and arguments; without them, our server from its sources. */
  readonly server?: readonly [program: string, ...args: string[]];
  /** Milliseconds that {@link Client.until} waits. */
  readonly patience?: number;
  readonly folders?: readonly string[];
  readonly locale?: string;
  readonly settings?: unknown;
  readonly capabilities?: ClientCapabilities;
  readonly files?: 'server' | 'client';
  readonly problems?: 'shown' | 'hidden';
  readonly rulePage?: string;
  readonly storage?: string;
  /** Answers requests that the server makes of the client. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

const FROM_SOURCES = [process.execPath, '--import', 'tsx', 'server/src/main.node.ts', '--stdio'] as const;

/** An editor, as the server sees one: a process at the other end of a pipe. */
export class Client {
  readonly connection: MessageConnection;
  readonly sent: Sent[] = [];
  readonly #process: ChildProcess;
  readonly #waiting = new Set<() => void>();
  readonly #patience: number;
  settings: unknown;
  #stderr = '';

  constructor({ settings, answers, server = FROM_SOURCES, patience = 20_000 }: ClientOptions) {
    this.settings = settings ?? {};
    this.#patience = patience;
    const [program, ...args] = server;
    this.#process = spawn(program, args, { stdio: 'pipe' });
    const { stdin, stdout, stderr } = this.#process;
    assert.ok(stdin && stdout && stderr);
    stderr.on('data', (data) => (this.#stderr += String(data)));
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification((method, params) => this.#note(method, params));
    this.connection.onUnhandledProgress(({ token, value }) => this.#note('$/progress', { token, value }));
    this.connection.onRequest((method, params) => {
      const answer = answers?.[method];
      const result = answer ? answer(params as never) : method === 'workspace/configuration' ? [this.settings] : null;
      this.#note(method, params);
      return result;
    });
    this.connection.listen();
  }

  get processId(): number | undefined {
    return this.#process.pid;
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    await client.initialize(options);
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  initialize({
    folders = [],
    locale,
    capabilities,
    files,
    problems,
    rulePage,
    storage,
  }: ClientOptions): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: null,
      capabilities: capabilities ?? CAPABILITIES,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(locale !== undefined && { locale }),
      initializationOptions: {
        ...(files && { files }),
        ...(problems && { problems }),
        ...(rulePage && { rulePage }),
        ...(storage && { storage }),
      },
    };
    return this.connection.sendRequest('initialize', params);
  }

  /** Settles as soon as `find` answers something, now or when the server has sent more. */
  async until<Found>(what: string, find: () => Found | undefined | false): Promise<Found> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(deadline);
        this.#waiting.delete(look);
        resolve(found);
      };
      const deadline = setTimeout(() => {
        this.#waiting.delete(look);
        reject(
          new Error(`waited in vain for ${what}\n${this.#stderr}\n${JSON.stringify(this.sent.slice(-20), null, 1)}`),
        );
      }, this.#patience);
      this.#waiting.add(look);
      look();
    });
  }

  /** All that was published for a file, in order. */
  published(uri: string): PublishDiagnosticsParams[] {
    return this.all<PublishDiagnosticsParams>('textDocument/publishDiagnostics').filter((one) => one.uri === uri);
  }

  all<Params>(method: string): Params[] {
    return this.sent.filter((one) => one.method === method).map(({ params }) => params as Params);
  }

  /** The reading of the workspace that comes next, or the last one that came, has ended. */
  async indexed(times = 1): Promise<void> {
    await this.until('the end of indexing', () => this.#progressEnds() >= times);
  }

  async open(uri: string, text: string, version = 1, languageId = 'rmrb'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** Opens a file and waits until it has been checked. */
  async openChecked(uri: string, text: string): Promise<PublishDiagnosticsParams> {
    await this.open(uri, text);
    return this.until(`diagnostics of ${uri}`, () => this.published(uri)[0]);
  }

  async insert(uri: string, version: number, line: number, character: number, text: string): Promise<void> {
    const at = { line, character };
    await this.replace(uri, version, { start: at, end: at }, text);
  }

  async replace(uri: string, version: number, range: Range, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async watched(...changes: [uri: string, type: 1 | 2 | 3][]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([uri, type]) => ({ uri, type })),
    });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest(method, params);
  }

  /** A request that is cancelled before the server can have answered it. */
  cancelled(method: string, params: unknown): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(method, params, source.token);
    source.cancel();
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  #progressEnds(): number {
    const values = this.all<{ value: { kind: string } }>('$/progress');
    return values.filter(({ value }) => value.kind === 'end').length;
  }

  #note(method: string, params: unknown): void {
    this.sent.push({ method, params });
    for (const look of this.#waiting) look();
  }
}

/** Runs `work` with a client that is stopped in any case. */
export async function withClient(options: ClientOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await work(client);
  } finally {
    await client.stop();
  }
}

/** Runs `work` with a folder of its own. */
export async function withFolder(
  work: (folder: string, uriOf: (name: string) => string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rmrb-'));
  try {
    await work(folder, (name) => URI.file(join(folder, name)).toString());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function fileUri(path: string): string {
  return URI.file(path).toString();
}
