import { MB } from '../corpus/corpus.ts';
import { type Benchmark, type Figures } from '../harness/benchmark.ts';
import { corpusFolder, memoryOfCheck } from '../peers/programs.ts';

const SIZES = { '10 MB': 10 * MB, '100 MB': 100 * MB, '1 GB': 1000 * MB };
const LIMIT = 3600;

/** Writes 195,000 files: only when it is asked for. */
export const gigabyte: Benchmark = {
  name: 'gigabyte',
  title: 'rmrb check on a folder of 1 GB, one record a file: most memory resident',
  onRequest: true,
  measurements: Object.fromEntries(
    Object.entries(SIZES).map(([size, bytes]) => [size, { run: () => memoryByThreads(bytes), limit: LIMIT }]),
  ),
  bars: (of) =>
    // A thread has a heap of its own, whatever there is to read, and a small folder is checked by one.
    ['one thread', 'two threads'].flatMap((threads) => {
      const peer = { name: '10 MB', measured: of('10 MB', threads) };
      return [
        { what: `100 MB, ${threads}`, ours: of('100 MB', threads), peer, asked: { within: 1.5 } },
        { what: `1 GB, ${threads}`, ours: of('1 GB', threads), peer, asked: { within: 1.5 } },
      ];
    }),
};

async function memoryByThreads(bytes: number): Promise<Figures> {
  const folder = corpusFolder(bytes);
  return {
    'one thread': await memoryOfCheck(folder, ['--threads', '1']),
    'two threads': await memoryOfCheck(folder, ['--threads', '2']),
  };
}
