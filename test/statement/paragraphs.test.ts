import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dedent, parse, sketch } from '../support/tree.ts';

function check(text: string, expected: string): void {
  assert.equal(sketch(text), dedent(expected));
}

const HALF = '双方高度评价亚欧会议为推动亚欧新型平等伙伴关系深入';

describe('logical paragraphs', () => {
  it('joins what a page break cut in two', () => {
    check(`一\n\n${HALF}\n\n发展所作的贡献。`, `section 一\n  paragraph ${HALF}|发展所作的贡献。`);
  });

  it('joins what was cut more than once', () => {
    check(
      `一、甲。\n二\n${HALF}\n${HALF}\n发展所作的贡献。`,
      `
      section 一 甲。
      section 二
        paragraph ${HALF}|${HALF}|发展所作的贡献。
    `.replace(/\n {4}$/, ''),
    );
  });

  it('keeps apart what ends with its punctuation', () => {
    check(`${HALF}。\n发展所作的贡献。`, `paragraph ${HALF}。\nparagraph 发展所作的贡献。`);
  });

  it('keeps a numeral, a bullet and an indented line out of a broken paragraph', () => {
    for (const next of ['二、双方同意。', '——双方同意。', '    双方同意。']) {
      assert.equal(
        parse(`一、甲。\n${HALF}\n${next}`)
          .root.children.flatMap((node) => [node, ...node.children])
          .some((node) => node.pieces.length > 1),
        false,
        next,
      );
    }
  });

  it('keeps the lines of a verse apart', () => {
    check(
      '床前明月光\n疑是地上霜\n举头望明月\n低头思故乡。',
      'title 床前明月光\nparagraph 疑是地上霜\nparagraph 举头望明月\nparagraph 低头思故乡。',
    );
  });

  it('parts a long line at its ideographic gaps', () => {
    const long = '双方同意加强合作。'.repeat(12);
    check(
      `联合声明　　${long}　　一　　${long}　　二　　${long}`,
      `
      title 联合声明
      preamble
        paragraph ${long}
      section 一
        paragraph ${long}
      section 二
        paragraph ${long}
    `.replace(/\n {4}$/, ''),
    );
  });

  it('takes gaps in a short line for spacing', () => {
    check('一、甲。\n主席　　总统', 'section 一 甲。\n  paragraph 主席　　总统');
  });

  it('reads CR LF and lone CR as line breaks', () => {
    const expected = 'section 一 甲。\nsection 二 乙。';
    check('一、甲。\r\n二、乙。\r\n', expected);
    check('一、甲。\r二、乙。\r', expected);
  });
});
