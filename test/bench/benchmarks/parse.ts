import { MB, textOf } from '../corpus/corpus.ts';
import type { Bar } from '../harness/bar.ts';
import { type Benchmark, only } from '../harness/benchmark.ts';
import { derived } from '../harness/figure.ts';
import { timed } from '../harness/time.ts';
import { everyUnit, tagsAlone } from '../peers/floors.ts';
import { HTML_SERVICE, html, parseHtml } from '../peers/html.ts';
import { PEERS } from '../peers/peers.ts';
import { checkRmrb, rmrb } from '../peers/rmrb.ts';
import { saxes } from '../peers/saxes.ts';

const SIZE = 10 * MB;
const SCANNER = 'tags alone';
const FLOOR = 'charCodeAt';
const WITH_RULES = 'with all rules';
const HTML_TREE = `${HTML_SERVICE}, tree alone`;

export const parse: Benchmark = {
  name: 'parse',
  title: 'a 10 MB file: text → tree → symbols',
  measurements: {
    [FLOOR]: only(() => timedOn(everyUnit)),
    [SCANNER]: only(() => timedOn(tagsAlone)),
    [WITH_RULES]: only(() => timedOn(checkRmrb)),
    [HTML_TREE]: only(() => {
      const text = textOf(SIZE, 'html');
      return timed(() => parseHtml(text));
    }),
    ...Object.fromEntries(
      [rmrb, ...PEERS].map((peer) => [
        peer.name,
        only(async () => {
          const { parse } = await peer.load();
          const text = textOf(SIZE, peer.markup);
          return timed(() => parse(text));
        }),
      ]),
    ),
  },
  bars(of) {
    const floor = { name: FLOOR, measured: of(FLOOR) };
    const against = (name: string) => ({ name, measured: of(name) });
    const ours = of(rmrb.name);
    const rate = derived('MB/s', [of(WITH_RULES)], (time) => SIZE / MB / (time / 1000));
    const others = PEERS.filter((peer) => peer !== html && peer !== saxes);
    return [
      { what: 'tree and outline', ours, peer: against(HTML_SERVICE), floor, asked: { times: 10 } },
      { what: 'tree and outline', ours, peer: against(saxes.name), floor, asked: { times: 1.3 } },
      ...others.map(({ name }): Bar => ({ what: 'tree and outline', ours, peer: against(name), floor })),
      { what: 'a throw-away scanner of tags', ours: of(SCANNER), floor },
      { what: 'tree, outline and all rules', ours: rate, asked: { least: 100 } },
      {
        what: 'tree, outline and all rules',
        ours: of(WITH_RULES),
        peer: against(HTML_TREE),
        floor,
        asked: { times: 2 },
      },
    ];
  },
};

function timedOn(work: (text: string) => unknown) {
  const text = textOf(SIZE);
  return timed(() => work(text));
}
