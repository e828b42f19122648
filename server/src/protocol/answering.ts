import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { message, type Say } from '../text/messages.ts';
import { nextTurn } from './turns.ts';

/** Turns the work for a request into a handler for it. */
export type Answering = <Params, Result>(
  method: string,
  work: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) => (params: Params, token: CancellationToken) => Promise<Result>;

/**
 * The one place where failures become messages: with the request's name and the file's URI, in the log and as the
 * request's error. A request that is cancelled is answered with that error, never with an empty result, which a client
 * would take for the truth.
 */
export function createAnswering(connection: Pick<Connection, 'console'>, say: Say): Answering {
  return (method, work) => async (params, token) => {
    try {
      // What has come in meanwhile may be the cancellation.
      await nextTurn();
      throwIfCancelled(token);
      const result = await work(params, token);
      throwIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const text = say(message('log.failed', { method, uri: uriOf(params), reason }));
      connection.console.error(text);
      throw new ResponseError(LSPErrorCodes.RequestFailed, text);
    }
  };
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function uriOf(params: unknown): string {
  const { textDocument } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown } };
  return typeof textDocument?.uri === 'string' ? textDocument.uri : '';
}
