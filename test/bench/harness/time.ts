import { type Figure, figureOf } from './figure.ts';

export interface Repetition {
  /** Runs that do not count: the compiler needs some. */
  readonly warmUp?: number;
  readonly least?: number;
  readonly most?: number;
  /** Milliseconds after which no more than `least` samples are taken. */
  readonly enough?: number;
}

/**
 * The median time of `work`. Medians of seven or more, since a machine that does other things too makes a mean worthless;
 * cheap work is sampled more often.
 */
export async function timed(work: () => unknown, repetition: Repetition = {}): Promise<Figure> {
  return sampled(async () => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  }, repetition);
}

/** Like {@link timed}, for work that says itself how many milliseconds it took. */
export async function sampled(
  sample: () => Promise<number>,
  { warmUp = 2, least = 7, most = 99, enough = 2000 }: Repetition = {},
): Promise<Figure> {
  for (let run = 0; run < warmUp; run++) await sample();
  const samples: number[] = [];
  const started = performance.now();
  while (samples.length < least || (samples.length < most && performance.now() - started < enough)) {
    samples.push(await sample());
  }
  return figureOf(samples, 'ms');
}
