import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/text/edits.ts';
import { marked } from '../support/marks.ts';
import { sketch } from '../support/tree.ts';
import { check, fix, only, RECORD, relatedText, say } from './specification.ts';

const LONG = '双方一致认为，应当尊重各国的历史传承和文化传统，反对干涉他国内政。';
const HALF = '双方高度评价亚欧会议为推动亚欧新型平等伙伴关系深';

/** A record whose body has these lines. */
function body(...lines: readonly string[]): string {
  return RECORD.replace('    双方声明如下：\n', lines.map((line) => `${line}\n`).join(''));
}

describe('structure.broken-paragraph', () => {
  const broken = `一\n甲。\n二\n${HALF}⟦入\n\n发⟧展所作的贡献。\n`;
  test('is reported at the break, on a character on each side', () => {
    only('structure.broken-paragraph', broken);
    assert.match(say(check('structure.broken-paragraph', broken)[0]!.message), /伴关系深入.*发展所作的贡/);
  });
  test('joining takes away the break and the white space there', () => {
    fix('structure.broken-paragraph', broken, `一\n甲。\n二\n${HALF}入发展所作的贡献。\n`);
    fix(
      'structure.broken-paragraph',
      `一、${HALF}⟦入  \r\n\r\n发⟧展所作的贡献。\r\n`,
      `一、${HALF}入发展所作的贡献。\r\n`,
    );
    fix(
      'structure.broken-paragraph',
      `一、${HALF}⟦入\n发⟧展⟦入\n发⟧展所作的贡献。`.replace('展⟦', `展${HALF}⟦`),
      `一、${HALF}入发展${HALF}入\n发展所作的贡献。`,
    );
  });
  test('Latin words keep a space', () => {
    fix(
      'structure.broken-paragraph',
      '一、双方指出，高度评价并欢迎东盟地区论坛（ASEA⟦N\nR⟧egional Forum）发挥的作用。\n',
      '一、双方指出，高度评价并欢迎东盟地区论坛（ASEAN Regional Forum）发挥的作用。\n',
    );
  });
  test('in an indented body, a line without indentation carries on the one before', () => {
    const [head, tail] = ['    双方指出，必须采取积极措施，扩大贸易规', '模，改善商品结构。'];
    check('structure.broken-paragraph', body('    甲。', `${head}⟦模\n改⟧${tail.slice(2)}`));
  });
  test('even where the first half is short', () => {
    check(
      'structure.broken-paragraph',
      body(`    ${LONG}`, `    ${LONG}`, '    双方⟦继', `续⟧在鼓励和促进尊重人权方面开展合作，${LONG}`),
    );
  });
  test('where both are indented, long prose that stops in mid-sentence tells', () => {
    const prose = LONG.slice(0, -1);
    fix(
      'structure.broken-paragraph',
      body(
        '    甲。',
        `    双方指出，${prose}以保障安⟦全
    和⟧稳定，推动合作。`,
      ),
      body('    甲。', `    双方指出，${prose}以保障安全和稳定，推动合作。`),
    );
    check('structure.broken-paragraph', body('    甲。', `    ${LONG}${prose}`, '    双方将继续加强合作。'));
    check(
      'structure.broken-paragraph',
      body('    甲。', `    图为会谈现场。${LONG}新华社记者李学仁摄`, '    这次会谈，取得了丰硕成果。'),
    );
  });
  test('else, only words that cannot end a paragraph tell', () => {
    check('structure.broken-paragraph', body('    甲。', `    ${LONG.slice(0, -6)}⟦，\n    双⟧方将继续努力。`));
    check('structure.broken-paragraph', body('    甲。', `    ${HALF}入`, '    发展所作的贡献。'));
  });
  for (const [what, text] of [
    ['verses', '床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n'],
    ['free verses', '我来了，带着一身风雨\n而你，还在原处吗？\n你说，你会等我\n直到春天。\n'],
    [
      'rows of a table',
      '甲。\n国家  首都  人口（万人）  面积（万平方公里）\n中国  北京  140005  960\n俄罗斯  莫斯科  14617  1710\n',
    ],
    ['a heading', '一、甲。\n关于加强全球战略稳定和地区安全合作的若干问题\n双方认为，形势复杂。\n双方将加强合作。\n'],
    ['a heading with a number', `一、甲。\n二、关于加强全球战略稳定和推动地区安全合作的若干问题\n双方重申，${LONG}\n`],
    ['a dialogue', '甲。\n问：您怎么看？\n答：我认为，双方关系很好\n问：还有呢？\n'],
    ['a list of names', '甲。\n出席会谈的有\n外交部部长王毅\n国防部部长李尚福\n'],
  ] as const) {
    test(`leaves ${what} alone`, () => void check('structure.broken-paragraph', text));
  }
});

