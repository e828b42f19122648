/** What a figure counts. Of rates and shares more is better, of all others less. */
export type Unit = 'ms' | 'MB' | 'KB' | 'MB/s' | '%' | '×' | 'kinds' | 'rules' | 'reports';

export interface Figure {
  /** The median, where there are several samples. */
  readonly value: number;
  readonly unit: Unit;
  readonly low?: number;
  readonly high?: number;
  readonly samples?: number;
}

/** Why there is no figure. */
export interface Missing {
  readonly missing: string;
}

export type Measured = Figure | Missing;

export function isMissing(measured: Measured): measured is Missing {
  return 'missing' in measured;
}

export function moreIsBetter(unit: Unit): boolean {
  return unit === 'MB/s' || unit === '%';
}

/** The figure that `convert` makes of others; missing where one of them is. */
export function derived(unit: Unit, from: readonly Measured[], convert: (...values: number[]) => number): Measured {
  const values: number[] = [];
  for (const measured of from) {
    if (isMissing(measured)) return measured;
    values.push(measured.value);
  }
  return { value: convert(...values), unit };
}

export function figureOf(samples: readonly number[], unit: Unit): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const value = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { value, unit, low: sorted[0]!, high: sorted.at(-1)!, samples: sorted.length };
}

/** The times below which such shares of all lie, in milliseconds. */
export function quantiles(
  name: string,
  times: readonly number[],
  shares: Readonly<Record<string, number>>,
): Record<string, Figure> {
  const sorted = times.toSorted((a, b) => a - b);
  return Object.fromEntries(
    Object.entries(shares).map(([said, share]) => [
      `${name}, ${said}`,
      { value: sorted[Math.floor((sorted.length - 1) * share)]!, unit: 'ms' },
    ]),
  );
}

export function figureText(measured: Measured | undefined): string {
  if (!measured) return '';
  if (isMissing(measured)) return measured.missing;
  const { value, unit } = measured;
  return `${numberText(value)} ${unit}`;
}

export function numberText(value: number): string {
  const digits = value === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
