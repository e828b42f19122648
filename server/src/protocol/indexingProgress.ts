import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { message, type Say } from '../text/messages.ts';

/** Shows how far the reading of the workspace has come. The reading never waits for the client to show it. */
export class IndexingProgress {
  readonly #connection: Connection;
  readonly #say: Say;
  #shown: Promise<WorkDoneProgressReporter | undefined> | undefined;
  #percentage = 0;

  constructor(connection: Connection, say: Say) {
    this.#connection = connection;
    this.#say = say;
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
    void this.#shown?.then((reporter) => reporter?.done());
    this.#shown = undefined;
  }
}
