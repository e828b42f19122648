import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { references } from '../../server/src/features/references.ts';
import { marked, withMarks } from '../support/marks.ts';
import { contextOf, documentOf } from './support.ts';

/** What a term that tells something is missing from. */
const REST = `甲国和乙国联合公报\n\n${'贸易林业渔业航空铁路教育体育邮政测绘气象标准档案旅游卫生统计审计仲裁专利'.replace(/(..)/g, '$1往来有所进展。\n\n')}`;

/** `files`: the first has the caret; in all of them what is marked is referred to. */
function check(files: Readonly<Record<string, string>>, includeOwn = true): void {
  const texts = Object.fromEntries(Object.entries(files).map(([uri, fixture]) => [uri, marked(fixture)]));
  const plain = Object.fromEntries(Object.entries(texts).map(([uri, { text }]) => [uri, text]));
  const context = contextOf({ ...plain, 'file:///rest.txt': REST });
  const [asked] = Object.entries(texts);
  assert.ok(asked);
  const [uri, { text, cursor }] = asked;
  const found = references(context, { uri, document: documentOf(text), offset: cursor, includeOwn });
  const shown = Object.entries(texts).map(([each, file]) => [
    each,
    withMarks(
      file.text,
      found.filter((place) => place.uri === each).map(({ span }) => span),
    ),
  ]);
  assert.deepEqual(
    shown,
    Object.entries(files).map(([each, fixture]) => [each, fixture.replace('‸', '')]),
  );
}

const head = '甲国和乙国联合声明\n\n甲国和乙国声明如下：\n\n';

describe('references', () => {
  it('are the places in all statements, the own one included', () =>
    check({
      'file:///a.txt': `${head}一、双方维护⟦朝鲜‸半岛⟧和平。\n\n二、⟦朝鲜半岛⟧局势紧张。\n\n三、双方加强农业合作。\n`,
      'file:///b.txt': `${head}一、双方支持⟦朝鲜半岛⟧无核化。\n\n二、双方深化能源合作。\n`,
      'file:///c.txt': `${head}一、雙方關(guān)注⟦朝鮮半島⟧。\n\n二、雙方擴大貿(mào)易。\n`,
    }));

  it('leave the own statement out when asked so', () =>
    check(
      {
        'file:///a.txt': `${head}一、双方维护朝鲜‸半岛和平。\n\n二、双方加强农业合作。\n`,
        'file:///b.txt': `${head}一、双方支持⟦朝鲜半岛⟧无核化。\n\n二、双方深化能源合作。\n`,
      },
      false,
    ));

  it('of a tag are both tags of its pair', () =>
    check({
      'file:///a.txt': '⟦〖RQ/日‸期〗⟧20140521⟦〖-RQ/日期〗⟧\n',
      'file:///b.txt': '〖RQ/日期〗20140521〖-RQ/日期〗\n',
    }));

  it('are none in an empty file', () => check({ 'file:///a.txt': '‸' }));
});
