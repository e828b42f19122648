import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { check, fix, only, problemsOf, relatedText, say } from './specification.ts';

/** A statement whose sections have these numerals, each alone on its line; marks go along. */
function sections(numerals: string): string {
  return numerals
    .split(' ')
    .map((numeral) => `${numeral}\n双方就有关问题交换了意见，达成广泛共识。\n`)
    .join('');
}

/** A statement whose paragraphs open with these numbers, punctuation included. */
function paragraphs(numbers: string): string {
  return numbers
    .split(' ')
    .map((number) => `${number}双方就有关问题交换了意见，达成广泛共识。\n`)
    .join('');
}

function first(problems: readonly Problem[]): string {
  const [problem] = problems;
  assert.ok(problem);
  return say(problem.message);
}

test('unbroken lists in every manner have no problem', () => {
  for (const text of [
    sections('一 二 三 四'),
    sections('1 2 3 4'),
    paragraphs('一、 二、 三、'),
    paragraphs('（一） （二） （三）'),
    paragraphs('㈠ ㈡ ㈢'),
    paragraphs('1. 2. 3.'),
    paragraphs('１． ２． ３．'),
    paragraphs('1） 2） 3）'),
    paragraphs('（1） （2） （3）'),
    paragraphs('① ② ③'),
    paragraphs('第一， 第二， 第三，'),
    sections('第一条 第二条 第三条'),
    paragraphs('一、 1. 2. 二、 1. 2. 3. 三、'),
    sections('一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二'),
    paragraphs('① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ ㉑ ㉒'),
  ]) {
    assert.deepEqual(problemsOf(text), [], text);
  }
});

test('numbers inside a paragraph carry on with those that begin one', () => {
  for (const text of [
    '双方商定：第一，加强合作。第二，扩大贸易。\n第三，深化人文交流。\n第四，保持沟通。\n',
    '第一，加强合作。\n第二，扩大贸易。第三，深化人文交流。\n第四，保持沟通。\n',
    '一、双方商定如下：\n（一）加强合作；\n（二）扩大贸易；（三）深化交流；\n（四）保持沟通。\n',
  ]) {
    assert.deepEqual(problemsOf(text), [], text);
  }
  only('number.gap', '1. 贸易增长。\n2. 投资增长3.5%，达13.亿。\n⟦4⟧. 人文交流。\n');
});

describe('number.gap', () => {
  test('names what is missing', () => {
    only('number.gap', sections('一 二 ⟦四⟧ 五'));
    assert.match(first(check('number.gap', sections('一 二 ⟦四⟧ 五'))), /缺「三」/);
    assert.match(first(check('number.gap', paragraphs('一、 二、 ⟦六⟧、'))), /缺「三」至「五」/);
  });
  test('points to the number before', () => {
    const fixture = sections('一 二 ⟦四⟧ 五');
    assert.deepEqual(relatedText(marked(fixture).text, check('number.gap', fixture)[0]), ['二']);
  });
  test('renumbers the rest, in the manner of the list', () => {
    fix('number.gap', sections('一 二 ⟦四⟧ 五'), sections('一 二 三 四'));
    fix('number.gap', paragraphs('１． ⟦３⟧． ４．'), paragraphs('１． ２． ３．'));
    fix('number.gap', paragraphs('① ⟦③⟧ ④'), paragraphs('① ② ③'));
    fix('number.gap', paragraphs('（壹） （贰） （⟦肆⟧）'), paragraphs('（壹） （贰） （叁）'));
  });
  test('each list for itself', () => {
    only('number.gap', paragraphs('一、 1. ⟦3⟧. 二、 1. 2. 三、'));
  });
});

describe('number.repeat', () => {
  test('the second of two, where the rest goes on from it', () => {
    only('number.repeat', sections('一 二 ⟦二⟧ 三'));
    fix('number.repeat', sections('一 二 ⟦二⟧ 三'), sections('一 二 三 四'));
  });
  test('the second of two, where the rest is right', () => {
    only('number.repeat', sections('一 二 ⟦二⟧ 四'));
    fix('number.repeat', sections('一 二 ⟦二⟧ 四'), sections('一 二 三 四'));
  });
  test('the first of two, where that is the wrong one', () => {
    only('number.repeat', sections('一 二 ⟦四⟧ 四 五'));
    fix('number.repeat', sections('一 二 ⟦四⟧ 四 五'), sections('一 二 三 四 五'));
  });
  test('says what was expected', () => {
    assert.match(first(check('number.repeat', sections('一 二 ⟦二⟧ 三'))), /应是「三」/);
  });
});

