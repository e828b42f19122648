import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dedent, parse, sketch } from '../support/tree.ts';

function check(text: string, expected: string): void {
  assert.equal(sketch(dedent(text)), dedent(expected));
}

describe('the tree of a statement', () => {
  it('takes a numeral alone on its line for a section', () => {
    check(
      `
      联合声明
      一
      甲方表示欢迎。
      二
      乙方表示感谢。
      `,
      `
      title 联合声明
      section 一
        paragraph 甲方表示欢迎。
      section 二
        paragraph 乙方表示感谢。
      `,
    );
  });

  it('finds the level of a numeral from the order in which the kinds appear', () => {
    check(
      `
      一
      一、第一项。
      （一）细则。
      二、第二项。
      二
      一、又一项。
      `,
      `
      section 一
        item 一 第一项。
          item 一 细则。
        item 二 第二项。
      section 二
        item 一 又一项。
      `,
    );
  });

  it('lets the same kind be the first level in one text and the second in another', () => {
    check('一、甲。\n1. 子。\n2. 丑。\n二、乙。', 'section 一 甲。\n  item 1 子。\n  item 2 丑。\nsection 二 乙。');
    check('1. 甲。\n一、子。\n二、丑。\n2. 乙。', 'section 1 甲。\n  item 一 子。\n  item 二 丑。\nsection 2 乙。');
  });

  it('gives a paragraph without number to the item before it', () => {
    check('一、甲。\n接着说。\n二、乙。', 'section 一 甲。\n  paragraph 接着说。\nsection 二 乙。');
  });

  it('knows every way to print a numeral', () => {
    const heads = [
      '一、',
      '（一）',
      '㈠',
      '1.',
      '１．',
      '1、',
      '(1)',
      '（1）',
      '⑴',
      '①',
      '1）',
      '第一，',
      '⒈',
      '壹、',
      '〔一〕',
    ];
    for (const head of heads) {
      const { root } = parse(`${head}双方同意。`);
      assert.equal(root.children[0]?.numeral?.value, 1, head);
    }
  });

  it('reads chapters and articles, alone or with their heading', () => {
    check(
      '第一章 总则\n第一条　本条约有效。\n第二条　双方同意。\n第二章 附则\n第三条　长期有效。',
      `
      section 一 总则
        item 一 本条约有效。
        item 二 双方同意。
      section 二 附则
        item 三 长期有效。
      `,
    );
  });

  it('does not take a date, a count or an ordinal in a sentence for a numeral', () => {
    for (const text of [
      '2014年5月20日双方会晤。',
      '一些国家反对。',
      '第一次世界大战结束了。',
      '第七条所述原则有效。',
      '1.5亿人受益。',
      '二战史观必须正确。',
      '一、二、三等奖各一名。',
    ]) {
      assert.equal(parse(text).lists.length, 0, text);
    }
  });

  it('takes digits alone on a line for sections only where they carry on each other', () => {
    check('联合声明\n1\n甲。\n2\n乙。', 'title 联合声明\nsection 1\n  paragraph 甲。\nsection 2\n  paragraph 乙。');
    assert.equal(parse('联合声明\n双方同意。\n37\n双方决定。').lists.length, 0);
  });

  it('takes digits alone on a line for page numbers where nothing else is numbered so', () => {
    assert.equal(parse('联合声明\n甲。\n2\n乙。\n3\n丙。').lists.length, 0);
    assert.deepEqual(
      parse('联合声明\n一\n甲。\n2\n乙。\n二\n丙。').lists.map((list) => list.members.length),
      [2],
    );
  });

  it('keeps a number in another dress in the list that it fits', () => {
    const members = (text: string): (string | undefined)[] =>
      parse(text).lists.map((list) => list.members.map((node) => node.numeral?.text).join(' '));
    assert.deepEqual(members('联合声明\n一\n甲。\n二\n乙。\n3\n丙。\n四\n丁。'), ['一 二 3 四']);
    assert.deepEqual(members('1. 甲。\n四. 乙。\n3. 丙。'), ['1 四 3']);
  });

  it('reads bullets as members of the section they stand in', () => {
    check(
      '三\n双方商定：\n——甲。\n——乙。\n四',
      `
      section 三
        paragraph 双方商定：
        bullet 甲。
        bullet 乙。
      section 四
      `,
    );
  });

  it('reads a list without marks behind a colon, parted by semicolons', () => {
    check(
      '二\n双方将采取措施：\n推进合作；\n扩大贸易；\n完善机制。\n双方同意。',
      `
      section 二
        paragraph 双方将采取措施：
        bullet 推进合作；
        bullet 扩大贸易；
        bullet 完善机制。
        paragraph 双方同意。
      `,
    );
  });

  it('goes on with a list whose next number a converter has restyled', () => {
    check(
      '八、甲。\n九、乙。\n接着说。\n1. 丙。',
      'section 八 甲。\nsection 九 乙。\n  paragraph 接着说。\nsection 1 丙。',
    );
    check('八、甲。\n九、乙。\n10. 丙。', 'section 八 甲。\nsection 九 乙。\nsection 10 丙。');
  });

  it('begins a new list where the numbers start again', () => {
    const { lists } = parse('一、甲。\n二、乙。\n另：\n一、丙。\n二、丁。');
    assert.deepEqual(
      lists.map((list) => list.members.map((node) => node.numeral?.text).join('')),
      ['一二', '一二'],
    );
  });

  it('reads a dash as 一 where the list expects it, and says what is meant', () => {
    const { lists } = parse('联合声明\n—\n甲。\n二\n乙。');
    assert.deepEqual(
      lists[0]?.members.map(({ numeral }) => [numeral?.text, numeral?.meant, numeral?.value]),
      [
        ['—', '一', 1],
        ['二', undefined, 2],
      ],
    );
  });

  it('leaves a dash that no number carries on where it is', () => {
    assert.equal(parse('联合声明\n—\n甲。\n乙。').lists.length, 0);
  });

  it('parts the preamble from what is said', () => {
    check(
      '应邀来访。\n双方声明如下：\n一、甲。',
      'preamble\n  paragraph 应邀来访。\n  paragraph 双方声明如下：\nsection 一 甲。',
    );
    check(
      '应邀来访。\n双方声明如下：\n双方同意。',
      'preamble\n  paragraph 应邀来访。\n  paragraph 双方声明如下：\nparagraph 双方同意。',
    );
  });

  it('gives the last paragraph to the whole where it speaks of the whole', () => {
    check(
      '一、甲。\n二、乙。\n两国关系具有广阔前景。\n2014年5月20日于上海',
      'section 一 甲。\nsection 二 乙。\nconclusion 两国关系具有广阔前景。\nsignature 2014年5月20日于上海',
    );
    check(
      '一、甲。\n二、乙。\n北极应继续成为和平之地。\n2014年5月20日于上海',
      'section 一 甲。\nsection 二 乙。\n  paragraph 北极应继续成为和平之地。\nsignature 2014年5月20日于上海',
    );
  });
});
