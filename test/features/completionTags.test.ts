import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsAt, labelsAt, takenAt } from './completionSupport.ts';
import { RECORD_HEAD } from './support.ts';

/** A record up to its title. */
const HEAD = RECORD_HEAD.split('\n').slice(0, 4).join('\n');
const FILE = `${RECORD_HEAD}〖ZW/正文〗\n    双方声明如下：\n〖-ZW/正文〗\n`;

/** What is offered there becomes, when taken, the text behind the arrow. */
function becomes(fixture: string, label: string, expected: string): void {
  assert.equal(takenAt(fixture, label), expected);
}

describe('a tag that is begun', () => {
  it('gets its closing half, with the caret between the two', () =>
    becomes('〖b‸\n', 'BT/标题', '〖BT/标题〗‸〖-BT/标题〗\n'));
  it('takes the place of the bracket that the editor has closed', () =>
    becomes('〖b‸〗\n', 'BT/标题', '〖BT/标题〗‸〖-BT/标题〗\n'));
  for (const typed of ['b', 'B', 'bt', 'BT/', 'bt/标', '标', '标题', 'biao', 'biaoti']) {
    it(`is found by ${typed}`, () => assert.equal(labelsAt(`${HEAD}\n〖${typed}‸〗\n`)[0], 'BT/标题'));
  }
  it('is found by the letters that its syllables begin with, where the code has others', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗甲〖zf‸〗乙〖-BT/标题〗'), ['ZI/字符', 'ZI/字符']));
  it('is found by any character of its name, after those that begin with it', () =>
    assert.deepEqual(labelsAt(`${FILE}〖题‸〗\n`), ['YT/引题', 'BT/标题', 'FT/副题']));
  it('is compared with a text that begins as it was typed', () => {
    for (const typed of ['〖', '〖b', '〖标', '〖biao', '〖bt/标']) {
      const items = itemsAt(`${typed}‸〗\n`);
      assert.ok(items.length > 0);
      for (const { filterText } of items) assert.ok(filterText.startsWith(typed), `${filterText} for ${typed}`);
    }
  });
  it('may have the bracket that an input method has on the key', () =>
    becomes('【bt‸\n', 'BT/标题', '〖BT/标题〗‸〖-BT/标题〗\n'));
  it('may be typed in wide letters', () => becomes('〖ｂｔ‸〗\n', 'BT/标题', '〖BT/标题〗‸〖-BT/标题〗\n'));
  it('is none where no name agrees', () => assert.deepEqual(labelsAt('〖xyz‸〗\n'), []));
  it('is left alone where it is whole already', () => assert.deepEqual(labelsAt('〖BT/标题‸〗声明〖-BT/标题〗\n'), []));
  it('of the body leaves the caret in an indented line of its own', () =>
    becomes('〖zw‸〗\n', 'ZW/正文', '〖ZW/正文〗\n    ‸\n〖-ZW/正文〗\n'));
  it('of the body takes the line breaks of the file', () =>
    becomes(
      '〖TH/条号〗2〖-TH/条号〗\r\n〖zw‸〗',
      'ZW/正文',
      '〖TH/条号〗2〖-TH/条号〗\r\n〖ZW/正文〗\r\n    ‸\r\n〖-ZW/正文〗',
    ));
  it('that stands alone gets no other half', () =>
    becomes('〖BT/标题〗甲〖hh‸〗乙〖-BT/标题〗', 'HH/换行', '〖BT/标题〗甲〖HH/换行〗‸乙〖-BT/标题〗'));
  it('may be written as a pair or alone where both occur', () =>
    assert.deepEqual(
      itemsAt('〖BT/标题〗甲〖zi‸〗乙〖-BT/标题〗').map(({ insertion }) => insertion.before + insertion.after),
      ['〖ZI/字符〗〖-ZI/字符〗', '〖ZI/字符〗'],
    ));
});

describe('a tag in front of text', () => {
  it('encloses the line, where a field is begun', () =>
    becomes('〖bt‸联合声明\n下一行\n', 'BT/标题', '〖BT/标题〗‸联合声明〖-BT/标题〗\n下一行\n'));
  it('encloses all that is left, where the body is begun', () =>
    becomes(
      `${RECORD_HEAD}〖zw‸〗\n一、甲。\n二、乙。\n`,
      'ZW/正文',
      `${RECORD_HEAD}〖ZW/正文〗‸\n一、甲。\n二、乙。\n〖-ZW/正文〗\n`,
    ));
  it('puts the text of the body on lines of its own', () =>
    becomes(`${RECORD_HEAD}〖zw‸一、甲。`, 'ZW/正文', `${RECORD_HEAD}〖ZW/正文〗\n‸一、甲。\n〖-ZW/正文〗`));
  it('is only its opening half, where the closing one is there', () =>
    becomes('〖zq‸12968〖-ZQ/总期〗\n', 'ZQ/总期', '〖ZQ/总期〗‸12968〖-ZQ/总期〗\n'));
  it('encloses no other field', () =>
    becomes('〖bt‸〖BM/版名〗要闻〖-BM/版名〗\n', 'BT/标题', '〖BT/标题〗‸〖-BT/标题〗〖BM/版名〗要闻〖-BM/版名〗\n'));
  it('encloses nothing in the midst of a text', () =>
    becomes('〖BT/标题〗甲〖jz‸乙〖-BT/标题〗', 'JZ/加重', '〖BT/标题〗甲〖JZ/加重〗‸〖-JZ/加重〗乙〖-BT/标题〗'));
});

describe('which tags', () => {
  it('are the missing fields in their order, then those that are there', () =>
    assert.deepEqual(
      labelsAt(`${HEAD}\n‸\n`),
      'YT/引题 BT/标题 FT/副题 ZZ/作者 BM/版名 TC/体裁 ZW/正文 ZQ/总期 RQ/日期 BH/版号 TH/条号'.split(' '),
    ));
  it('are first those that belong between the fields around', () =>
    assert.deepEqual(labelsAt(`${RECORD_HEAD}‸\n〖ZW/正文〗\n〖-ZW/正文〗\n`).slice(0, 5), [
      'FT/副题',
      'ZZ/作者',
      'BM/版名',
      'TC/体裁',
      'YT/引题',
    ]));
  it('are all of a new record behind one that is complete', () =>
    assert.deepEqual(labelsAt(`${FILE}‸`).slice(0, 3), ['ZQ/总期', 'RQ/日期', 'BH/版号']));
  it('are in a field those that belong in its text', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗甲〖‸〗乙〖-BT/标题〗'), ['HH/换行', 'JZ/加重', 'ZI/字符', 'ZI/字符']));
  it('are in a field that is not closed first its closing half', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗声明〖‸〗\n').slice(0, 2), ['-BT/标题', 'HH/换行']));
});

describe('fields without a bracket', () => {
  for (const typed of ['bt', '标题', 'biaoti']) {
    it(`are begun by ${typed} on an empty line`, () =>
      becomes(`${HEAD}\n${typed}‸\n`, 'BT/标题', `${HEAD}\n〖BT/标题〗‸〖-BT/标题〗\n`));
  }
  it('are not begun in the midst of a line', () => assert.deepEqual(labelsAt(`${HEAD}\n关于bt‸\n`), []));
  it('are not begun in the body', () => assert.deepEqual(labelsAt(FILE.replace('〖-ZW', 'bt‸\n〖-ZW')), []));
  it('are not asked for by a sign', () => assert.deepEqual(labelsAt(`${HEAD}\n‸\n`, { isTriggered: true }), []));
});

describe('a closing tag', () => {
  it('closes what is open', () => becomes('〖BT/标题〗声明〖-‸〗\n', '-BT/标题', '〖BT/标题〗声明〖-BT/标题〗‸\n'));
  it('closes the innermost first', () =>
    assert.deepEqual(labelsAt(`${RECORD_HEAD}〖ZW/正文〗\n    〖JZ/加重〗甲〖-‸〗`), ['-JZ/加重', '-ZW/正文']));
  it('leaves out a tag that is closed farther on', () =>
    assert.deepEqual(labelsAt(`${RECORD_HEAD}〖ZW/正文〗\n    〖JZ/加重〗甲〖-‸〗\n〖-ZW/正文〗`), ['-JZ/加重']));
  it('takes one that may stand alone for the last', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗甲〖ZI/字符〗乙〖-‸〗\n'), ['-BT/标题', '-ZI/字符']));
  for (const typed of ['-', '－', '-b', '-标', '-biao', '-BT/标']) {
    it(`is found by ${typed}`, () =>
      becomes(`〖BT/标题〗声明〖${typed}‸〗\n`, '-BT/标题', '〖BT/标题〗声明〖-BT/标题〗‸\n'));
  }
  it('closes nothing where nothing is open', () => assert.deepEqual(labelsAt(`${FILE}〖-‸〗\n`), []));
  it('is not what a hyphen elsewhere means', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗同江-‸〖-BT/标题〗\n', { isTriggered: true }), []));
  it('of several of one kind is offered once', () =>
    assert.deepEqual(labelsAt('〖BT/标题〗〖JZ/加重〗甲〖JZ/加重〗乙〖-‸〗\n'), ['-JZ/加重', '-BT/标题']));
});