describe('structure.one-line', () => {
  const line = `联合声明⟦　　⟧${LONG}　　一　　${LONG.repeat(4)}　　二　　${LONG}`;
  test('is reported once a record, where the first two paragraphs meet', () => {
    assert.match(say(check('structure.one-line', line)[0]!.message), /6 个段落/);
    assert.equal(check('structure.one-line', `${line}\n${marked(line).text}`).length, 1);
  });
  test('begins a line with each, and changes nothing else', () => {
    fix('structure.one-line', line, `联合声明\n　　${LONG}\n　　一\n　　${LONG.repeat(4)}\n　　二\n　　${LONG}`);
  });
  test('uses the line break of the record', () => {
    fix(
      'structure.one-line',
      `联合声明\r\n${LONG.repeat(6)}⟦　　⟧${LONG}\r\n`,
      `联合声明\r\n${LONG.repeat(6)}\r\n　　${LONG}\r\n`,
    );
  });
  test('keeps what white space there is before the indentation', () => {
    fix(
      'structure.one-line',
      `${LONG.repeat(6)}\u00a0\u00a0⟦　　⟧（新华社北京6月28日电）`,
      `${LONG.repeat(6)}\u00a0\u00a0\n　　（新华社北京6月28日电）`,
    );
  });
  test('a gap inside a sentence parts no paragraphs', () => {
    const sentence = LONG.slice(0, -1).repeat(4);
    check('structure.one-line', `${sentence}，中华人民共和国代表　　俄罗斯联邦代表${sentence}。`);
    check('structure.one-line', '主席　　总统\n江泽民　　普京\n');
  });
  test('the tree is the same afterwards', () => {
    const { text } = marked(line);
    const [problem] = check('structure.one-line', line);
    assert.equal(sketch(applyEdits(text, problem?.fixes?.[0]?.edits ?? [])), sketch(text));
  });
});

describe('structure.truncated', () => {
  test('a last sentence that nothing ends', () => {
    only('structure.truncated', `一、${LONG}⟦双方⟧`);
    only('structure.truncated', body('    甲。', `    ${LONG}⟦双方将继续⟧`));
    only('structure.truncated', `一、${LONG}\n⟦双方一致认为，应当继续尊重各国的历史传承、⟧`);
  });
  test('points to what the site says', () => {
    const fixture = `一、${LONG}⟦双方⟧\n\n**预览已结束，完整报告链接和二维码如下：**\n`;
    const [problem] = check('structure.truncated', fixture);
    assert.deepEqual(relatedText(marked(fixture).text, problem), ['**预览已结束，完整报告链接和二维码如下：**']);
  });
  test('a site may say so behind a whole sentence', () => {
    check('structure.truncated', `一、${LONG}\n⟦阅读全文⟧\n登录\n`);
    check('structure.truncated', `一、${LONG}\n⟦试读已结束，请登录⟧\n`);
  });
  for (const [what, text] of [
    ['a signature follows', `一、${LONG}双方\n2014年5月20日于上海\n`],
    ['a picture’s credit ends it', `习近平同普京会谈，双方就双边关系深入交换意见。新华社记者 李学仁摄`],
    ['an author ends it', `甲。\n${LONG}（作者为中国社会科学院研究员）`],
    ['it is a verse', '甲。\n床前明月光，\n疑是地上霜\n'],
    ['it is a name', `${LONG}\n杜尚泽 施晓慧`],
    ['it is a heading', `${LONG}\n谱写世代友好新篇章`],
    ['it ends with a quotation', `${LONG}他说：“双方关系很好，我们要珍惜。”`],
    ['it is empty', ''],
  ] as const) {
    test(`not where ${what}`, () => void check('structure.truncated', text));
  }
});

