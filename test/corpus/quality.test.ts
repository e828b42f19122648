import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { knownTopics } from '../../server/src/corpus/lexicon.ts';
import { type Quality, qualityOf } from '../support/gold.ts';

/** A point below what was measured: what changes the answers for the better elsewhere may cost so much here. */
describe('by the judged queries', () => {
  let known: Quality;
  let unknown: Quality;
  before(async () => {
    known = await qualityOf(knownTopics());
    unknown = await qualityOf([]);
  });

  const atLeast = (name: string, least: number, measured: () => number): void => {
    it(`${name} is at least ${least}`, () => assert.ok(measured() >= least, String(measured())));
  };
  atLeast('F1 of terms', 0.88, () => known.term.f1);
  atLeast('nDCG@10 of terms', 0.865, () => known.term.ndcg);
  atLeast('P@1 of terms in each statement', 0.875, () => known.term.p1);
  atLeast('F1 of other names', 0.855, () => known.alias.f1);
  atLeast('F1 of paragraphs', 0.835, () => known.paragraph.f1);
  atLeast('F1 of terms without known topics', 0.665, () => unknown.term.f1);

  it('what one statement alone speaks of is answered with nothing', () => {
    assert.deepEqual(known.answeredThoughNothingIs, []);
  });
});
