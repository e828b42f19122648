import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPageLine, isPageNumber, isRuler } from '../../server/src/features/toRecord/pageWords.ts';
import { statementsIn } from '../../server/src/features/toRecord/statements.ts';
import { converted } from './toRecordSupport.ts';

describe('a line of a page', () => {
  for (const line of [
    '首页 > 新闻 > 时政',
    '您当前的位置：首页',
    '當前位置:首頁 > 國際',
    '2024-05-16 20:11  来源： 新华社',
    '发布时间：2024-05-16',
    '来源：人民网',
    '责任编辑：王磊',
    '字号：大 中 小',
    '【大 中 小】',
    '分享到：',
    '阅读原文',
    '推荐阅读',
    '预览时标签不可点',
    '点击蓝字，关注我们',
    '[![分享](https://example.org/a.png)](https://example.org/)',
    '全国人大 | 全国政协 | 外交部',
  ])
    it(`is ${line}`, () => assert.ok(isPageLine(line)));

  for (const line of [
    '一',
    '一、双方同意',
    '中华人民共和国主席 俄罗斯联邦总统',
    '习近平',
    '（签字）',
    '二〇〇二年十二月二日于北京',
    '双方将扩大新闻媒体的交流与分享经验。',
    '中华人民共和国和俄罗斯联邦联合声明',
    '附件',
    '一、经验分享',
    '（二）下载与收藏',
    '——扩大媒体分享',
  ])
    it(`is not ${line}`, () => assert.ok(!isPageLine(line)));

  it('with the number of a page has no other words', () => {
    for (const line of ['— 3 —', '-12-', '第3页', '第 3 页 共 8 页', '3/8', 'Page 3 of 8'])
      assert.ok(isPageNumber(line), line);
    for (const line of ['3', '一', '—', '1.', '3年', '第三章', '2024']) assert.ok(!isPageNumber(line), line);
  });

  it('that is a rule is no dash and no numeral', () => {
    for (const line of ['---', '* * *', '________', '====']) assert.ok(isRuler(line), line);
    for (const line of ['—', '——', '--', '一一', '……']) assert.ok(!isRuler(line), line);
  });
});

describe('lines that a page break left', () => {
  const body = (...lines: string[]) =>
    converted(['中俄联合声明', ...lines].join('\n'))
      .text.split('\n')
      .filter((line) => line.startsWith('    '));

  it('are page numbers where one of them parts a sentence', () =>
    assert.deepEqual(
      body(
        '双方声明如下：',
        '双方认为，应当继续深化中俄新时代全面战略协作',
        '1',
        '伙伴关系，扩大务实合作。',
        '双方同意扩大贸易。',
        '2',
      ),
      [
        '    双方声明如下：',
        '    双方认为，应当继续深化中俄新时代全面战略协作伙伴关系，扩大务实合作。',
        '    双方同意扩大贸易。',
      ],
    ));

  it('are sections where none does', () =>
    assert.deepEqual(body('双方声明如下：', '1', '双方同意扩大贸易规模。', '2', '双方同意深化合作。'), [
      '    双方声明如下：',
      '    1',
      '    双方同意扩大贸易规模。',
      '    2',
      '    双方同意深化合作。',
    ]));
});

describe('lines behind a text', () => {
  const left = (...lines: string[]) =>
    converted(['中俄联合声明', '双方声明如下：', '一、双方同意深化合作。', ...lines].join('\n'))
      .text.split('\n')
      .filter((line) => line.startsWith('    '))
      .slice(2)
      .map((line) => line.trim());

  it('are the page’s from the first that surely is', () =>
    assert.deepEqual(left('2024年5月16日于北京', '打印', '中法发表文件', '版权所有'), ['2024年5月16日于北京']));
  it('are kept where none is', () =>
    assert.deepEqual(left('2024年5月16日于北京', '附件'), ['2024年5月16日于北京', '附件']));
  it('are kept where they are the last words of the text, whatever rights these speak of', () =>
    assert.deepEqual(left('二、双方反对未经安理会授权的制裁。', '三、双方同意加强版权和打击侵权的合作。'), [
      '二、双方反对未经安理会授权的制裁。',
      '三、双方同意加强版权和打击侵权的合作。',
    ]));
  it('may be sentences of a site', () =>
    assert.deepEqual(left('2024年5月16日于北京', '打印', '本网站转载的内容仅供参考，如有侵权请联系我们。'), [
      '2024年5月16日于北京',
    ]));
  it('are kept as far as somebody signs', () =>
    assert.deepEqual(left('1972年9月29日于北京', '周恩来（签字）　田中角荣（签字）', '推荐阅读', '中日和平友好条约'), [
      '1972年9月29日于北京',
      '周恩来（签字）　田中角荣（签字）',
    ]));
});

