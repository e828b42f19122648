import type { Severity } from '../rules/rule.ts';
import type { Summary } from './formats/format.ts';
import type { FileReport } from './report.ts';

/** Counts what a run finds, file by file. */
export class Tally {
  readonly #bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  readonly #byCode = new Map<string, number>();
  #files = 0;
  #skipped = 0;
  #fixable = 0;
  #fixableSafely = 0;
  #fixed = 0;
  #fixedFiles = 0;

  add({ problems }: FileReport): void {
    this.#files++;
    for (const { code, severity, fix } of problems) {
      this.#bySeverity[severity]++;
      this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
      if (fix) this.#fixable++;
      if (fix?.safe) this.#fixableSafely++;
    }
  }

  addFixed(fixed: number): void {
    this.#fixed += fixed;
    if (fixed > 0) this.#fixedFiles++;
  }

  skip(): void {
    this.#skipped++;
  }

  summary(failures: readonly string[]): Summary {
    return {
      files: this.#files,
      skipped: this.#skipped,
      bySeverity: this.#bySeverity,
      byCode: this.#byCode,
      fixable: this.#fixable,
      fixableSafely: this.#fixableSafely,
      fixed: this.#fixed,
      fixedFiles: this.#fixedFiles,
      failures,
    };
  }
}
