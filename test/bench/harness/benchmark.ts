import type { Bar } from './bar.ts';
import type { Measured } from './figure.ts';

/** What one measurement found, by name; one that finds a single figure calls it {@link ONLY}. */
export type Figures = Readonly<Record<string, Measured>>;

export const ONLY = 'only';

/** Something that is measured in a process of its own, since the garbage and the types of one would slow down another. */
export interface Measurement {
  readonly run: () => Promise<Figures>;
  /** Flags for Node. */
  readonly flags?: readonly string[];
  /** Seconds after which it is given up. */
  readonly limit?: number;
}

/** Looks a figure up; a measurement that failed answers why. */
type Lookup = (measurement: string, figure?: string) => Measured;

/** One file in `benchmarks/`. */
export interface Benchmark {
  readonly name: string;
  readonly title: string;
  /** Whether it runs only when it is named. */
  readonly onRequest?: boolean;
  readonly measurements: Readonly<Record<string, Measurement>>;
  /** The rows of the table. */
  bars(of: Lookup): Bar[];
}

/** A measurement of one figure. */
export function only(run: () => Promise<Measured> | Measured, options: Omit<Measurement, 'run'> = {}): Measurement {
  return { ...options, run: async () => ({ [ONLY]: await run() }) };
}