describe('lines in the midst of a text', () => {
  const body = (line: string) =>
    converted(`中俄联合声明\n双方声明如下：\n双方同意深化合作。\n${line}\n双方同意扩大贸易。\n2024年5月16日于北京\n`)
      .text;

  it('go where one clicks on them', () => {
    for (const line of ['分享', '分享到微信', '阅读原文', '责任编辑：王磊'])
      assert.ok(!body(line).includes(line), line);
  });
  it('stay where they may be headings', () => {
    for (const line of ['经验分享', '媒体与客户端合作', '一、信息分享'])
      assert.ok(body(line).includes(`    ${line}\n`), line);
  });
});

describe('a text that was broken at a width', () => {
  const LINES = [
    '双方指出，中俄新时代全面战略协作伙伴关系达到历史最高水平并持续',
    '向前发展，不是类似冷战时期的军事政治同盟，超越该种国家关系模式。',
    '双方重申恪守《中俄睦邻友好合作条约》确立的各项原则，始终相互尊',
    '重、平等相待，使之成为当今大国关系的典范，推动国际关系民主化。',
  ];
  const text = (gap: string) =>
    `中俄联合声明\n\n${[...LINES, '双方同意。'].join('\n')}${gap}${[...LINES, '双方决定。'].join('\n')}\n`;

  it('goes on in the next line where one is full, though a sentence ends there', () =>
    assert.equal(converted(text('\n\n')).text.match(/^ {4}/gm)?.length, 2));

  it('has a paragraph wherever a blank line is', () => {
    const { text: result } = converted(text('\n\n'));
    assert.match(result, /双方同意。\n {4}双方指出/);
  });
});

describe('half-width stops', () => {
  const lines = (text: string) => converted(`中俄联合声明\n${text}`).text;

  it('end paragraphs', () => assert.match(lines('双方同意在平等互利基础上深化合作.\n'), /深化合作。\n/));
  it('end sentences where there are no others', () =>
    assert.match(
      lines('双方同意深化全面合作.双方同意扩大贸易.\n双方将继续保持高层交往.\n'),
      /合作。双方同意扩大贸易。\n {4}双方将继续保持高层交往。\n/,
    ));
  it('stay in names and numbers', () =>
    assert.match(
      lines('双方对弗.普京总统的访问表示欢迎.\n双方的贸易额增长3.5%并且继续增长.\n'),
      /弗.普京总统的访问表示欢迎。\n {4}双方的贸易额增长3\.5%并且继续增长。\n/,
    ));
});

describe('statements in a file', () => {
  const FIRST = '中俄联合声明\n双方声明如下：\n一、双方同意深化合作。\n2024年5月16日于北京\n';
  const SECOND = '中法联合声明\n双方声明如下：\n一、双方同意扩大贸易。\n2024年5月6日于巴黎\n';
  const parts = (text: string) => statementsIn(text).map(({ start, end }) => text.slice(start, end));

  it('are told apart behind a signature, by a headline', () =>
    assert.deepEqual(parts(FIRST + SECOND), [FIRST, SECOND]));
  it('may have lines of a page between', () =>
    assert.deepEqual(parts(`${FIRST}-----\n打印\n${SECOND}`), [FIRST, `-----\n打印\n${SECOND}`]));
  it('are one where only another headline follows', () =>
    assert.equal(parts(`${FIRST}相关新闻\n中法发表联合声明\n`).length, 1));
  it('are one where a headline is named before the end', () =>
    assert.equal(parts(`中俄联合声明\n中法联合声明\n双方声明如下：\n一、双方同意深化合作。\n`).length, 1));
});
