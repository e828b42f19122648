import { MB, middleOf, onOneLine, textOf } from '../corpus/corpus.ts';
import { type Benchmark, type Measurement, ONLY } from '../harness/benchmark.ts';
import type { Figure } from '../harness/figure.ts';
import { timed } from '../harness/time.ts';
import { checkFolder, corpusFolder, timeOf } from '../peers/programs.ts';
import { checkRmrb, rmrb } from '../peers/rmrb.ts';

/** Each twice the one before. The smallest takes long enough for the clock, and leaves the fixed costs behind. */
const SIZES = [1, 2, 4, 8].map((size) => size * MB);
/** What measuring adds: collections of garbage that hit one size and not the other. */
const TOLERANCE = 1.25;

type TimeBySize = (bytes: number) => Promise<Figure>;

const SERIES: Readonly<Record<string, TimeBySize>> = {
  'a file of records': async (bytes) => checked(textOf(bytes)),
  'a file without markup, one record': async (bytes) => checked(textOf(bytes, 'plain')),
  'records on one line': async (bytes) => checked(onOneLine(textOf(bytes))),
  'one line without markup': async (bytes) => checked(onOneLine(textOf(bytes, 'plain'))),
  'a keystroke': async (bytes) => {
    const { open } = await rmrb.load();
    const text = textOf(bytes);
    return timed(await open(text, middleOf(text)), { warmUp: 4 });
  },
  'rmrb check on a folder': async (bytes) => {
    const folder = corpusFolder(bytes);
    return timeOf(() => checkFolder(folder));
  },
};

export const growth: Benchmark = {
  name: 'growth',
  title: 'times dearer when the size doubles three times; asked: no faster than n log n',
  measurements: Object.fromEntries(Object.entries(SERIES).map(([name, time]) => [name, growing(time)])),
  bars(of) {
    return Object.keys(SERIES).map((name) => ({
      what: name,
      ours: of(name),
      asked: { most: (TOLERANCE * cost(SIZES.at(-1)!)) / cost(SIZES[0]!) },
    }));
  },
};

function growing(time: TimeBySize): Measurement {
  return {
    async run() {
      const figures: Record<string, Figure> = {};
      for (const bytes of SIZES) figures[`${bytes / MB} MB`] = await time(bytes);
      const [first, last] = [Object.values(figures)[0]!, Object.values(figures).at(-1)!];
      // Whatever else the machine does only adds, so that the least of all samples says most of how a cost grows.
      return { [ONLY]: { value: last.low! / first.low!, unit: '×' }, ...figures };
    },
  };
}

function checked(text: string): Promise<Figure> {
  return timed(() => checkRmrb(text), { enough: 500 });
}

function cost(size: number): number {
  return size * Math.log2(size);
}