describe('number.order', () => {
  test('two that changed places', () => {
    only('number.order', sections('一 三 ⟦二⟧ 四'));
    fix('number.order', sections('一 三 ⟦二⟧ 四'), sections('一 二 三 四'));
  });
  test('one that stands further down, or further up', () => {
    only('number.order', sections('一 二 四 五 ⟦三⟧ 六'));
    only('number.order', sections('一 ⟦四⟧ 二 三 五'));
  });
  test('one that is quite wrong', () => {
    only('number.order', sections('一 二 ⟦八⟧ 四 五'));
    fix('number.order', sections('一 二 ⟦八⟧ 四 五'), sections('一 二 三 四 五'));
  });
  test('the last two', () => {
    only('number.order', sections('一 二 四 ⟦三⟧'));
  });
});

describe('number.start', () => {
  test('a list that does not begin with one', () => {
    only('number.start', sections('⟦二⟧ 三 四'));
    fix('number.start', sections('⟦二⟧ 三 四'), sections('一 二 三'));
  });
  test('where only the first is wrong', () => {
    only('number.start', sections('⟦七⟧ 二 三'));
    fix('number.start', sections('⟦七⟧ 二 三'), sections('一 二 三'));
  });
});

describe('number.style', () => {
  test('names the number that was expected', () => {
    const fixture = paragraphs('一、 二、 ⟦1⟧.');
    only('number.style', fixture);
    assert.match(first(check('number.style', fixture)), /「三、」/);
  });
  test('puts the number with its punctuation in the manner of the list', () => {
    fix('number.style', paragraphs('一、 二、 ⟦1⟧.'), paragraphs('一、 二、 三、'));
    fix('number.style', paragraphs('一、 二、 ⟦3⟧.').replace('.双', '. 双'), paragraphs('一、 二、 三、'));
    fix(
      'number.style',
      paragraphs('1. 2. ⟦三⟧、').replaceAll('.双', '. 双'),
      paragraphs('1. 2. 3.').replaceAll('.双', '. 双'),
    );
    fix('number.style', paragraphs('（一） （二） ⟦三⟧、'), paragraphs('（一） （二） （三）'));
    fix('number.style', paragraphs('一、 二、 （⟦三⟧） 四、'), paragraphs('一、 二、 三、 四、'));
  });
  test('several in a row are one slip', () => {
    only('number.style', paragraphs('一、 二、 三、 ⟦4⟧. 5.'));
    fix('number.style', paragraphs('一、 二、 三、 ⟦4⟧. 5.'), paragraphs('一、 二、 三、 四、 五、'));
  });
});

describe('number.glyph', () => {
  test('a dash for 一', () => {
    for (const dash of ['—', '－', 'ー', '-']) {
      only('number.glyph', sections(`⟦${dash}⟧ 二 三`));
      assert.equal(fix('number.glyph', sections(`⟦${dash}⟧ 二 三`), sections('一 二 三')).safe, true);
    }
  });
  test('kana and strokes for 二 and 三', () => {
    fix('number.glyph', sections('一 ⟦ニ⟧ 三'), sections('一 二 三'));
    fix('number.glyph', sections('一 二 ⟦彡⟧ 四'), sections('一 二 三 四'));
    fix('number.glyph', paragraphs('一、 二、 ⟦ミ⟧、'), paragraphs('一、 二、 三、'));
  });
});

describe('renumbering', () => {
  test('offers the whole list where that is more', () => {
    const text = marked(sections('三 四 六 七')).text;
    const problems = problemsOf(text);
    const gap = problems.find(({ code }) => code === 'number.gap');
    assert.equal(gap?.fixes?.length, 2);
    assert.equal(applyEdits(text, gap?.fixes?.[1]?.edits ?? []), sections('一 二 三 四'));
    assert.equal(applyEdits(text, gap?.fixes?.[0]?.edits ?? []), sections('三 四 五 六'));
  });
  test('touches numerals only', () => {
    const fixture = marked(paragraphs('一、 ⟦三⟧、 四、'));
    for (const fix of problemsOf(fixture.text).flatMap(({ fixes }) => fixes ?? [])) {
      for (const { span } of fix.edits) assert.match(fixture.text.slice(span.start, span.end), /^[一二三四]$/);
    }
  });
});

