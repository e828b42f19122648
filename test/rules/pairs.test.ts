import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, fix, only } from './specification.ts';

const KINDS = ['《》', '〈〉', '“”', '‘’', '（）', '「」', '『』', '【】'];

describe('pair.unbalanced', () => {
  for (const [open = '', close = ''] of KINDS) {
    test(`${open} without ${close}, and the reverse`, () => {
      only('pair.unbalanced', `双方支持⟦${open}⟧合作，反对对抗。`);
      only('pair.unbalanced', `双方支持合作⟦${close}⟧的主张。`);
      check('pair.unbalanced', `双方支持${open}合作${close}，反对对抗。`);
    });
  }
  test('the missing half goes to the end of the clause or sentence', () => {
    fix(
      'pair.unbalanced',
      '双方恪守⟦《⟧中俄睦邻友好合作条约，支持合作。',
      '双方恪守《中俄睦邻友好合作条约》，支持合作。',
    );
    fix('pair.unbalanced', '双方⟦（⟧包括中方，俄方。', '双方（包括中方，俄方）。');
    fix('pair.unbalanced', '双方声明，搞小圈子⟦”⟧不得人心。', '双方声明，“搞小圈子”不得人心。');
  });
  test('or this half goes', () => {
    fix('pair.unbalanced', '双方恪守⟦《⟧条约。', '双方恪守条约。', 1);
    fix('pair.unbalanced', '⟦”⟧双方恪守条约。', '双方恪守条约。');
  });
  test('no half goes where other marks between the two do not pair', () => {
    const problems = check('pair.unbalanced', '《关于依⟦〈⟧联》合国宪章⟦〉⟧建立关系的宣言⟦》⟧');
    const inserted = problems.map(({ fixes = [] }) =>
      fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)),
    );
    assert.deepEqual(inserted, [['〉', ''], [''], ['']]);
  });
  test('the one that is too many', () => {
    only('pair.unbalanced', '⟦“⟧一揽子解决方案，反对“双重标准”。');
    only('pair.unbalanced', '“一揽子”⟦”⟧解决方案。');
    only('pair.unbalanced', '《联合国宪章》⟦》⟧的宗旨。');
  });
  test('brackets of either width pair', () => {
    check('pair.unbalanced', '双方（以下称中俄)声明');
  });
  test('a quotation of several paragraphs', () => {
    check('pair.unbalanced', '他说：“同志们，努力。\n“第二段，努力。\n“第三段，努力。”');
    check('pair.unbalanced', '他说：“同志们，努力。\n第二段有“引文”。\n第三段，努力。”');
    check('pair.unbalanced', '（这一段说明\n还有一段说明。）');
  });
  test('a pair in a paragraph that a page break cut', () => {
    check('pair.unbalanced', '双方恪守《中俄睦邻友好合作条\n约》，支持合作。');
  });
  test('numbers and apostrophes need no partner', () => {
    check('pair.unbalanced', '条件是：1）停火；2）撤军；一）、二）两项；a)甲；b)乙。');
    check('pair.unbalanced', 'People’s Daily（人民日报），the ’90s');
    check('pair.unbalanced', '雙方(zhōng)合作?jīng)Q心，發展?jié)摿?');
  });
});

describe('pair.nesting', () => {
  test('a title inside a title', () => {
    only('pair.nesting', '《关于⟦《联合国宪章》⟧的宣言》');
    fix('pair.nesting', '《关于⟦《联合国宪章》⟧的宣言》', '《关于〈联合国宪章〉的宣言》');
    check('pair.nesting', '《关于〈联合国宪章〉的宣言》和《关于〈《甲》序〉的说明》');
  });
  test('doubled marks', () => {
    fix('pair.nesting', '《⟦《联合国宪章》⟧》的宗旨', '《联合国宪章》的宗旨');
  });
  test('closing marks in the wrong order', () => {
    only('pair.nesting', '他说：“学习《宪章⟦”》⟧。');
    fix('pair.nesting', '他说：“学习《宪章⟦”》⟧。', '他说：“学习《宪章》”。');
  });
  test('a title that is not closed is another slip', () => {
    only('pair.unbalanced', '签署⟦《⟧联合声明，恪守《联合国宪章》。');
  });
});

describe('pair.quote', () => {
  test('turned the wrong way', () => {
    only('pair.quote', '反对“台独⟦“⟧，支持统一。');
    only('pair.quote', '反对⟦”⟧台独”，支持统一。');
    only('pair.quote', '反对⟦”⟧台独⟦“⟧，支持统一。');
    only('pair.quote', '反对“台独⟦“⟧，支持“统一”。');
    fix('pair.quote', '反对“台独⟦“⟧，支持统一。', '反对“台独”，支持统一。');
  });
  test('straight ones around Chinese', () => {
    only('pair.quote', '反对⟦"⟧台独⟦"⟧，支持统一。');
    fix('pair.quote', '反对⟦”⟧台独”。', '反对“台独”。');
    check('pair.quote', '他说"OK"，屏幕长5"。');
  });
  test('what stands beside it tells', () => {
    only('pair.quote', '他说：⟦”⟧好，我们走。”大家都笑了。');
  });
  test('quotations inside quotations', () => {
    check('pair.quote', '他说：“这是‘三人行’的意思。”“好。”');
    check('pair.quote', '他说：“这是“三人行””。');
  });
});

test('no pair rule speaks of tags', () => {
  for (const code of ['pair.unbalanced', 'pair.nesting', 'pair.quote'])
    check(code, '〖BT/标题〗《甲》〖-BT/标题〗〖ZW/正文');
  assert.ok(KINDS.length > 0);
});