describe('structure.boilerplate', () => {
  test('the lines of the page at the end', () => {
    const fixture = `一、甲。\n2024年5月16日于北京\n⟦京ICP备11003557 版权所有\n登录\n请输入验证码⟧\n`;
    only('structure.boilerplate', fixture);
    fix('structure.boilerplate', fixture, '一、甲。\n2024年5月16日于北京\n');
    assert.match(say(check('structure.boilerplate', fixture)[0]!.message), /3 行/);
  });
  test('at the end of a text without a final line break', () => {
    fix('structure.boilerplate', '一、甲。\r\n⟦责任编辑：张三⟧', '一、甲。');
  });
  test('inside the body of a record', () => {
    fix('structure.boilerplate', body('    甲。', '    ⟦扫一扫，手机阅读⟧'), body('    甲。'));
  });
  test('among the text', () => {
    fix(
      'structure.boilerplate',
      `一、甲。\n⟦上一篇：中俄会谈⟧\n二、${LONG}\n${LONG}\n${LONG}\n`,
      `一、甲。\n二、${LONG}\n${LONG}\n${LONG}\n`,
    );
  });
  test('the time of the page, and its headline above that of the text', () => {
    fix(
      'structure.boilerplate',
      '⟦# 联合声明（全文）⟧\n⟦2017-07-05 06:56⟧\n# 联合声明\n一、甲。\n',
      '2017-07-05 06:56\n# 联合声明\n一、甲。\n',
    );
  });
  test('of a text on one line, only the words', () => {
    const text = LONG.repeat(6);
    fix('structure.boilerplate', `${text}　　⟦登录⟧`, text);
  });
  for (const [what, text] of [
    ['a sentence on licences', '双方同意简化许可证和登记备案手续。\n'],
    ['the items of a list', '一、甲：\n（一）颁发许可证；\n（二）办理注册；\n（三）备案。\n'],
    ['a table', '甲。\n企业名称  注册资本  成立年份\n甲公司  100万元  1994\n注册会计师  12  1995\n'],
    ['a headline of its own', '联合声明\n一、甲。\n'],
  ] as const) {
    test(`leaves ${what} alone`, () => void check('structure.boilerplate', text));
  }
});

describe('structure.residue', () => {
  const cases: readonly (readonly [what: string, wrong: string, right: string])[] = [
    ['a heading', '甲。\n⟦## ⟧乙。\n', '甲。\n乙。\n'],
    ['an indented heading', '    甲。\n    ⟦### ⟧乙。\n', '    甲。\n    乙。\n'],
    ['bold type', '双方⟦**强调**⟧合作。', '双方强调合作。'],
    ['a link', '双方⟦[签署条约](https://example.org/a_(b))⟧。', '双方签署条约。'],
    ['a link with a title', '双方⟦[签署](/a.html "条约")⟧。', '双方签署。'],
    ['an image', '双方。⟦![图一](a.jpg)⟧', '双方。图一'],
    ['a tag', '双方⟦<strong>⟧强调⟦</strong>⟧合作。', '双方强调合作。'],
    ['a tag with attributes', '双方⟦<span style="color: red" lang=zh>⟧强调。', '双方强调。'],
    ['a run of tags', '甲。⟦</p><p>⟧乙。', '甲。\n乙。'],
    ['a break of the line', '    甲。⟦<br/>⟧乙。\n', '    甲。\n    乙。\n'],
    ['a tag that breaks nothing', '⟦<p>⟧甲。\n', '甲。\n'],
    ['a comment', '甲。⟦<!-- end -->⟧', '甲。'],
    ['typesetting', '双方⟦<img=522b0201aa>⟧强调⟦<KG1>⟧合作。', '双方强调合作。'],
    ['entities', '甲⟦&middot;⟧乙⟦&mdash;&mdash;⟧丙⟦&#19969;&#x4E01;⟧', ''],
    ['spaces', '⟦&nbsp;&nbsp;⟧甲。', '  甲。'],
    ['an escape', '甲⟦\\*⟧乙', '甲*乙'],
  ];
  for (const [what, wrong, right] of cases) {
    test(what, () => {
      const { text } = marked(wrong);
      const problems = check('structure.residue', wrong);
      if (problems.length === 1) fix('structure.residue', wrong, right);
      else assert.notEqual(problems[0]?.fixes?.length, 0, text);
    });
  }
  test('in a record, and in its headline', () => {
    check('structure.residue', RECORD.replace('联合声明', '⟦**联合声明**⟧').replace('双方', '⟦&ldquo;⟧双方'));
  });
  test('lines that go as a whole need no cleaning', () => {
    check('structure.residue', '一、甲。\n**预览已结束**\n[https://a.cn/b](https://a.cn/b)\n');
  });
  for (const text of [
    '#双方',
    '[1]（见附件）[注](见下文)',
    'R&D 和 AT&T，a<b，3 < 5 > 2',
    '〈论十大关系〉<中俄联合声明>',
    '2*3*4',
    '＊＊',
    '<<人民日报>>',
    '----',
  ]) {
    test(`leaves ${text} alone`, () => void check('structure.residue', `甲。\n${text}\n`));
  }
});

