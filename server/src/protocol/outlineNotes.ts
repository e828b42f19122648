import type { Connection } from 'vscode-languageserver';
import type { CappedOutline } from '../features/cappedOutline.ts';
import { message, type Say } from '../text/messages.ts';
import { plainPath } from './convert.ts';

/** Says once of each open file that is huge what its outline leaves out. */
export class OutlineNotes {
  readonly #connection: Connection;
  readonly #say: Say;
  readonly #said = new Set<string>();

  constructor(connection: Connection, say: Say) {
    this.#connection = connection;
    this.#say = say;
  }

  capped(uri: string, { depth = 0, left }: CappedOutline): void {
    if (this.#said.has(uri)) return;
    this.#said.add(uri);
    const file = plainPath(uri).split('/').at(-1) ?? uri;
    const told =
      left > 0 ? message('outline.cappedRecords', { file, left }) : message('outline.capped', { file, depth });
    this.#connection.window.showInformationMessage(this.#say(told));
  }

  /** The file has been closed. */
  forget(uri: string): void {
    this.#said.delete(uri);
  }
}
