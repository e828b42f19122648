import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Check } from '../features/diagnostics.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { checkRecord } from '../rules/check.ts';
import type { Problem } from '../rules/rule.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import type { Document } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Say } from '../text/messages.ts';
import { toRange, toSeverity } from './convert.ts';
import type { Settings } from './settings.ts';

export const SOURCE = 'rmrb';

/** Checks records and remembers what it found for as long as the record lives, which is until an edit reaches it. */
export function createCheck(
  vocabulary: Vocabulary,
  settings: Settings,
  failed: (code: string, error: unknown) => void,
): Check {
  const severities = new Map(Object.entries(settings.rules));
  const known = new WeakMap<RecordTree, readonly Problem[]>();
  return (record) => {
    let problems = known.get(record);
    if (!problems) {
      problems = checkRecord(record, { vocabulary, today: today() }, severities, { failed });
      known.set(record, problems);
    }
    return problems;
  };
}

export function toDiagnostics(uri: string, document: Document, check: Check, say: Say): Diagnostic[] {
  return diagnostics(document, check).map((problem) => toDiagnostic(uri, document, problem, say));
}

export function toDiagnostic(uri: string, document: Document, problem: Problem, say: Say): Diagnostic {
  const { span, severity, code, message, related } = problem;
  return {
    range: toRange(document, span),
    severity: toSeverity(severity),
    code,
    source: SOURCE,
    message: say(message),
    ...(related && {
      relatedInformation: related.map((place) => ({
        location: { uri, range: toRange(document, place.span) },
        message: say(place.message),
      })),
    }),
  };
}

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** Only open files have one. */
  readonly version?: number;
}

/** Tells the client what is wrong with files: after a rest in typing, and only where the list has become another. */
export class DiagnosticsPublisher {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  /** What is wrong with a file now; nothing for one that is not looked at. */
  readonly #find: (uri: string) => Findings | undefined;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #published = new Map<string, string>();

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, find: (uri: string) => Findings | undefined) {
    this.#connection = connection;
    this.#find = find;
  }

  /** Checks the file when nothing more is scheduled for it within `delay` milliseconds. */
  schedule(uri: string, delay: number): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.publish(uri), delay),
    );
  }

  /** Checks the file now; answers how many problems it has. */
  publish(uri: string): number {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    const found = this.#find(uri);
    const list = found?.diagnostics ?? [];
    const state = JSON.stringify(list);
    const version = found?.version;
    // A client that was never told of a closed file takes it for clean; of an open one it waits to hear.
    const before = this.#published.get(uri) ?? (version === undefined ? '[]' : undefined);
    if (list.length > 0 || version !== undefined) this.#published.set(uri, state);
    else this.#published.delete(uri);
    if (state === before) return list.length;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [...list], ...(version !== undefined && { version }) });
    return list.length;
  }

  /** Checks all files again that problems are shown for. */
  publishAgain(): void {
    for (const uri of this.#published.keys()) this.publish(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

function today(): string {
  const now = new Date();
  return String(now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate());
}
