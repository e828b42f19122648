import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { allTopicWords, topicWords } from '../../server/src/corpus/topicWords.ts';
import { topicOf } from '../support/knownTopic.ts';

const KOREA = topicOf('korea', ['朝鲜半岛', '朝核']);
const DPRK = topicOf('dprk', ['朝鲜'], { narrower: ['平壤'] });
const TALKS = topicOf('talks', ['六方会谈'], { narrower: ['朝核'], context: ['磋商'] });

function words(find: typeof topicWords, topics: readonly Topic[], text: string): string[] {
  return find(topics, text).map(
    ({ start, end, belongs }) =>
      `${text.slice(start, end)} ${belongs.map(({ topic, role }) => `${topic.id}:${role}`).join(' ')}`,
  );
}

describe('the words of known topics in a text', () => {
  it('are found with all that they belong to, names first', () => {
    assert.deepEqual(words(topicWords, [TALKS, KOREA], '朝核磋商'), [
      '朝核 korea:name talks:narrower',
      '磋商 talks:context',
    ]);
  });

  it('hide the words inside of them', () => {
    assert.deepEqual(words(topicWords, [DPRK, KOREA], '朝鲜半岛与朝鲜'), ['朝鲜半岛 korea:name', '朝鲜 dprk:name']);
  });

  it('are all told to who asks for all', () => {
    assert.deepEqual(words(allTopicWords, [DPRK, KOREA], '朝鲜半岛'), ['朝鲜 dprk:name', '朝鲜半岛 korea:name']);
  });

  it('begin with the workspace’s own, whatever the word is to it', () => {
    const own = topicOf('own', ['东北亚'], { narrower: ['朝鲜半岛'], source: 'workspace' });
    assert.deepEqual(words(topicWords, [KOREA, own], '朝鲜半岛'), ['朝鲜半岛 own:narrower korea:name']);
  });

  it('are known without the framing word behind them too', () => {
    const culture = topicOf('culture', ['文化合作']);
    assert.deepEqual(words(topicWords, [culture], '文化'), ['文化 culture:name']);
  });

  it('but not if that falls into characters that stand in other words', () => {
    const canada = topicOf('china-canada', ['中加关系']);
    assert.deepEqual(words(topicWords, [canada], '中加两国在发展中加强合作'), ['中加 china-canada:name']);
  });

  it('but not if that is another topic’s name', () => {
    const topics = [topicOf('cooperation', ['文化合作']), topicOf('culture', ['文化'])];
    assert.deepEqual(words(topicWords, topics, '文化'), ['文化 culture:name']);
  });
});
