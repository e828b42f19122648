import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import type { FileSource } from '../corpus/fileSource.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { type Say, sayIn } from '../text/messages.ts';
import { createAnswering } from './answering.ts';
import { CAPABILITIES } from './capabilities.ts';
import { normalUri } from './convert.ts';
import { registerLanguageFeatures } from './languageFeatures.ts';
import {
  CheckWorkspace,
  type CheckWorkspaceParams,
  Detect,
  type DetectParams,
  type DetectResult,
  type InitializationOptions,
  ShowProblems,
  type ShowProblemsParams,
  ToRecord,
  type ToRecordParams,
} from './protocol.ts';
import { SemanticTokensEncoder } from './semanticTokens.ts';
import { isOurs, Session } from './session.ts';
import { openDocuments } from './textDocument.ts';
import type { IndexHost } from './topicKnowledge.ts';
import { registerTopicRequests } from './topicRequests.ts';

/** Where files come from, once the client has said who reads them. */
export type ChooseFiles = (connection: Connection, options: InitializationOptions) => FileSource;

/** Serves a client until it says goodbye. Nothing is read before `initialize` has been answered. */
export function startServer(connection: Connection, chooseFiles: ChooseFiles, host?: IndexHost): void {
  const documents = new TextDocuments(openDocuments(NEWSPAPER_VOCABULARY));
  const tokens = new SemanticTokensEncoder();
  let session: Session | undefined;
  const current = (): Session => {
    if (!session) throw new ResponseError(LSPErrorCodes.RequestFailed, 'not initialized');
    return session;
  };
  const say: Say = (text) => (session?.say ?? sayIn('en'))(text);
  const answering = createAnswering(connection, say);

  connection.onInitialize((params) => {
    const options = optionsOf(params);
    session = new Session(connection, documents, { params, options, files: chooseFiles(connection, options), host });
    return { capabilities: CAPABILITIES, serverInfo: { name: 'rmrb' } };
  });
  connection.onInitialized(() => {
    const { workspace } = current().params.capabilities;
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void current().setFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'rmrb' });
    }
    current().start();
  });
  connection.onShutdown(() => session?.dispose());

  connection.onDidChangeConfiguration(({ settings }: { readonly settings?: { readonly rmrb?: unknown } | null }) => {
    current().configure(settings?.rmrb);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => current().filesChanged(changes));
  documents.onDidChangeContent(({ document }) => current().documentChanged(document));
  documents.onDidSave(({ document }) => current().documentSaved(document));
  documents.onDidClose(({ document }) => {
    tokens.forget(document.uri);
    current().documentClosed(document);
  });
  documents.listen(connection);

  registerLanguageFeatures(connection, {
    answering,
    tokens,
    open: (uri) => (isOurs(uri) ? undefined : documents.get(uri)),
    content: (uri) => current().corpus.get(uri)?.document,
    clientUri: (uri) => current().clientUri(uri),
    context: () => current().context(),
    topicContext: () => current().topicContext(),
    codeActionTools: () => current().tools.forCodeActions(),
    outlineCapped: (uri, capped) => current().outlineNotes.capped(uri, capped),
    codeLens: () => current().codeLens,
    linkSupport: () => current().params.capabilities.textDocument?.definition?.linkSupport === true,
    snippetSupport: () =>
      current().params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
  });

  connection.onRequest(
    Detect,
    answering(
      Detect,
      ({ text, fileName }: DetectParams): DetectResult => ({ recognised: looksLikeCorpus(text, fileName) }),
    ),
  );
  registerTopicRequests(connection, answering, current);
  connection.onRequest(
    ToRecord,
    answering(ToRecord, async (params: ToRecordParams) => {
      const { uri } = params.textDocument;
      const session = current();
      await session.problems.prepared(normalUri(uri));
      const open = documents.get(uri);
      if (!open) throw new ResponseError(LSPErrorCodes.RequestFailed, `not open: ${uri}`);
      const { convertToRecord } = await import('./toRecord.ts');
      return convertToRecord(session.tools.forConversion(), open, params);
    }),
  );
  connection.onNotification(ShowProblems, ({ shown }: ShowProblemsParams) => current().problems.show(shown));
  connection.onRequest(
    CheckWorkspace,
    answering(CheckWorkspace, async (params: CheckWorkspaceParams | null, token) => {
      const { checkWorkspace } = await import('./checkWorkspace.ts');
      const progress = connection.window.attachWorkDoneProgress(params?.workDoneToken);
      return checkWorkspace(current(), progress, token, params?.within?.map(normalUri));
    }),
  );

  connection.listen();
}

function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  return typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
}
