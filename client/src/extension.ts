import {
  type ExtensionContext,
  type LogOutputChannel,
  commands,
  l10n,
  type Uri,
  version,
  window,
  workspace,
} from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/protocol.ts';
import { addToTopic } from './addToTopic.ts';
import { insertClosingTags } from './autoInsert.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { offerEncoding } from './encoding.ts';
import { registerMovingAround } from './movingAround.ts';
import { createProblemsToggle } from './problems.ts';
import { answerFileRequests } from './files.ts';
import { serveReadingView } from './readingView.ts';
import { recogniseTexts } from './recognition.ts';
import { RULE_PAGE, serveRulePages } from './rulePages.ts';
import { servedSchemes } from './schemes.ts';
import { registerSamples } from './samples.ts';
import { registerScripts } from './scripts.ts';
import { type Connection, createServer, type Fate, type Server } from './server.ts';
import { TO_RECORD, toRecord } from './toRecord.ts';
import { registerTopicViews } from './topicViews.ts';
import { offerActions, registerTopicActions } from './topicActions.ts';
import { createTraceChannel } from './trace.ts';

/** Makes a client for the server that this host can run. */
export type Connect = (options: LanguageClientOptions, broke: Fate['broke']) => Promise<Connection>;

export interface Host {
  readonly connect: Connect;
  /** Whether the server sees the same disk as VS Code; in a browser it sees none. */
  readonly serverReadsDisk: boolean;
}

/** Everything that the desktop and the web have in common. Answers how to stop it. */
export async function startExtension(context: ExtensionContext, host: Host): Promise<() => Promise<void>> {
  const output = window.createOutputChannel('人民日报语料', { log: true });
  output.info(l10n.t('People’s Daily corpus {0} in VS Code {1}', ownVersion(context), version));
  const trace = createTraceChannel(output);
  const problems = createProblemsToggle(() => server, context.workspaceState);
  const server: Server = createServer(output, async ({ errorHandler, broke }) => {
    const initialization = { ...initializationOptions(host, problems.shown), ...storage(host, context) };
    const options = {
      ...clientOptions(initialization, output, trace.channel),
      errorHandler,
      middleware: { provideHover: offerActions(() => server) },
    };
    const connection = await host.connect(options, broke);
    answerFileRequests(connection.client);
    topics.follow(connection.client);
    return connection;
  });
  const topics = registerTopicViews(context, server);
  // Before the texts that are open already: what they ask waits for a server that is starting, not for one that is not.
  const started = server.start();

  context.subscriptions.push(
    output,
    trace,
    server,
    problems,
    topics,
    recogniseTexts(server),
    serveRulePages(context.extensionUri),
    offerEncoding(),
    insertClosingTags(server),
    registerMovingAround(server),
    registerScripts(server),
    serveReadingView(server),
    registerSamples(context, server),
    // Who asks for problems wants to see them.
    commands.registerCommand('rmrb.checkWorkspace', async () => {
      await problems.show();
      return checkWorkspace(server);
    }),
    commands.registerCommand(TO_RECORD, (given?: unknown) => toRecord(server, context.extensionUri, given)),
    commands.registerCommand('rmrb.checkHere', async (clicked: Uri, selected: readonly Uri[] = [clicked]) => {
      await problems.show();
      return checkWorkspace(server, selected);
    }),
    commands.registerCommand('rmrb.toggleDiagnostics', () => problems.toggle()),
    commands.registerCommand('rmrb.restartServer', () => server.restart()),
    commands.registerCommand('rmrb.showOutput', () => output.show()),
    commands.registerCommand('rmrb.addToTopic', () => addToTopic(server)),
    ...registerTopicActions(),
    workspace.onDidChangeWorkspaceFolders(restartIfOptionsChange(host, () => server.restart())),
  );
  await started;
  return () => server.stop();
}

/** The manifest is whatever JSON was installed. */
function ownVersion({ extension }: ExtensionContext): string {
  const manifest: unknown = extension.packageJSON;
  const isObject = typeof manifest === 'object' && manifest !== null;
  return isObject && 'version' in manifest ? String(manifest.version) : '?';
}

function clientOptions(
  initialization: InitializationOptions,
  output: LogOutputChannel,
  trace: LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: servedSchemes().map((scheme) => ({ scheme, language: 'rmrb' })),
    initializationOptions: initialization,
    outputChannel: output,
    traceOutputChannel: trace,
    diagnosticCollectionName: 'rmrb',
    // The failure reaches whoever started the client; the library would show it a second time.
    initializationFailedHandler: () => false,
    // What stands in a hover comes from the texts: nothing in it may run a command or be taken for HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
}

function initializationOptions(host: Host, problemsShown: boolean): InitializationOptions {
  const onDisk = (workspace.workspaceFolders ?? []).every((folder) => folder.uri.scheme === 'file');
  return {
    files: host.serverReadsDisk && onDisk ? 'server' : 'client',
    problems: problemsShown ? 'shown' : 'hidden',
    rulePage: RULE_PAGE,
    toRecordCommand: TO_RECORD,
  };
}

/** Where the server keeps what it would otherwise work out anew for this workspace; a server in a browser keeps nothing. */
function storage({ serverReadsDisk }: Host, { storageUri }: ExtensionContext): Pick<InitializationOptions, 'storage'> {
  return serverReadsDisk && storageUri?.scheme === 'file' ? { storage: storageUri.toString() } : {};
}

/** A folder of a new kind joined the workspace: who reads files, and which documents are served, is settled at the start of a server. */
function restartIfOptionsChange(host: Host, restart: () => Promise<void>): () => Promise<void> {
  const summary = (): string => JSON.stringify([servedSchemes(), initializationOptions(host, true)]);
  let before = summary();
  return async () => {
    const now = summary();
    if (now === before) return;
    before = now;
    await restart();
  };
}
