import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { allTopicWords, namedTopics, topicWords } from '../../server/src/corpus/topicWords.ts';
import { topicOf } from '../support/knownTopic.ts';
import { topicNamed } from '../support/topics.ts';

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

/** The ids of the topics that are found, in the order of where they are named. */
function found(topics: readonly Topic[], text: string): (string | undefined)[] {
  return namedTopics(topics, text).map((topic) => topics[topic]?.id);
}

describe('the names of many topics', () => {
  const topics = [topicNamed('组织', '上合组织', '上海合作组织'), topicNamed('合作', '合作'), topicNamed('作', '作组')];

  it('are found in one pass', () => assert.deepEqual(found(topics, '在上合组织中合作'), ['组织', '合作']));
  it('count by the longest one that covers a stretch', () => assert.deepEqual(found(topics, '上海合作组织'), ['组织']));
  it('may overlap', () => assert.deepEqual(found(topics, '合作组'), ['合作', '作']));
  it('tell of a topic once', () => assert.deepEqual(found(topics, '合作、合作和上合组织合作'), ['合作', '组织']));
  it('are found where another one begins and breaks off', () =>
    assert.deepEqual(found(topics, '上海合作社'), ['合作']));
  it('do not reach over what stands between', () => assert.deepEqual(found(topics, '上合，组织'), []));
  it('belong to the first topic that has them', () =>
    assert.deepEqual(found([topicNamed('甲', '能源'), topicNamed('乙', '能源')], '能源'), ['甲']));
  it('may not be empty', () => assert.deepEqual(found([topicNamed('甲', '')], '能源'), []));
  it('may be none', () => assert.deepEqual(found([], '能源'), []));

  it('are those that looking for each of them finds', () => {
    let seed = 7;
    const below = (limit: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    const word = (longest: number): string =>
      Array.from({ length: 1 + below(longest) }, () => '甲乙丙'[below(3)]).join('');
    for (let round = 0; round < 200; round++) {
      const random = Array.from({ length: 6 }, (_, id) => topicNamed(String(id), word(4), word(4)));
      const text = word(60);
      const all = [...text].flatMap((_, start) =>
        random.flatMap(({ id, names }, index) =>
          names
            .filter((name) => text.startsWith(name, start))
            .filter((name) => !random.slice(0, index).some((other) => other.names.includes(name)))
            .map((name) => ({ id, start, end: start + name.length })),
        ),
      );
      const named = all.filter(
        (one) =>
          !all.some(
            (other) =>
              other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
          ),
      );
      assert.deepEqual(
        found(random, text).sort((a, b) => Number(a) - Number(b)),
        [...new Set(named.map(({ id }) => id))].sort((a, b) => Number(a) - Number(b)),
      );
    }
  });
});
