import { CancellationTokenSource, type Disposable, window, workspace } from 'vscode';
import type { Place } from '../../../server/src/protocol/protocol.ts';
import { rangeOf } from './places.ts';
import type { TopicRequests } from './requests.ts';
import type { CaretNode } from './treeModel.ts';

/** Milliseconds for which the caret rests before what stands there is looked up. */
const REST = 250;

export interface CaretFollower extends Disposable {
  /** Follows the caret, or no longer. */
  follow(on: boolean): void;
  /** Does not look up what stands at this place as long as it is selected there. */
  passOver(place: Pick<Place, 'uri' | 'range'>): void;
  /** Looks it up anew, for the texts have changed. */
  again(): void;
  /** Looks up what stands at the caret now; `undefined` where that is none of our texts, or another look-up has begun since. */
  lookUp(): Promise<CaretNode | undefined>;
}

/** Tells what the other statements say on what stands at the caret, whenever it has come to rest. */
export function caretFollower(requests: TopicRequests, found: (caret: CaretNode) => void): CaretFollower {
  let asked: CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listeners: Disposable[] = [];
  let passedOver: Pick<Place, 'uri' | 'range'> | undefined;

  const lookUp = async (): Promise<CaretNode | undefined> => {
    clearTimeout(timer);
    asked?.cancel();
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'rmrb') return undefined;
    const source = new CancellationTokenSource();
    asked = source;
    const { line, character } = editor.selection.active;
    const position = { line, character };
    const textDocument = { uri: editor.document.uri.toString() };
    try {
      const result = await requests.sameTopic({ textDocument, position }, source.token);
      if (result === undefined || source.token.isCancellationRequested) return undefined;
      const caret: CaretNode = { kind: 'caret', position, result };
      found(caret);
      return caret;
    } catch {
      // Cancelled, or a text that does not belong to the corpus: there is nothing to say of it.
      return undefined;
    } finally {
      source.dispose();
    }
  };
  const isPassedOver = (): boolean => {
    const editor = window.activeTextEditor;
    if (editor === undefined || passedOver?.uri !== editor.document.uri.toString()) return false;
    return editor.selection.isEqual(rangeOf(passedOver));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => isPassedOver() || void lookUp(), REST);
  };
  const stop = (): void => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
    listeners = [];
  };
  return {
    follow: (on) => {
      if (on === listeners.length > 0) return;
      stop();
      if (!on) return;
      listeners = [
        window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && soon()),
        window.onDidChangeActiveTextEditor((editor) => editor && soon()),
        workspace.onDidOpenTextDocument(({ languageId }) => languageId === 'rmrb' && soon()),
      ];
      soon();
    },
    passOver: (place) => {
      passedOver = place;
    },
    again: () => {
      if (listeners.length > 0) soon();
    },
    lookUp,
    dispose: () => {
      stop();
      asked?.cancel();
    },
  };
}
