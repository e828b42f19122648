import { MB, onOneLine, textOf } from '../corpus/corpus.ts';
import type { Markup } from '../corpus/markups.ts';
import { type Benchmark, type Measurement, only } from '../harness/benchmark.ts';
import { sampled } from '../harness/time.ts';
import { checkRmrb } from '../peers/rmrb.ts';

const SIZE = 5 * MB;
const LIMIT = 120;

export const longLine: Benchmark = {
  name: 'longLine',
  title: '5 MB on one line: tree, outline and all rules, per million characters',
  measurements: {
    lines: checked('rmrb', (text) => text),
    'one line': checked('rmrb', onOneLine),
    'lines without markup': checked('plain', (text) => text),
    'one line without markup': checked('plain', onOneLine),
  },
  bars(of) {
    const lines = (name: string) => ({ name, measured: of(name) });
    return [
      { what: 'tagged records', ours: of('one line'), peer: lines('lines'), asked: { within: 1.5 } },
      {
        what: 'a text without markup, one record',
        ours: of('one line without markup'),
        peer: lines('lines without markup'),
        asked: { within: 1.5 },
      },
    ];
  },
};

function checked(markup: Markup, lay: (text: string) => string): Measurement {
  return only(
    () => {
      const text = lay(textOf(SIZE, markup));
      return sampled(async () => {
        const started = performance.now();
        checkRmrb(text);
        return (performance.now() - started) / (text.length / 1_000_000);
      });
    },
    { limit: LIMIT },
  );
}
