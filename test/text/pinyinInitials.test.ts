import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pinyinInitials } from '../../server/src/text/pinyinInitials.ts';

describe('pinyin initials', () => {
  it('are the first letters of the readings', () => {
    assert.equal(pinyinInitials('要闻'), 'yw');
    assert.equal(pinyinInitials('上海合作组织'), 'shhzzz');
  });
  it('are the same for traditional characters', () => assert.equal(pinyinInitials('聯合國'), 'lhg'));
  it('know each letter that a syllable may begin with', () =>
    assert.equal(pinyinInitials('安北出大俄发国和九开来民年欧平其人三天文西一中'), 'abcdefghjklmnopqrstwxyz'));
  it('leave letters and digits as they are, in lower case', () => assert.equal(pinyinInitials('G20峰会'), 'g20fh'));
  it('leave out signs', () => assert.equal(pinyinInitials('公报、公告'), 'gbgg'));
});
