import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../../server/src/text/resourcesAtHand.ts';
import { abbreviationsOf, isSameName } from '../../server/src/corpus/abbreviations.ts';

describe('abbreviations of a name', () => {
  const said = (name: string, text: string): string[] => abbreviationsOf(name, (words) => text.includes(words));

  it('take the first characters of its words, and of the last one the last', () => {
    assert.deepEqual(said('裁军谈判会议', '在裁谈会框架内'), ['裁谈会']);
  });

  it('leave some words whole', () => {
    assert.deepEqual(said('亚太经济合作组织', '亚太经合组织领导人'), ['亚太经合组织']);
  });

  it('call a state by one character', () => {
    const name = '中华人民共和国和波兰共和国友好合作关系条约';
    assert.deepEqual(said(name, '签署中波友好合作关系条约'), ['中波友好合作关系条约']);
  });

  it('are none that nobody says', () => {
    assert.deepEqual(said('裁军谈判会议', '裁军谈判'), []);
  });

  it('are none of short names', () => {
    assert.deepEqual(said('贸易合作', '贸合'), []);
  });
});

describe('two names', () => {
  it('are one where either is short for the other', () => {
    assert.ok(isSameName('上合组织', '上海合作组织'));
    assert.ok(isSameName('上海合作组织', '上合组织'));
  });

  it('are two where characters merely recur', () => {
    assert.ok(!isSameName('上海合作', '上海合作组织'));
    assert.ok(!isSameName('海合会', '上海合作组织'));
  });
});
