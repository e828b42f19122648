import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { message, type Say } from '../text/messages.ts';

/**
 * Shows how far the reading of the workspace has come, and until the index of what was read is there. Neither ever waits for the client
 * to show it.
 */
export class IndexingProgress {
  readonly #connection: Connection;
  readonly #say: Say;
  readonly #settled: () => Promise<void>;
  #shown: Promise<WorkDoneProgressReporter | undefined> | undefined;
  #percentage = 0;

  /** @param settled settles when the index is there */
  constructor(connection: Connection, say: Say, settled: () => Promise<void>) {
    this.#connection = connection;
    this.#say = say;
    this.#settled = settled;
  }

  report(done: number, total: number): void {
    const text = this.#say(message('progress.files', { done, total }));
    const percentage = Math.floor((100 * done) / Math.max(1, total));
    // One file that changed on disk is nothing to tell of.
    if (done === 0 && total > 1) this.#begin();
    if (percentage > this.#percentage) void this.#shown?.then((reporter) => reporter?.report(percentage, text));
    this.#percentage = percentage;
    if (done === total) this.#end();
  }

  #begin(): void {
    this.#end();
    this.#shown = this.#connection.window
      .createWorkDoneProgress()
      .then((reporter) => {
        reporter.begin(this.#say(message('progress.indexing')), 0);
        return reporter;
      })
      // A client that refuses goes without.
      .catch(() => undefined);
  }

  #end(): void {
    const shown = this.#shown;
    this.#shown = undefined;
    void this.#settled().then(async () => (await shown)?.done());
  }
}
