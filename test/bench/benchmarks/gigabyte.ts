import { MB } from '../corpus/corpus.ts';
import { type Benchmark, only } from '../harness/benchmark.ts';
import { corpusFolder, memoryOfCheck } from '../peers/programs.ts';

const LESS = '10 MB';
const MORE = '1 GB';
const LIMIT = 3600;

/** Writes 177,000 files: only when it is asked for. */
export const gigabyte: Benchmark = {
  name: 'gigabyte',
  title: 'rmrb check on a folder of 1 GB, one record a file',
  onRequest: true,
  measurements: {
    [LESS]: only(() => memoryOfCheck(corpusFolder(10 * MB))),
    [MORE]: only(() => memoryOfCheck(corpusFolder(1000 * MB)), { limit: LIMIT }),
  },
  bars: (of) => [
    { what: 'most resident', ours: of(MORE), peer: { name: LESS, measured: of(LESS) }, asked: { within: 1.5 } },
  ],
};