describe('the judgement of an editor', () => {
  const S = '双方就有关问题交换了意见，达成广泛共识。';
  /** One paragraph a word: those that are numbers get text. */
  const statement = (text: string) =>
    text
      .split(' ')
      .map((word) => (/[、.）]⟧?$/.test(word) ? `${word}${S}\n` : `${word}\n`))
      .join('');

  for (const [what, text] of [
    ['every level restarts at a new parent', statement('一、 （一） 1. 2. （二） 1. 2. 二、 （一） 1. （二） 三、')],
    ['a list goes on after a paragraph', `一、${S}\n${S}\n（一）${S}\n${S}\n（二）${S}\n${S}\n二、${S}\n`],
    ['一是…二是… inside a paragraph', `一、双方商定：一是加强合作；二是扩大贸易。\n二、${S}\n`],
    ['numbers in quotes', `“一、二、三”的口号。\n《三、四》出版。\n一、${S}\n二、${S}\n`],
    [
      'wars, dates and plenums',
      '第一次世界大战结束了。\n二战史观必须正确。\n1949年10月1日成立。\n5月20日\n十一届三中全会召开。\n',
    ],
    [
      'about how many, or which ones',
      '五、六月间，双方会谈。\n三、五年内完成。\n三、四线城市发展。\n第二、三产业增长。\n',
    ],
    ['an item that begins with the next numeral', `一、二十国集团是主要论坛。\n二、三边合作重要。\n三、${S}\n`],
    ['articles through chapters', `第一章　总则\n第一条　${S}\n第二条　${S}\n第二章　职责\n第三条　${S}\n`],
    ['articles that restart at each chapter', `第一章　总则\n第一条　${S}\n第二条　${S}\n第二章　职责\n第一条　${S}\n`],
    ['articles through sections', `一、总则\n第一条　${S}\n第二条　${S}\n二、职责\n第三条　${S}\n`],
    ['two lists in one section', statement('一、 中方将： 1. 2. 3. 俄方将： 1. 2. 二、')],
    ['two lists of one item', statement('一、 中方将： 1. 俄方将： 1. 二、')],
    ['a table of contents', `联合声明\n目录\n一、政治互信\n二、经贸合作\n一、政治互信\n${S}\n二、经贸合作\n${S}\n`],
    ['annexes', statement('一、 二、 附件一 一、 二、 附件二 一、')],
    ['brackets inside a sentence', `一、双方将（一）加强合作；（二）扩大贸易；\n（三）深化交流。\n二、${S}\n`],
    ['ordinals before other numbers', `第一，${S}\n第二，${S}\n第三，${S}\n一、${S}\n二、${S}\n`],
    ['page numbers among sections', `一\n${S}\n1\n${S}\n二\n${S}\n2\n${S}\n三\n${S}\n`],
    ['headings that leave the numbers alone', statement('政治 1. 2. 经贸 3. 4.')],
  ] as const) {
    test(`nothing is wrong with ${what}`, () => assert.deepEqual(problemsOf(text), []));
  }

  test('the first member of a later list is missed although an earlier list has it', () => {
    only('number.start', statement('一、 （一） （二） 二、 （⟦二⟧） （三） 三、'));
    only('number.start', statement('一、 双方同意： 1. 2. 二、 双方同意： ⟦2⟧. 3.'));
  });
  test('an article is missed at the border of two chapters', () => {
    const fixture = `第一章　总则\n第一条　${S}\n第二条　${S}\n第二章　职责\n第⟦四⟧条　${S}\n第五条　${S}\n`;
    only('number.gap', fixture);
    fix('number.gap', fixture, marked(fixture).text.replace('第四条', '第三条').replace('第五条', '第四条'));
    only('number.repeat', `第一章　总则\n第一条　${S}\n第二条　${S}\n第二章　职责\n第⟦二⟧条　${S}\n第三条　${S}\n`);
  });
  test('a 1 in the midst of a list is a slip where the list goes on behind it', () => {
    only('number.order', statement('一、 二、 三、 ⟦一⟧、 五、'));
  });
  test('each level is broken for itself', () => {
    only('number.gap', statement('一、 （一） （二） ⟦三⟧、 （一） （二）'));
    only('number.gap', statement('一、 （一） （⟦三⟧） 二、 （一） （二）'));
  });
});

test('a text that says that others came before it may begin with any number', () => {
  check('number.start', '红岩新传（长篇连载）\n第十二章\n二\n双方走了。\n三\n双方又来了。\n');
  check('number.start', '旧事\n二\n双方走了。\n三\n双方又来了。\n（未完待续）\n');
  check('number.start', '旧事\n⟦二⟧\n双方走了。\n三\n双方又来了。\n');
});

test('levels, quotations, dates and amounts beside each other', () => {
  const text = `某省工作要点
第一章 总则
一、稳增长
1.扩大投资。
（1）甲项。
①子目。
②丑目。
（2）乙项。
这里是一段不编号的说明文字。
2.促进消费：一是发展电商，二是培育市场，四是改善环境。
“三、五年内要见成效。”有人说。
二、调结构
1.淘汰产能。
一九七八年十二月，会议召开。
十二月三日，各方签字。
3.5%的增长来之不易。
2014.5.20双方会谈。
2.发展产业。
第二章 分则
一、惠民生
1.扩大就业。
2.完善保障。
`;
  check('number.gap', text);
  check('number.gap', text.replace('（2）', '（⟦3⟧）'));
  check('number.gap', text.replace('2.发展', '⟦3⟧.发展'));
  check('number.gap', text.replace('②', '⟦③⟧'));
  for (const code of ['number.start', 'number.repeat', 'number.order', 'number.style']) check(code, text);
});
