import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeLensTitle, codeLenses } from '../../server/src/features/codeLens.ts';
import { withMarks } from '../support/marks.ts';
import { contextOf, documentOf, RECORD_HEAD } from './support.ts';

describe('code lens', () => {
  it('stands above each section, not above its items', () => {
    const fixture = '声明\n\n序言。\n\n⟦一、⟧关于航天：\n\n1. 甲。\n\n2. 乙。\n\n⟦二、⟧关于能源。\n';
    const text = fixture.replaceAll(/[⟦⟧]/g, '');
    assert.equal(withMarks(text, codeLenses(documentOf(text))), fixture);
  });

  it('stands in every record', () => {
    const record = `${RECORD_HEAD}〖ZW/正文〗\n    一、甲。\n    二、乙。\n〖-ZW/正文〗\n`;
    assert.equal(codeLenses(documentOf(record + record)).length, 4);
  });

  const ENERGY = '双方支持扩大石油、天然气、煤炭和电力领域的互利合作';
  const statement = (title: string, ...paragraphs: readonly string[]) =>
    `${title}\n\n${paragraphs.map((text, index) => `${'一二三四'[index]}、${text}`).join('\n\n')}\n`;
  const own = statement('甲国和乙国联合声明', `${ENERGY}。`, '鼓励博物馆、图书馆和剧院交流演出。', '加强海关监管。');
  const files = {
    'file:///a.txt': own,
    'file:///b.txt': statement(
      '甲国和丙国联合公报',
      '关于领土边界的谈判已经结束。',
      `此外，${ENERGY}，落实管道项目。`,
      '扩大留学。',
    ),
    'file:///c.txt': statement('甲国和丁国联合宣言', '建立友好省州关系。', '共同打击毒品走私。', `${ENERGY}及运输。`),
  };
  const titleAt = (words: string): string => {
    const context = contextOf(files);
    return context.say(codeLensTitle(context, 'file:///a.txt', own.indexOf(words)));
  };

  it('counts the other statements that speak of what the section does', () =>
    assert.equal(titleAt('一、'), '同题：2 篇声明'));
  it('says so where nobody else does', () => assert.equal(titleAt('二、'), '同题：其他声明没有谈到'));
});
