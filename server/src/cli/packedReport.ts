import type { Encoding } from '../text/decode.ts';
import type { FileProblem, FileReport } from './report.ts';

/**
 * A report on its way between threads, until all files have been compared, and in the cache: one text costs less to hand
 * over and to keep than the many objects that it describes, and its size is known.
 */
export interface PackedReport {
  readonly encoding: Encoding | null;
  /** As JSON. */
  readonly problems: string;
}

const NO_PROBLEMS = '[]';
/** Nearly all files are in one of two encodings and clean, and many are kept. */
const CLEAN = new Map<Encoding | null, PackedReport>();

export function packedReport(encoding: Encoding | null, problems: readonly FileProblem[]): PackedReport {
  return { encoding, problems: problems.length === 0 ? NO_PROBLEMS : JSON.stringify(problems) };
}

export function unpackedReport({ encoding, problems }: PackedReport, file: string): FileReport {
  return { file, encoding, problems: problems === NO_PROBLEMS ? [] : JSON.parse(problems) };
}

/** Reports that wait for their turn, in order, as long as they take no more than so many characters altogether. */
export class WaitingReports {
  readonly #reports: (PackedReport | undefined)[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  get hasRoom(): boolean {
    return this.#room > 0;
  }

  /** The next report, or none. */
  take(report: PackedReport | undefined): void {
    this.#reports.push(report && this.#kept(report));
  }

  /** `undefined` where there is none, or was no room for it. */
  at(index: number): PackedReport | undefined {
    return this.#reports[index];
  }

  #kept(report: PackedReport): PackedReport | undefined {
    if (report.problems === NO_PROBLEMS) {
      const clean = CLEAN.get(report.encoding) ?? report;
      CLEAN.set(report.encoding, clean);
      return clean;
    }
    if (!this.hasRoom) return undefined;
    this.#room -= report.problems.length;
    return report;
  }
}
