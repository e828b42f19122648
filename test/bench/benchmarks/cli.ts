import { MB } from '../corpus/corpus.ts';
import type { Markup } from '../corpus/markups.ts';
import { type Benchmark, type Figures, only } from '../harness/benchmark.ts';
import { timedRun } from '../harness/children.ts';
import { derived, type Measured } from '../harness/figure.ts';
import { checkFolder, corpusFolder, finished, timeOf } from '../peers/programs.ts';
import { NOT_AVAILABLE, onPath } from '../peers/servers.ts';

const SIZE = 10 * MB;
/** So much longer that what only the beginning costs, such as compiling, is the same in both runs and cancels out. */
const LARGE = 110 * MB;
const READING = 'reading all';
const RUFF = 'ruff check';
const AUTOCORRECT = 'autocorrect --lint';

/** Reads and decodes every file, one after the other. */
const READ_ALL = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
let length = 0;
for (const entry of readdirSync('corpus', { withFileTypes: true, recursive: true })) {
  if (entry.isFile()) length += readFileSync(join(entry.path, entry.name), 'utf8').length;
}
`;

export const cli: Benchmark = {
  name: 'cli',
  title: 'rmrb check on a folder of 10 MB, one record a file',
  measurements: {
    [READING]: only(() => {
      const folder = corpusFolder(SIZE);
      return timeOf(() => finished(timedRun(process.execPath, ['-e', READ_ALL], folder)));
    }),
    rmrb: { run: ours },
    large: { run: large },
    [RUFF]: only(() => foreign('ruff', ['check', '--no-cache', '--isolated', 'corpus'], 'python', 'py')),
    [AUTOCORRECT]: only(() => foreign('autocorrect', ['--lint', 'corpus'])),
  },
  bars(of) {
    const floor = { name: READING, measured: of(READING) };
    const all = of('rmrb', 'all cores');
    const rate = (time: string, large: string) =>
      derived('MB/s', [of('rmrb', time), of('large', large)], (less, more) =>
        Math.max(0, (LARGE - SIZE) / MB / ((more - less) / 1000)),
      );
    return [
      { what: 'wall time', ours: all, peer: { name: RUFF, measured: of(RUFF) }, floor, asked: { most: 250 } },
      { what: 'wall time', ours: all, peer: { name: AUTOCORRECT, measured: of(AUTOCORRECT) }, floor },
      { what: 'all rules on one core, once it runs', ours: rate('one core', 'one core'), asked: { least: 100 } },
      { what: 'all rules on all cores, once it runs', ours: rate('all cores', 'all cores') },
      { what: 'nothing to check: one small file', ours: of('rmrb', 'start') },
      { what: 'nothing changed since the last run (--cache)', ours: of('rmrb', 'cached'), floor },
    ];
  },
};

async function ours(): Promise<Figures> {
  const folder = corpusFolder(SIZE);
  const small = corpusFolder(1);
  return {
    start: await timeOf(() => checkFolder(small)),
    'one core': await timeOf(() => checkFolder(folder, ['--threads', '1'])),
    'all cores': await timeOf(() => checkFolder(folder)),
    cached: await timeOf(() => checkFolder(folder, ['--cache'])),
  };
}

async function large(): Promise<Figures> {
  const folder = corpusFolder(LARGE);
  return {
    'one core': await timeOf(() => checkFolder(folder, ['--threads', '1'])),
    'all cores': await timeOf(() => checkFolder(folder)),
  };
}

async function foreign(name: string, args: readonly string[], markup?: Markup, extension?: string): Promise<Measured> {
  const program = onPath(name);
  if (program === undefined) return { missing: NOT_AVAILABLE };
  const folder = corpusFolder(SIZE, markup, extension);
  return timeOf(() => finished(timedRun(program, args, folder)));
}
