import { MB, middleOf, textOf } from '../corpus/corpus.ts';
import type { Bar } from '../harness/bar.ts';
import { type Benchmark, type Measurement, only } from '../harness/benchmark.ts';
import { timed } from '../harness/time.ts';
import { LEZER, lezer } from '../peers/lezer.ts';
import type { Peer } from '../peers/peer.ts';
import { PEERS } from '../peers/peers.ts';
import { rmrb } from '../peers/rmrb.ts';
import { openTextDocument, typingInto } from '../peers/textDocument.ts';

/** What one may cost, in milliseconds, by the size of the file in megabytes. */
const LIMITS = new Map([
  [1, 1],
  [10, 1],
  [50, 2],
]);
/** Sizes differ by fifty times; the largest file's limit is twice the smallest one's. */
const SAME = 2;
const FLOOR = 'TextDocument.update';

export const keystroke: Benchmark = {
  name: 'keystroke',
  title: 'one character in the middle → tree, outline and problems (peers: symbols)',
  measurements: {
    [FLOOR]: only(() => {
      const text = textOf(10 * MB);
      return timed(typingInto(openTextDocument('rmrb', text), middleOf(text)), { warmUp: 10 });
    }),
    ...Object.fromEntries([...LIMITS.keys()].map((size) => [ours(size), typed(rmrb, size * MB)])),
    ...Object.fromEntries(PEERS.map((peer) => [peer.name, typed(peer, 10 * MB)])),
  },
  bars(of) {
    const against = (name: string) => ({ name, measured: of(name) });
    const floor = against(FLOOR);
    const others = PEERS.filter((peer) => peer !== lezer);
    return [
      ...[...LIMITS].map(
        ([size, most]): Bar => ({
          what: `${size} MB`,
          ours: of(ours(size)),
          ...(size === 10 && { floor }),
          asked: { most },
        }),
      ),
      { what: '50 MB against 1 MB', ours: of(ours(50)), peer: against(ours(1)), asked: { within: SAME } },
      { what: '10 MB', ours: of(ours(10)), peer: against(LEZER), floor, asked: { times: 15 } },
      ...others.map(({ name }): Bar => ({ what: '10 MB', ours: of(ours(10)), peer: against(name), floor })),
    ];
  },
};

function ours(size: number): string {
  return `${rmrb.name}, ${size} MB`;
}

function typed(peer: Peer, bytes: number): Measurement {
  return only(async () => {
    const { open } = await peer.load();
    const text = textOf(bytes, peer.markup);
    // An even number of runs before the first that counts, so that it types, as do half of those that follow.
    return timed(await open(text, middleOf(text)), { warmUp: 4 });
  });
}
