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
