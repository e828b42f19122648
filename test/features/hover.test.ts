import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hover } from '../../server/src/features/hover.ts';
import { bold, escapeMarkdown, placeLink } from '../../server/src/features/markdown.ts';
import { extendedVocabulary, NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { marked, withMarks } from '../support/marks.ts';
import { contextOf, documentOf } from './support.ts';

const URI = 'file:///w/a.txt';

/** What the hover at the caret says, and that it is for the marked range. */
function hoverOn(
  fixture: string,
  others: Readonly<Record<string, string>> = {},
  locale: 'zh-cn' | 'en' = 'zh-cn',
  indexing = false,
): string {
  const { text, cursor } = marked(fixture);
  const found = hover(contextOf({ [URI]: text, ...others }, locale, indexing), URI, documentOf(text), cursor);
  if (fixture.includes('⟦')) assert.equal(withMarks(text, found ? [found.span] : []), fixture.replace('‸', ''));
  return found?.markdown ?? '';
}

const statement = (date: string, ...paragraphs: string[]): string =>
  `甲国和乙国联合声明\n\n甲国和乙国声明如下：\n\n${paragraphs.map((one, index) => `${'一二三四五'[index]}、${one}`).join('\n\n')}\n\n${date}于北京\n`;

const OLDER = statement('2002年12月2日', '双方支持朝鲜半岛无核化。', '双方深化能源合作。');
const NEWER = statement('2021年6月28日', '双方开展人文交流。', '双方关注朝鲜半岛局势。');

describe('hover on markup', () => {
  it('tells what a tag means, must hold, and what it says', () =>
    assert.match(
      hoverOn('⟦〖R‸Q/日期〗⟧20140521〖-RQ/日期〗\n'),
      /\*\*日期\*\* `RQ`[^]*八位数字[^]*必须有[^]*2014年5月21日 星期三/,
    ));

  it('tells the same on the value', () =>
    assert.match(hoverOn('〖RQ/日期〗⟦2014‸0521⟧〖-RQ/日期〗\n'), /2014年5月21日 星期三/));
  it('speaks English to those who do', () =>
    assert.match(hoverOn('〖RQ/日期〗2014‸0521〖-RQ/日期〗\n', {}, 'en'), /Wednesday, 21 May 2014/));
  it('says when a value is no date', () =>
    assert.match(hoverOn('〖RQ/日期〗2014‸1399〖-RQ/日期〗\n'), /不是有效的日期/));
  it('reads an issue number', () => assert.match(hoverOn('〖ZQ/总‸期〗20585〖-ZQ/总期〗\n'), /第 20585 期/));
  it('reads a page number', () => assert.match(hoverOn('〖BH/版号〗00‸2〖-BH/版号〗\n'), /第 2 版/));
  it('counts authors', () => assert.match(hoverOn('〖ZZ/作者〗张三‸ 李四〖-ZZ/作者〗\n'), /2 人/));
  it('knows what it does not know', () => assert.match(hoverOn('〖QQ/某‸某〗甲〖-QQ/某某〗\n'), /没有代码为“QQ”/));
  it('knows what the workspace has added', () => {
    const text = '〖LY/来源〗新华社〖-LY/来源〗\n';
    const vocabularyOf = () => extendedVocabulary(NEWSPAPER_VOCABULARY, new Map([['LY', '来源']]));
    const found = hover({ ...contextOf({ [URI]: text }), vocabularyOf }, URI, documentOf(text), 2);
    assert.match(found?.markdown ?? '', /^\*\*来源\*\* `LY`\n\n工作区词表里的标签。/);
  });
  it('says nothing of a closing tag’s absence', () => assert.match(hoverOn('〖HH/换‸行〗'), /另起一行/));
});

describe('hover on a term', () => {
  const others = { 'file:///w/z.txt': OLDER, 'file:///w/b.txt': NEWER };
  const asked = statement('2014年5月20日', '双方维护朝鲜‸半岛和平。', '双方扩大农业合作。');

  it('lists the other statements in the order of their dates', () => {
    const text = hoverOn(asked, others);
    assert.ok(text.indexOf('2002') > 0 && text.indexOf('2002') < text.indexOf('2021'), text);
  });

  it('shows the words in bold', () => assert.match(hoverOn(asked, others), /双方支持\*\*朝鲜半岛\*\*无核化。/));
  it('shows the section', () => assert.match(hoverOn(asked, others), / · 二\b|· 二 {2}/));
  it('links to the place', () => assert.match(hoverOn(asked, others), /\]\(file:\/\/\/w\/z\.txt#L5,7\)/));
  it('never lists its own statement', () => assert.doesNotMatch(hoverOn(asked, others), /a\.txt/));
  it('is silent where nobody else says anything', () => assert.equal(hoverOn(asked), ''));
  it('says that more may come while files are read', () => assert.match(hoverOn(asked, {}, 'zh-cn', true), /还在读取/));
  it('is silent in an empty file', () => assert.equal(hoverOn('‸', others), ''));

  it('tells how many statements it leaves out', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`file:///w/m${index}.txt`, OLDER]));
    assert.match(hoverOn(asked, many), /还有 3 篇/);
  });

  it('leaves out the readings of a damaged text and keeps its own brackets', () => {
    const damaged = statement('2024年5月16日', '雙方關(guān)注朝鮮半島局勢(AUKUS)。', '雙方聯(lián)合。');
    assert.match(hoverOn(asked, { 'file:///w/d.txt': damaged }), /雙方關注\*\*朝鮮半島\*\*局勢\\\(AUKUS\\\)/);
  });

  it('has no command, whatever a title or a file is called', () => {
    const forged = OLDER.replace(/^.*\n/, '联合声明](command:rmrb.showOutput) [x](command:y\n');
    const text = hoverOn(asked, { 'file:///w/a](command:x)[.txt': forged });
    assert.ok(text !== '');
    assert.doesNotMatch(text.replace(/\\./g, ''), /\]\(command:/);
  });

  it('shows Markdown of a text as it is printed', () => {
    const hostile = statement('2002年12月2日', '[点我](command:x) ![](http://x) <b>朝鲜半岛</b> `甲` 和平。', '乙。');
    const text = hoverOn(asked, { 'file:///w/h.txt': hostile });
    assert.doesNotMatch(text.replace(/\\./g, ''), /\]\(command|!\[|<b>|`/);
  });
});

describe('Markdown', () => {
  it('leaves quotation marks outside the stars, where Markdown would not see them as bold', () =>
    assert.equal(bold('《条约》'), '《**条约**》'));
  it('ends bold at a letter before a bracket', () =>
    assert.equal(bold('關(guān)'), '關\\(guān\\)'.replace(/^(.*)\\\)$/, '**$1**\\)')));
  it('shows punctuation alone without stars', () => assert.equal(bold('……'), '……'));
  it('escapes brackets in a link’s target', () =>
    assert.equal(placeLink('a', 'file:///a(1).txt', 1, 2), '[a](file:///a%281%29.txt#L1,2)'));

  it('escapes whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeMarkdown(text);
        assert.doesNotMatch(escaped.replace(/\\./gs, ''), /[\\`*_[\]()<>#!|~&\n]/);
      }),
    );
  });
});
