import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Topic } from '../../server/src/corpus/topic.ts';
import { topicMatcher } from '../../server/src/corpus/topicMatcher.ts';
import { topicNamed } from '../support/topics.ts';

/** Each name that was found with its topic, in the order in which they end. */
function found(topics: readonly Topic[], text: string): string[] {
  return topicMatcher(topics)(text).map(
    ({ topic, span }) => `${topics[topic]?.id}: ${text.slice(span.start, span.end)}@${span.start}`,
  );
}

describe('the names of many topics', () => {
  const topics = [topicNamed('组织', '上合组织', '上海合作组织'), topicNamed('合作', '合作', '作组')];

  it('are found in one pass', () =>
    assert.deepEqual(found(topics, '在上合组织中合作'), ['组织: 上合组织@1', '合作: 合作@6']));
  it('are found inside one another', () =>
    assert.deepEqual(found(topics, '上海合作组织'), ['合作: 合作@2', '合作: 作组@3', '组织: 上海合作组织@0']));
  it('belong to the first topic that has them', () =>
    assert.deepEqual(found([topicNamed('甲', '能源'), topicNamed('乙', '能源')], '能源'), ['甲: 能源@0']));
  it('may not be empty', () => assert.deepEqual(found([topicNamed('甲', '')], '能源'), []));

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
      const expected = new Set<string>();
      for (let end = 1; end <= text.length; end++) {
        for (let start = 0; start < end; start++) {
          const owner = random.find(({ names }) => names.includes(text.slice(start, end)));
          if (owner) expected.add(`${owner.id}: ${text.slice(start, end)}@${start}`);
        }
      }
      const all = found(random, text);
      assert.deepEqual(new Set(all), expected);
      assert.equal(all.length, expected.size);
    }
  });
});
