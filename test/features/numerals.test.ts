import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  changeNumerals,
  numberParagraphs,
  type Numbered,
  type NumberMark,
} from '../../server/src/features/numerals.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { documentOf } from './support.ts';

const result = (text: string, numbered: Numbered): string =>
  numbered.ok ? applyEdits(text, numbered.edits) : numbered.why.id;

function numbered(mark: NumberMark, fixture: string): string {
  const { text, spans, cursor } = marked(fixture);
  return result(text, numberParagraphs(documentOf(text), spans[0] ?? { start: cursor, end: cursor }, mark));
}

function changed(mark: NumberMark, fixture: string): string {
  const { text, cursor } = marked(fixture);
  return result(text, changeNumerals(documentOf(text), cursor, mark));
}

describe('numbering paragraphs', () => {
  it('counts the selected ones', () =>
    assert.equal(
      numbered('一、', '声明\n\n双方声明如下：\n\n⟦双方加强合作。\n双方扩大⟧贸易。\n双方保持对话。\n'),
      '声明\n\n双方声明如下：\n\n一、双方加强合作。\n二、双方扩大贸易。\n双方保持对话。\n',
    ));
  it('goes on from the paragraph before', () =>
    assert.equal(
      numbered('一、', '声明\n一、双方加强合作。\n二、双方扩大贸易。\n⟦双方保持对话。⟧\n'),
      '声明\n一、双方加强合作。\n二、双方扩大贸易。\n三、双方保持对话。\n',
    ));
  it('keeps the indentation', () =>
    assert.equal(
      numbered('（一）', '声明\n一、合作：\n⟦　　加强能源合作。\n　　扩大贸易。⟧\n'),
      '声明\n一、合作：\n　　（一）加强能源合作。\n　　（二）扩大贸易。\n',
    ));
  it('leaves numbered ones alone', () =>
    assert.equal(numbered('一、', '声明\n⟦一、双方加强合作。\n二、双方扩大贸易。⟧\n'), 'numbers.nothing'));
});

describe('changing the numbers of a list', () => {
  const list = '声明\n一、甲‸。\n二、乙。\n三、丙。\n';
  it('to digits', () => assert.equal(changed('1.', list), '声明\n1.甲。\n2.乙。\n3.丙。\n'));
  it('to brackets', () => assert.equal(changed('（一）', list), '声明\n（一）甲。\n（二）乙。\n（三）丙。\n'));
  it('to articles, with the space that they need', () =>
    assert.equal(changed('第一条　', list), '声明\n第一条　甲。\n第二条　乙。\n第三条　丙。\n'));
  it('changes only the level of the caret', () =>
    assert.equal(
      changed('1.', '声明\n一、甲：\n（一）子‸。\n（二）丑。\n二、乙。\n'),
      '声明\n一、甲：\n1.子。\n2.丑。\n二、乙。\n',
    ));
  it('refuses a kind that the level above has', () =>
    assert.equal(changed('一、', '声明\n一、甲：\n（一）子‸。\n（二）丑。\n二、乙。\n'), 'numbers.unclear'));
  it('changes numbers that stand alone into others that do', () =>
    assert.equal(changed('1', '声明\n一\n甲‸。\n二\n乙。\n三\n丙。\n'), '声明\n1\n甲。\n2\n乙。\n3\n丙。\n'));
  it('does not join lines', () => assert.equal(changed('一、', '声明\n一\n甲‸。\n二\n乙。\n'), 'numbers.alone'));
  it('needs a list', () => assert.equal(changed('1.', '声‸明\n一、甲。\n二、乙。\n'), 'numbers.noList'));
});
