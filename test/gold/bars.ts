/** Prints whether the cross-references are as good as they have to be, by the judged queries; run by `npm run score`. */
import '../../server/src/text/resourcesAtHand.ts';
import { knownTopics } from '../../server/src/corpus/lexicon.ts';
import { type Quality, qualityOf } from '../support/gold.ts';

type Measure = (quality: Quality) => number;

/** What is measured, what it must reach, and what it must reach where no topic is known. */
const BARS: readonly (readonly [name: string, measure: Measure, least: number, leastUnknown: number])[] = [
  ['terms: F1, mean over topics', ({ term }) => term.f1, 0.8, 0.62],
  ['terms: P@1 in each statement', ({ term }) => term.p1, 0.8, 0],
  ['terms: nDCG@10', ({ term }) => term.ndcg, 0.8, 0],
  ['terms of kind alias: F1', ({ alias }) => alias.f1, 0.7, 0],
  ['paragraphs: F1', ({ paragraph }) => paragraph.f1, 0.72, 0],
  ['null queries answered', ({ answeredThoughNothingIs }) => -answeredThoughNothingIs.length, 0, -Infinity],
];

async function print(): Promise<void> {
  const known = await qualityOf(knownTopics());
  const unknown = await qualityOf([]);
  const row = (...cells: readonly string[]): void => console.log(cells.map((cell, at) => cell.padEnd(at ? 26 : 32)).join(''));
  console.log('\n================ bars ================');
  row('', 'with the known topics', 'without them');
  for (const [name, measure, least, leastUnknown] of BARS) {
    row(name, told(measure(known), least), told(measure(unknown), leastUnknown));
  }
}

function told(measured: number, least: number): string {
  if (least === -Infinity || (least === 0 && measured > 0)) return shown(measured);
  return `${shown(measured)} ${measured >= least ? '≥' : '<'} ${shown(least)} ${measured >= least ? 'held' : 'NOT HELD'}`;
}

function shown(value: number): string {
  return value <= 0 ? String(Math.abs(value)) : (100 * value).toFixed(1);
}

void print();
