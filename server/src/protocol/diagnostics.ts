import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { ConfigurationFault } from '../corpus/configuration.ts';
import { type Check, type FileProblem, limited } from '../features/diagnostics.ts';
import type { Vocabulary } from '../markup/vocabulary.ts';
import { checkRecord, type Severities } from '../rules/check.ts';
import type { Problem } from '../rules/rule.ts';
import type { Document } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message, type Say } from '../text/messages.ts';
import { toRange, toSeverity } from './convert.ts';
import type { LinkRule } from './ruleLinks.ts';

export const SOURCE = 'rmrb';
/** Stands for the problems that a list has no room for. */
const MORE_CODE = 'more';

/** How the records of the file at `path` are checked: always by the same function, by which their problems are remembered. */
export type CheckAt = (path: string) => Check;

/** Checks records and remembers what it found for as long as the record lives, which is until an edit reaches it. */
export function createCheck(
  vocabulary: Vocabulary,
  severities: Severities,
  failed: (code: string, error: unknown) => void,
): CheckAt {
  // A record belongs to one file.
  const known = new WeakMap<RecordTree, readonly Problem[]>();
  const checks = new Map<string, Check>();
  const checkAt: CheckAt = (path) => (record) => {
    let problems = known.get(record);
    if (!problems) {
      problems = checkRecord(record, { vocabulary, today: today(), path }, severities, { failed });
      known.set(record, problems);
    }
    return problems;
  };
  return (path) => {
    let check = checks.get(path);
    if (!check) checks.set(path, (check = checkAt(path)));
    return check;
  };
}

/** What is needed to tell a client of the problems of a file. */
export interface DiagnosticContext {
  readonly say: Say;
  readonly linkRule: LinkRule;
  /** As the client names it. */
  readonly uri: string;
  readonly document: Document;
  /** Another file of the corpus, with the name that the client has for it. */
  other(uri: string): { readonly uri: string; readonly document: Document } | undefined;
}

/** At most so many; when there are more, the last entry says so. */
export function toDiagnostics(
  problems: readonly FileProblem[],
  most: number,
  context: DiagnosticContext,
): Diagnostic[] {
  const { shown, more } = limited(problems, most);
  const listed = shown.map((problem) => toDiagnostic(problem, context));
  if (more === 0) return listed;
  const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const text = context.say(message('diagnostics.more', { count: more, most }));
  return [
    ...listed,
    { range: firstLine, severity: toSeverity('info'), code: MORE_CODE, source: SOURCE, message: text },
  ];
}

export function toDiagnostic(problem: FileProblem, context: DiagnosticContext): Diagnostic {
  const { say, uri, document, linkRule } = context;
  const { span, severity, code, message: told, related } = problem;
  return {
    range: toRange(document, span),
    severity: toSeverity(severity),
    code,
    ...linkRule(code),
    source: SOURCE,
    message: say(told),
    ...(related && {
      relatedInformation: related.flatMap((place) => {
        const at = place.uri === undefined ? { uri, document } : context.other(place.uri);
        if (!at) return [];
        return [{ location: { uri: at.uri, range: toRange(at.document, place.span) }, message: say(place.message) }];
      }),
    }),
  };
}

export function faultDiagnostic({ position, end, message: told }: ConfigurationFault, say: Say): Diagnostic {
  return {
    range: { start: position, end },
    severity: toSeverity('error'),
    code: 'config',
    source: SOURCE,
    message: say(told),
  };
}

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many problems there are, where not all are listed. */
  readonly total?: number;
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
  #disposed = false;

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, find: (uri: string) => Findings | undefined) {
    this.#connection = connection;
    this.#find = find;
  }

  /** Checks the file when nothing more is scheduled for it within `delay` milliseconds. */
  schedule(uri: string, delay: number): void {
    if (this.#disposed) return;
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.publish(uri), delay),
    );
  }

  /** Checks the file now; answers how many problems it has. */
  publish(uri: string): number {
    if (this.#disposed) return 0;
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
    const total = found?.total ?? list.length;
    if (state === before) return total;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [...list], ...(version !== undefined && { version }) });
    return total;
  }

  /** The files that problems are shown for. */
  published(): readonly string[] {
    return [...this.#published.keys()];
  }

  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

function today(): string {
  const now = new Date();
  return String(now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate());
}
