import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsAt, labelsAt, type Setting, takenAt } from './completionSupport.ts';

interface Fields {
  readonly date?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly item?: string;
  readonly name?: string;
}

/** A complete record with these values. */
function record({ date = '20140521', issue, page = '002', item = '1', name = '要闻' }: Fields): string {
  const lines = [
    ...(issue ? [`〖ZQ/总期〗${issue}〖-ZQ/总期〗`] : []),
    `〖RQ/日期〗${date}〖-RQ/日期〗`,
    `〖BH/版号〗${page}〖-BH/版号〗`,
    `〖TH/条号〗${item}〖-TH/条号〗`,
    `〖BM/版名〗${name}〖-BM/版名〗`,
    '〖ZW/正文〗',
    '    双方声明如下：',
    '〖-ZW/正文〗',
  ];
  return `${lines.join('\n')}\n`;
}

const others = (...records: readonly Fields[]): Setting => ({
  files: Object.fromEntries(records.map((one, index) => [`other/${index}`, record(one)])),
});

/** The values with the reasons for them. */
const reasoned = (fixture: string, setting: Setting): string[] =>
  itemsAt(fixture, setting).map(({ label, detail }) => [label, detail].filter(Boolean).join(' '));

describe('the issue', () => {
  const fixture = '〖ZQ/总期〗‸〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n';
  it('is that of another record of the day', () =>
    assert.deepEqual(labelsAt(fixture, others({ issue: '20585' })), ['20585']));
  it('follows from the days around', () =>
    assert.deepEqual(
      labelsAt(fixture, others({ date: '20140520', issue: '20584' }, { date: '19930713', issue: '12968' })),
      ['20585'],
    ));
  it('is what most of them say, where they disagree', () =>
    assert.deepEqual(
      labelsAt(
        fixture,
        others(
          { date: '20140519', issue: '20583' },
          { date: '20140520', issue: '20484' },
          { date: '20140522', issue: '20586' },
        ),
      ),
      ['20585', '20485'],
    ));
  it('is not known of a day alone', () => assert.deepEqual(labelsAt(fixture), []));
  it('is not known without a day', () =>
    assert.deepEqual(labelsAt('〖ZQ/总期〗‸〖-ZQ/总期〗\n', others({ issue: '20585' })), []));
  it('goes on with what has been typed', () =>
    assert.equal(
      takenAt(fixture.replace('‸', '20‸'), undefined, others({ issue: '20585' })),
      '〖ZQ/总期〗20585‸〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n',
    ));
  it('comes with its field where that is missing', () =>
    assert.equal(
      takenAt('zq‸\n〖RQ/日期〗20140521〖-RQ/日期〗\n', undefined, others({ issue: '20585' })),
      '〖ZQ/总期〗⟦20585⟧〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n',
    ));
});

describe('the date', () => {
  it('is that of the folder', () =>
    assert.deepEqual(reasoned('〖RQ/日期〗‸〖-RQ/日期〗\n', { uri: 'file:///txt/2014/201405/20140521/a.txt' }), [
      '20140521 文件夹的日期',
    ]));
  it('is that of the record before in the file', () =>
    assert.deepEqual(reasoned(`${record({})}〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗‸〖-RQ/日期〗\n`, {}), [
      '20140521 与上一条记录相同',
    ]));
  it('is the day after the signature and the dateline, or that day', () =>
    assert.deepEqual(
      reasoned(
        '〖RQ/日期〗‸〖-RQ/日期〗\n〖ZW/正文〗\n    双方声明如下：\n    一、甲。\n    二〇一四年五月三十一日于上海\n    （新华社上海5月30日电）\n〖-ZW/正文〗\n',
        {},
      ),
      ['20140601 签署次日', '20140531 签署当天', '20140530 电头当天'],
    ));
  it('finds the year of a dateline in the text', () =>
    assert.deepEqual(
      reasoned(
        '〖RQ/日期〗‸〖-RQ/日期〗\n〖ZW/正文〗\n    （新华社上海1月2日电）\n    两国元首于2014年12月31日会晤。\n〖-ZW/正文〗\n',
        {},
      ),
      ['20150103 电头次日', '20150102 电头当天'],
    ));
});

