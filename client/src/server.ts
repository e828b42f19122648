import { type Disposable, l10n, languages, LanguageStatusSeverity, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  State,
} from 'vscode-languageclient';

/** A client that is not started yet, and what to undo once it has stopped. */
export interface Connection {
  readonly client: BaseLanguageClient;
  release(): void;
}

/** The language server, whichever process or worker it is at the moment. */
export interface Server extends Disposable {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** The running client; `undefined` where the server could not be started (the user has been told). */
  client(): Promise<BaseLanguageClient | undefined>;
}

export function createServer(
  output: LogOutputChannel,
  connect: (errorHandler: ErrorHandler) => Promise<Connection>,
): Server {
  const status = languages.createLanguageStatusItem('rmrb.server', { language: 'rmrb' });
  status.name = l10n.t('Language server');
  status.command = { command: 'rmrb.showOutput', title: l10n.t('Show Output') };

  let connection: Connection | undefined;
  let running: Promise<BaseLanguageClient | undefined> = Promise.resolve(undefined);

  const showState = (state: State): void => {
    status.busy = state === State.Starting;
    status.severity = isDown(state) ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    status.text = isDown(state)
      ? l10n.t('Language server not running')
      : state === State.Starting
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

  const launch = async (): Promise<BaseLanguageClient | undefined> => {
    try {
      connection = await connect(errorHandler((message) => void tell(message)));
      connection.client.onDidChangeState((change) => showState(change.newState));
      await connection.client.start();
      return connection.client;
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      showState(State.StartFailed);
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

function isDown(state: State): boolean {
  return state === State.StartFailed || state === State.Stopped;
}

const CRASHES_ALLOWED = 4;
const CRASH_PERIOD = 3 * 60 * 1000;

/** A crashed server is started again, until it has crashed too often in too short a time. */
function errorHandler(giveUp: (message: string) => void): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= CRASHES_ALLOWED ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      crashes.push(now);
      if (crashes.filter((time) => now - time <= CRASH_PERIOD).length < CRASHES_ALLOWED) {
        return { action: CloseAction.Restart, handled: true };
      }
      giveUp(l10n.t('The language server for the People’s Daily corpus keeps crashing and was not started again.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