describe('structure.signature', () => {
  const OTHERS = [
    '双方将在平等互利的基础上扩大经贸、科技和人文合作，造福两国人民。',
    '双方主张加强联合国在国际事务中的核心作用，维护以国际法为基础的秩序。',
    '双方支持通过对话协商和平解决地区冲突，防止局势进一步升级。',
  ];
  const sections = `双方声明如下：\n一、${OTHERS[0]}\n二、${OTHERS[1]}\n三、${OTHERS[2]}${LONG}`;
  test('a joint statement that ends without one', () => {
    only('structure.signature', `中俄联合声明\n${sections.slice(0, -LONG.length)}⟦${LONG}⟧\n`);
    check('structure.signature', RECORD.replace('    双方声明如下：', `${sections.slice(0, -LONG.length)}⟦${LONG}⟧`));
  });
  test('not with a date, or with names', () => {
    check('structure.signature', `中俄联合声明\n${sections}\n二〇二一年六月二十八日\n`);
    check('structure.signature', `中俄联合声明\n${sections}\n江泽民　　普京\n（签字）　　（签字）\n`);
  });
  test('not in what tells of a statement, nor in an article', () => {
    const article = `今天发表的这份文件内容丰富，它回顾了过去，也展望了将来，受到舆论广泛关注。\n${'专家指出，这有利于地区的和平与稳定。\n'.repeat(8)}`;
    for (const title of [
      '中俄发表联合声明',
      '外交部发言人谈中俄联合声明',
      '中俄关系迈上新台阶',
      '我国与俄罗斯签署联合声明',
    ]) {
      check('structure.signature', `${title}\n${sections}\n`);
    }
    check('structure.signature', `中俄联合声明\n${article}`);
  });
  test('not of a text that stops short: that is reported already', () => {
    only('structure.truncated', `中俄联合声明\n${sections}⟦双方将⟧\n`);
  });
});

describe('structure.indent', () => {
  test('most lines are right', () => {
    const wrong = body(
      '    甲方同意。',
      '⟦　　⟧乙方同意。',
      '    丙方同意。',
      '⟦丁⟧方同意。',
      '    戊方同意。',
      '    己方同意。',
    );
    check('structure.indent', wrong);
    const right = body(
      '    甲方同意。',
      '    乙方同意。',
      '    丙方同意。',
      '丁方同意。',
      '    戊方同意。',
      '    己方同意。',
    );
    assert.equal(fix('structure.indent', wrong, right).safe, true);
  });
  test('says what the others have', () => {
    const problems = check('structure.indent', '　　甲甲。\n　　乙乙。\n　　丙丙。\n⟦    ⟧丁丁。\n');
    assert.match(say(problems[0]!.message), /2 个全角空格/);
    assert.match(say(problems[0]!.message, 'en'), /2 full-width spaces/);
  });
  for (const [what, text] of [
    ['a body without indentation', '甲方同意。\n乙方同意。\n丙方同意。\n    丁方同意。\n'],
    ['a body that has no custom', '    甲方同意。\n乙方同意。\n  丙方同意。\n　　丁方同意。\n'],
    [
      'items that are set in',
      '    一、甲方同意。\n      1. 子。\n      2. 丑。\n    二、乙方同意。\n    三、丙方同意。\n    四、丁方同意。\n',
    ],
    ['a centred heading', '    甲方同意。\n          合作前景\n    乙方同意。\n    丙方同意。\n'],
    [
      'a quotation',
      '    甲方同意。\n    乙方同意。\n    丙方同意。\n        红军不怕远征难，\n        万水千山只等闲。\n    丁方同意。\n    戊方同意。\n',
    ],
    [
      'numerals that are centred',
      '        一\n    甲方同意。\n        二\n    乙方同意。\n        三\n    丙方同意。\n',
    ],
  ] as const) {
    test(`leaves ${what} alone`, () => void check('structure.indent', text));
  }
});
