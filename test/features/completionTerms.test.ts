import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsAt, labelsAt, takenAt } from './completionSupport.ts';

const files = {
  b: '〖BT/标题〗声明〖-BT/标题〗\n〖ZW/正文〗\n    应中华人民共和国主席习近平邀请，俄罗斯联邦总统弗・弗・普京于2014年5月20日访华。双方恪守《中俄睦邻友好合作条约》和《联合国宪章》。\n〖-ZW/正文〗\n',
  c: '联合声明\n\n双方声明如下：\n一、双方遵守《联合国宪章》，支持上海合作组织。\n二、乙。\n\n中华人民共和国外交部长　俄罗斯联邦外交部长\n唐家璇　伊・谢・伊万诺夫\n（签字）\n',
};

describe('a title', () => {
  it('is one that the corpus has, the most frequent first', () =>
    assert.deepEqual(labelsAt('双方遵守《‸', { files }), ['联合国宪章', '中俄睦邻友好合作条约']));
  it('gets its bracket', () =>
    assert.equal(takenAt('双方遵守《联‸，支持和平。', undefined, { files }), '双方遵守《联合国宪章》‸，支持和平。'));
  it('takes the place of the bracket that the editor has closed', () =>
    assert.equal(takenAt('双方遵守《联‸》，支持', undefined, { files }), '双方遵守《联合国宪章》‸，支持'));
  for (const typed of ['睦邻', '中俄', 'zem']) {
    it(`is found by ${typed}`, () =>
      assert.equal(takenAt(`《${typed}‸》`, undefined, { files }), '《中俄睦邻友好合作条约》‸'));
  }
  it('is asked for by its bracket', () => assert.equal(labelsAt('《‸》', { files, isTriggered: true }).length, 2));
  it('is none where one is written already', () => assert.deepEqual(labelsAt('《联合‸国宪章》', { files }), []));
  it('is none behind its end', () => assert.deepEqual(labelsAt('《联合国宪章》联‸', { files }), []));
  it('is not the one that is just being written', () => assert.deepEqual(labelsAt('《核材料公约‸》'), []));
});

describe('a term', () => {
  it('goes on with two characters, whatever stands before them', () =>
    assert.ok(labelsAt('声明\n一、双方支持上海‸', { files }).includes('上海合作组织')));
  it('that the corpus has comes first', () =>
    assert.equal(labelsAt('声明\n一、双方支持上海‸', { files })[0], '上海合作组织'));
  it('takes the place of these two only', () =>
    assert.equal(takenAt('声明\n一、双方支持上海‸。', '上海合作组织', { files }), '声明\n一、双方支持上海合作组织‸。'));
  it('with more of it typed comes first', () =>
    assert.equal(labelsAt('声明\n一、双方支持联合国安全‸', { files })[0]?.startsWith('联合国安全'), true));
  it('is not offered for one character', () => assert.deepEqual(labelsAt('声明\n一、甲，联‸', { files }), []));
  it('is not offered where it goes on behind the caret', () =>
    assert.ok(!labelsAt('声明\n一、双方支持上海‸合作组织', { files }).includes('上海合作组织')));
  it('is never asked for by a sign', () =>
    assert.deepEqual(labelsAt('声明\n一、双方支持上海‸', { files, isTriggered: true }), []));
});

describe('a person', () => {
  const names = (typed: string): string[] =>
    itemsAt(`声明\n一、${typed}‸`, { files })
      .filter(({ kind }) => kind === 'person')
      .map(({ label }) => label);
  it('is known by an office', () => assert.deepEqual(names('会见了习近'), ['习近平']));
  it('from abroad is known by the dots in the name', () => assert.deepEqual(names('总统弗・'), ['弗・弗・普京']));
  it('is known by a signature', () => assert.deepEqual(names('唐家'), ['唐家璇']));
  it('from abroad is known by a signature', () => assert.deepEqual(names('部长伊・'), ['伊・谢・伊万诺夫']));
});
