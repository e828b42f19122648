import {
  BulkRegistration,
  type Connection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Disposable,
  type InitializeParams,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { CONFIGURATION_NAME } from '../corpus/configuration.ts';
import { IGNORE_FILE_NAME } from '../corpus/ignoreFiles.ts';
import { TOPICS_FILE_NAME } from '../corpus/topicsFile.ts';

/** Has the client tell what an open configuration or list of topics holds, which is in no language that the server serves. */
export function followConfigurations(connection: Connection, { capabilities }: InitializeParams): void {
  if (capabilities.textDocument?.synchronization?.dynamicRegistration !== true) return;
  const documentSelector = [{ pattern: `**/${CONFIGURATION_NAME}` }, { pattern: `**/${TOPICS_FILE_NAME}` }];
  const registration = BulkRegistration.create();
  registration.add(DidOpenTextDocumentNotification.type, { documentSelector });
  registration.add(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  registration.add(DidCloseTextDocumentNotification.type, { documentSelector });
  void connection.client.register(registration);
}

/** Has the client watch the files of the corpus and what says which they are and what holds for them. */
export class FileWatcher {
  readonly #connection: Connection;
  readonly #can: boolean;
  #include: string | undefined;
  #registered: Promise<Disposable> | undefined;

  constructor(connection: Connection, { capabilities }: InitializeParams) {
    this.#connection = connection;
    this.#can = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Settles when the client watches what `include` names, and nothing else any more. */
  async watch(include: string): Promise<void> {
    if (!this.#can || include === this.#include) return;
    this.#include = include;
    const former = this.#registered;
    this.#registered = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: include },
        { globPattern: `**/${CONFIGURATION_NAME}` },
        { globPattern: `**/${TOPICS_FILE_NAME}` },
        { globPattern: `**/${IGNORE_FILE_NAME}` },
        // Of a folder that is deleted VS Code names nothing but the folder, which may be called anything.
        { globPattern: '**', kind: WatchKind.Delete },
      ],
    });
    await this.#registered;
    (await former)?.dispose();
  }
}
