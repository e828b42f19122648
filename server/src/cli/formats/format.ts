import type { Severity } from '../../rules/rule.ts';
import type { Locale, Say } from '../../text/messages.ts';
import type { FileReport } from '../report.ts';

/** A way of writing down what was found, file by file, so that no run has to hold all of it. */
export interface Format {
  readonly begin: () => string;
  readonly file: (report: FileReport) => string;
  readonly end: (summary: Summary) => string;
}

export interface FormatContext {
  readonly say: Say;
  readonly colour: boolean;
  readonly version: string;
  /** That of `say`. */
  readonly locale: Locale;
}

/** What a run came to. */
export interface Summary {
  readonly files: number;
  /** Files in folders that hold something else. */
  readonly skipped: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byCode: ReadonlyMap<string, number>;
  readonly fixableSafely: number;
  readonly fixable: number;
  readonly fixed: number;
  readonly fixedFiles: number;
  /** What could not be checked, in words. */
  readonly failures: readonly string[];
}