describe('the page', () => {
  it('is that of the record before, then those of the day, then the most frequent', () =>
    assert.deepEqual(
      labelsAt(
        `${record({ page: '004' })}〖ZQ/总期〗1〖-ZQ/总期〗\n〖RQ/日期〗20140521〖-RQ/日期〗\n〖BH/版号〗‸〖-BH/版号〗\n`,
        others(
          { page: '002' },
          { date: '20140522', page: '001', item: '1' },
          { date: '20140522', page: '001', item: '2' },
        ),
      ),
      ['004', '002', '001'],
    ));
});

describe('the item', () => {
  const fixture = '〖RQ/日期〗20140521〖-RQ/日期〗\n〖BH/版号〗002〖-BH/版号〗\n〖TH/条号〗‸〖-TH/条号〗\n';
  it('is the next one on the page', () =>
    assert.deepEqual(labelsAt(fixture, others({ item: '1' }, { item: '2' }, { item: '7', page: '003' })), ['3']));
  it('may be one that was left out', () =>
    assert.deepEqual(labelsAt(fixture, others({ item: '1' }, { item: '3' })), ['4', '2']));
  it('is the first one on a page that nobody has begun', () => assert.deepEqual(labelsAt(fixture), ['1']));
  it('of a new record follows that of the record before', () =>
    assert.equal(takenAt(`${record({ item: '3' })}th‸\n`), `${record({ item: '3' })}〖TH/条号〗⟦4⟧〖-TH/条号〗\n`));
});

describe('a word', () => {
  const names = others({ name: '要闻' }, { name: '国际' }, { name: '国际' }, { name: '要闻' }, { name: '国际' });
  it('is one that the corpus has there, the most frequent first', () =>
    assert.deepEqual(reasoned('〖BM/版名〗‸〖-BM/版名〗\n', names), ['国际 3 条记录里有', '要闻 2 条记录里有']));
  for (const typed of ['要', 'y', 'yw', '闻']) {
    it(`is found by ${typed}`, () =>
      assert.equal(takenAt(`〖BM/版名〗${typed}‸〖-BM/版名〗\n`, undefined, names), '〖BM/版名〗要闻‸〖-BM/版名〗\n'));
  }
  it('is a choice where its field is missing', () =>
    assert.deepEqual(itemsAt('bm‸\n', names)[0]?.insertion.values, ['国际', '要闻']));
  it('is not offered in front of another', () =>
    assert.deepEqual(labelsAt('〖BM/版名〗‸要闻〖-BM/版名〗\n', names), []));
  it('is not what is there already', () =>
    assert.deepEqual(labelsAt('〖BM/版名〗要闻‸〖-BM/版名〗\n', others({ name: '要闻' })), []));
  it('follows the corpus as it changes', () =>
    assert.deepEqual(labelsAt('〖BM/版名〗‸〖-BM/版名〗\n', others({ name: '社会' })), ['社会']));
});

describe('an author', () => {
  const files = {
    b: '〖ZZ/作者〗李强 王毅〖-ZZ/作者〗\n〖ZW/正文〗\n    甲。\n〖-ZW/正文〗\n',
    c: '〖ZZ/作者〗王毅〖-ZZ/作者〗\n〖ZW/正文〗\n    乙。\n〖-ZW/正文〗\n',
  };
  it('is one that the corpus has', () =>
    assert.deepEqual(labelsAt('〖ZZ/作者〗‸〖-ZZ/作者〗\n', { files }), ['王毅', '李强']));
  it('may follow another', () =>
    assert.equal(
      takenAt('〖ZZ/作者〗赵明 李‸〖-ZZ/作者〗\n', undefined, { files }),
      '〖ZZ/作者〗赵明 李强‸〖-ZZ/作者〗\n',
    ));
});
