import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inlineCompletion } from '../../server/src/features/completion.ts';
import { marked } from '../support/marks.ts';
import { itemsAt, takenAt } from './completionSupport.ts';
import { contextOf, documentOf, RECORD_HEAD } from './support.ts';

const body = (text: string): string => `${RECORD_HEAD}〖ZW/正文〗\n${text}\n〖-ZW/正文〗\n`;

function numeralsAt(text: string): string[] {
  return itemsAt(body(text))
    .filter(({ kind }) => kind === 'numeral')
    .map(({ label }) => label);
}

/** What the editor shows behind the caret, to be taken or to be typed over. */
function shownAt(text: string): string | undefined {
  const { text: whole, cursor: offset } = marked(body(text));
  const document = documentOf(whole);
  return inlineCompletion(contextOf({ a: whole }), { uri: 'a', document, offset });
}

describe('the next numeral', () => {
  it('is that of the list', () => assert.deepEqual(numeralsAt('    一、甲。\n    二、乙。\n    ‸'), ['三、']));
  it('is that of the inner list, then that of the outer one', () =>
    assert.deepEqual(numeralsAt('    一、甲。\n    （一）乙。\n    （二）丙。\n    ‸'), ['（三）', '二、']));
  for (const [printed, next] of [
    ['九、', '十、'],
    ['（一）', '（二）'],
    ['9.', '10.'],
    ['１．', '２．'],
    ['（3）', '（4）'],
    ['①', '②'],
    ['第一，', '第二，'],
    ['第一条', '第二条'],
  ]) {
    it(`is ${next} behind ${printed}`, () => assert.deepEqual(numeralsAt(`    ${printed}　甲。\n    ‸`), [next]));
  }
  it('stands alone where the others do', () => assert.deepEqual(numeralsAt('一\n双方同意。\n‸'), ['二']));
  it('is found by its beginning', () =>
    assert.equal(takenAt(body('    一、甲。\n    二‸')), body('    一、甲。\n    二、‸')));
  it('is indented as the list is', () =>
    assert.equal(takenAt(body('    一、甲。\n‸')), body('    一、甲。\n    二、‸')));
  it('takes the meaning of a look-alike', () => assert.deepEqual(numeralsAt('—\n甲。\n二\n乙。\n‸'), ['三']));
  it('is the first one behind the lead', () => assert.deepEqual(numeralsAt('    双方声明如下：\n    ‸'), ['一、']));
  it('is not offered in the midst of a line', () => assert.deepEqual(numeralsAt('    一、甲。\n    双方‸'), []));
  it('is not offered behind the signature', () =>
    assert.deepEqual(numeralsAt('    一、甲。\n    2014年5月20日于上海\n    ‸'), []));
  it('goes on in a body that nothing has closed yet', () =>
    assert.equal(
      takenAt(`${RECORD_HEAD}〖ZW/正文〗\n    一、甲。\n    ‸`, '二、'),
      `${RECORD_HEAD}〖ZW/正文〗\n    一、甲。\n    二、‸`,
    ));
  it('goes on in a text without tags', () =>
    assert.equal(takenAt('声明\n\n双方声明如下：\n一、甲。\n‸', '二、'), '声明\n\n双方声明如下：\n一、甲。\n二、‸'));
});

describe('the numeral that is shown in a new line', () => {
  it('follows a member of the list', () => assert.equal(shownAt('    一、甲。\n    ‸'), '二、'));
  it('brings the indentation along', () => assert.equal(shownAt('    一、甲。\n‸'), '    二、'));
  it('follows the text below a numeral that stands alone', () => assert.equal(shownAt('一\n双方同意。\n‸'), '二'));
  it('does not follow the numeral itself', () => assert.equal(shownAt('一\n‸'), undefined));
  it('does not follow another paragraph of a section', () =>
    assert.equal(shownAt('    一、甲。\n    双方同意。\n    ‸'), undefined));
  it('does not follow a heading, below which the text comes', () =>
    assert.equal(shownAt('    一、中美关系\n    ‸'), undefined));
  it('does not follow a colon, behind which another list comes', () =>
    assert.equal(shownAt('    一、双方同意：\n    ‸'), undefined));
  it('does not follow an empty line', () => assert.equal(shownAt('    一、甲。\n\n    ‸'), undefined));
  it('is not shown where it is there already', () =>
    assert.equal(shownAt('    一、甲。\n    ‸\n    二、乙。'), undefined));
  it('is not shown once something is typed', () => assert.equal(shownAt('    一、甲。\n    二‸'), undefined));
  it('is not shown in front of text', () => assert.equal(shownAt('    一、甲。\n    ‸双方同意。'), undefined));
});
