import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { topicProfile } from '../../server/src/corpus/topicProfile.ts';
import { containedIn, containersOf, relatedTo } from '../../server/src/corpus/topicRelations.ts';
import { widerTopics } from '../../server/src/corpus/widerTopics.ts';
import { topicOf } from '../support/knownTopic.ts';

const ENERGY = topicOf('energy', ['能源'], { narrower: ['天然气', '煤炭'] });
const GAS = topicOf('gas', ['天然气']);
const LNG = topicOf('lng', ['液化天然气'], { broader: ['gas'] });
const TRADE = topicOf('trade', ['贸易'], { related: ['customs', 'unheard-of'] });
const CUSTOMS = topicOf('customs', ['海关'], { related: ['trade'] });
const TOPICS = [ENERGY, GAS, LNG, TRADE, CUSTOMS];

const ids = (topics: readonly { id: string }[]): string[] => topics.map(({ id }) => id);
const wider = (text: string): string[] => ids(widerTopics(LNG, topicProfile(TOPICS, [text]), TOPICS));

describe('a topic contains another', () => {
  it('that says so', () => {
    assert.deepEqual(ids(containersOf(TOPICS, LNG)), ['gas']);
  });

  it('whose name is among its narrower words', () => {
    assert.deepEqual(ids(containedIn(TOPICS, ENERGY)), ['gas']);
  });
});

describe('a topic is related to another', () => {
  it('if either says so, and once if both do', () => {
    assert.deepEqual(ids(relatedTo(TOPICS, TRADE)), ['customs']);
    assert.deepEqual(ids(relatedTo(TOPICS, CUSTOMS)), ['trade']);
  });

  it('of which somebody says so', () => {
    assert.deepEqual(ids(relatedTo(TOPICS, ENERGY)), []);
  });
});

describe('wider than what is asked for', () => {
  it('is what contains it, at any distance, if the passage speaks of that', () => {
    assert.deepEqual(wider('深化能源合作，扩大天然气贸易，建设液化天然气项目。'), ['gas', 'energy']);
  });

  it('is nothing that the passage does not speak of', () => {
    assert.deepEqual(wider('建设液化天然气项目。'), []);
  });

  it('is nothing that does not contain it, however much the passage speaks of that', () => {
    assert.deepEqual(wider('贸易额增长，贸易结构改善，贸易便利化，包括液化天然气。'), []);
  });
});
