import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { autoInsert } from '../../server/src/features/autoInsert.ts';
import { marked } from '../support/marks.ts';
import { documentOf, RECORD_HEAD } from './support.ts';

function insertedAt(fixture: string) {
  const { text, cursor } = marked(fixture);
  return autoInsert(documentOf(text), cursor);
}

describe('the closing tag', () => {
  it('follows the last bracket of an opening one', () =>
    assert.deepEqual(insertedAt('〖BT/标题〗‸'), { before: '', after: '〖-BT/标题〗' }));
  it('follows in front of a line break', () =>
    assert.deepEqual(insertedAt('〖BT/标题〗‸ \n〖BM/版名〗要闻〖-BM/版名〗\n'), {
      before: '',
      after: '〖-BT/标题〗',
    }));
  it('of the body stands on a line of its own', () =>
    assert.deepEqual(insertedAt(`${RECORD_HEAD}〖ZW/正文〗‸`), { before: '\n', after: '\n〖-ZW/正文〗' }));
  it('of the body takes the line breaks of the file', () =>
    assert.deepEqual(insertedAt('〖TH/条号〗2〖-TH/条号〗\r\n〖ZW/正文〗‸\r\n'), {
      before: '\r\n',
      after: '\r\n〖-ZW/正文〗',
    }));
  it('of an inline pair follows too', () =>
    assert.deepEqual(insertedAt('〖JZ/加重〗‸'), { before: '', after: '〖-JZ/加重〗' }));
  it('is not put in twice', () => assert.equal(insertedAt('〖BT/标题〗‸声明〖-BT/标题〗'), undefined));
  it('is not put in front of text', () => assert.equal(insertedAt('〖BT/标题〗‸联合声明\n'), undefined));
  it('does not follow a closing tag', () => assert.equal(insertedAt('声明〖-BT/标题〗‸'), undefined));
  it('does not follow a tag that stands alone', () => assert.equal(insertedAt('〖BT/标题〗甲〖HH/换行〗‸'), undefined));
  it('does not follow a glyph, which may stand alone', () => assert.equal(insertedAt('〖ZI/字符〗‸'), undefined));
  it('does not follow an unknown tag', () => assert.equal(insertedAt('〖XX/什么〗‸'), undefined));
  it('does not follow a tag that disagrees with itself', () => assert.equal(insertedAt('〖BT/日期〗‸'), undefined));
  it('does not follow empty brackets', () => assert.equal(insertedAt('〖〗‸'), undefined));
  it('follows nothing at the start of a file', () => assert.equal(insertedAt('‸〖BT/标题〗'), undefined));
});
