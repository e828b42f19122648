import { type Disposable, l10n, languages, LanguageStatusSeverity, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, ErrorHandler, State } from 'vscode-languageclient';

/** A client that is not started yet, and what to undo once it has stopped. */
export interface Connection {
  readonly client: BaseLanguageClient;
  release(): void;
}

/** What the maker of a connection passes on of what befalls it. */
export interface Fate {
  readonly errorHandler: ErrorHandler;
  /** The server broke before it could answer, in a way that its connection does not notice. */
  readonly broke: (reason: string) => void;
}

export type Connect = (fate: Fate) => Promise<Connection>;

/** The language server, whichever process or worker it is at the moment. */
export interface Server extends Disposable {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** The running client; `undefined` where the server could not be started (the user has been told). */
  client(): Promise<BaseLanguageClient | undefined>;
}

/** A server reads nothing before it answers the first request: who is silent for so long will not answer at all. */
const START_TIME = 30_000;

type ServerState = 'starting' | 'running' | 'down';

/** Is loaded once a server is to be started. */
type Library = typeof import('vscode-languageclient');

export function createServer(output: LogOutputChannel, connect: Connect): Server {
  const status = languages.createLanguageStatusItem('rmrb.server', { language: 'rmrb' });
  status.name = l10n.t('Language server');
  status.command = { command: 'rmrb.showOutput', title: l10n.t('Show Output') };

  let connection: Connection | undefined;
  let running: Promise<BaseLanguageClient | undefined> = Promise.resolve(undefined);

  const showState = (state: ServerState): void => {
    status.busy = state === 'starting';
    status.severity = state === 'down' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    status.text =
      state === 'down'
        ? l10n.t('Language server not running')
        : state === 'starting'
          ? l10n.t('Language server starting')
          : l10n.t('Language server running');
  };

  // Nobody awaits the answer: the message stays until the user has one, and what waits for the server must go on.
  const tell = async (message: string): Promise<void> => {
    const again = l10n.t('Restart Server');
    const choice = await window.showErrorMessage(message, again, l10n.t('Show Output'));
    if (choice === again) await restart();
    else if (choice !== undefined) output.show();
  };

  const crashIsBearable = crashCounter();
  const crashed = (): void => {
    if (crashIsBearable()) {
      void restart();
      return;
    }
    void stop();
    void tell(l10n.t('The language server for the People’s Daily corpus keeps crashing and was not started again.'));
  };

  const attempt = (): Promise<BaseLanguageClient> =>
    new Promise((resolve, reject) => {
      let started = false;
      const broke = (reason: string): void => reject(new Error(reason));
      const closed = (): void => (started ? crashed() : broke(l10n.t('it ended at once')));
      const timer = setTimeout(() => broke(l10n.t('it does not answer')), START_TIME);
      const begin = async (): Promise<BaseLanguageClient> => {
        // As large as all the rest: who is activated does not wait for it, nor does the extension that comes next.
        await new Promise((resume) => setTimeout(resume));
        const library = await import('vscode-languageclient');
        connection = await connect({ errorHandler: createErrorHandler(library, closed), broke });
        connection.client.onDidChangeState(({ newState }) => showState(stateIn(library, newState)));
        await connection.client.start();
        started = true;
        return connection.client;
      };
      begin()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });

  const launch = async (): Promise<BaseLanguageClient | undefined> => {
    try {
      return await attempt();
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      showState('down');
      const reason = error instanceof Error ? error.message : String(error);
      void tell(l10n.t('The language server for the People’s Daily corpus could not be started: {0}', reason));
      return undefined;
    }
  };

  const close = async (): Promise<void> => {
    const last = connection;
    connection = undefined;
    if (last === undefined) return;
    try {
      await last.client.dispose();
    } catch (error) {
      // A server that crashed cannot say goodbye; what it held is released all the same.
      output.warn(error instanceof Error ? error.message : String(error));
    }
    last.release();
  };

  // Each step waits for the one before: a second restart during a restart must not leave two servers behind.
  const next = (step: () => Promise<BaseLanguageClient | undefined>): Promise<void> => {
    running = running.then(step);
    return running.then(() => {});
  };
  const start = (): Promise<void> => next(launch);
  const stop = (): Promise<void> => next(() => close().then(() => undefined));
  const restart = (): Promise<void> => next(() => close().then(launch));

  return { start, stop, restart, client: () => running, dispose: () => status.dispose() };
}

function stateIn({ State }: Library, state: State): ServerState {
  if (state === State.Starting) return 'starting';
  return state === State.Running ? 'running' : 'down';
}

/**
 * Starting anew is our own affair: the library would connect again to the same worker, and start again what has never run. It is
 * told that everything is handled, so that it shows no message of its own.
 */
function createErrorHandler({ CloseAction, ErrorAction }: Library, closed: () => void): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      closed();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

const CRASHES = 4;
const CRASH_PERIOD = 3 * 60 * 1000;

/** Counts a crash at each call, and answers whether there were not too many in too short a time. */
function crashCounter(): () => boolean {
  const crashes: number[] = [];
  return () => {
    const now = Date.now();
    crashes.push(now);
    return crashes.filter((time) => now - time <= CRASH_PERIOD).length < CRASHES;
  };
}
