import {
  type Diagnostic,
  type Event,
  languages,
  type Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Longer than anything here takes on a slow machine: who waits so long waits for what will not come. */
const PATIENCE = 20_000;

/**
 * Resolves as soon as `probe` answers something, asked at once and after each event. A request stands for what cannot be
 * seen without asking; the probes do not overlap.
 */
export function until<T>(
  what: string,
  event: Event<unknown>,
  probe: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let queue = Promise.resolve();
    const ask = (): void => {
      queue = queue.then(async () => {
        const answer = await probe();
        if (answer !== undefined) finish(() => resolve(answer));
      }, fail);
    };
    const fail = (error: unknown): void =>
      finish(() => reject(error instanceof Error ? error : new Error(String(error))));
    const listener = event(ask);
    const timer = setTimeout(() => fail(new Error(`waited ${PATIENCE / 1000} s in vain: ${what}`)), PATIENCE);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      listener.dispose();
      settle();
    };
    ask();
    queue.catch(fail);
  });
}

/** The folder that was opened: a copy of `seeds/`, so that a test may write into it. */
export function folder(): Uri {
  const first = workspace.workspaceFolders?.[0];
  if (first === undefined) throw new Error('no folder is open');
  return first.uri;
}

export const file = (name: string): Uri => Uri.joinPath(folder(), name);

/** Opens a file in the editor and waits until it has been recognised. */
export async function openText(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(name));
  await window.showTextDocument(document);
  return until(`${name} is recognised`, workspace.onDidOpenTextDocument, () =>
    document.languageId === 'rmrb' ? document : undefined,
  );
}

export async function write(name: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  return file(name);
}

/** The codes of what is wrong with a document, one for each problem, sorted. */
export function codesOf(document: TextDocument): string[] {
  return languages.getDiagnostics(document.uri).map(codeOf).sort();
}

/** The code of a problem, whether or not it links to a page. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The place of `text`, found as a reader would find it. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  if (offset === -1) throw new Error(`${text} is not in ${document.uri.path}`);
  return document.positionAt(offset);
}
