import type { Format } from './formats/format.ts';
import { type PackedReport, unpackedReport } from './packedReport.ts';
import type { Progress } from './progress.ts';
import type { Sink } from './sink.ts';
import type { Tally } from './tally.ts';

/** Characters that are written at once: each time costs as much as to look at a small file. */
const WRITTEN_AT_ONCE = 65_536;

/** Counts reports and writes them down, in the order in which they come. */
export class ReportWriter {
  readonly #tally: Tally;
  readonly #sink: Sink;
  readonly #format: Format;
  #waiting = '';

  constructor({ tally, sink, format }: { readonly tally: Tally; readonly sink: Sink; readonly format: Format }) {
    this.#tally = tally;
    this.#sink = sink;
    this.#format = format;
  }

  add(report: PackedReport, file: string): void {
    const unpacked = unpackedReport(report, file);
    this.#tally.add(unpacked);
    this.#waiting += this.#format.file(unpacked);
  }

  get isFull(): boolean {
    return this.#waiting.length >= WRITTEN_AT_ONCE;
  }

  /** Writes what is waiting where `progress` has been shown. */
  async flush(progress: Progress): Promise<void> {
    if (this.#waiting === '') return;
    await progress.clear();
    const text = this.#waiting;
    this.#waiting = '';
    await this.#sink.write(text);
  }
}
