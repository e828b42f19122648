import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marked } from '../support/marks.ts';
import { check, codesOf, fix, only, problemsOf, relatedText, say } from './specification.ts';

/** Six paragraphs of a statement in simplified script and full-width punctuation. */
const PROSE = [
  '双方支持联合国在维护世界和平、促进共同发展、推动国际合作方面发挥中心作用，一致认为这符合国际社会共同利益。',
  '双方强调，各国应当尊重历史传承、文化传统和自主选择的发展道路，反对干涉他国内政，维护国际关系稳定。',
  '两国元首指出，国家独立、主权和领土完整是国际法的基础要素，也是每个国家存在的必要条件。',
].join('\n');

/** The rule finds nothing in any of these. */
function quiet(code: string, ...texts: readonly string[]): void {
  for (const text of texts) check(code, text);
}

/** One rule alone speaks of each of these. */
function each(code: string, ...fixtures: readonly string[]): void {
  for (const fixture of fixtures) only(code, fixture);
}

describe('char.lost', () => {
  test('replacement characters and private areas, a run at once', () => {
    each('char.lost', '双方⟦\ufffd⟧定', '双方⟦\ufffd\ufffd⟧声明', '总理朱⟦\ue5e5⟧基', '甲⟦\u{f0000}⟧乙');
  });
  test('the message names a character that cannot be shown', () => {
    const [problem] = check('char.lost', '总理朱⟦\ue5e5⟧基');
    assert.ok(problem);
    assert.match(say(problem.message), /U\+E5E5/);
    assert.deepEqual(problem.fixes, []);
  });
  test('bytes read in the wrong encoding', () => {
    each('char.lost', '附件⟦ÏÂÔØ⟧地址', '双方⟦锟斤拷锟斤拷⟧声明', '内容⟦烫烫烫烫⟧结束', '标题⟦ä¸­å\u009b½⟧结束');
  });
  test('frames between characters', () => {
    each('char.lost', '国务院总理朱⟦□⟧基出席', '总理朱⟦〓⟧基');
    quiet('char.lost', '□本报记者 张三', '□ 新华社记者 王平', '一、□□□；', '表决：□同意　□反对');
  });
  test('a question mark that cannot be one', () => {
    each(
      'char.lost',
      '摘⟦? ?⟧要',
      '双方指出，⟦?⟧际形势复杂',
      '由中国和⟦?⟧国政府商定',
      '中国人民⟦?⟧的愿望',
      `${PROSE}\n中方支持俄方维护本国⟦?⟧全稳定，反对外部干涉。`,
    );
  });
  test('a question stays', () => {
    quiet(
      'char.lost',
      '还没账号?立即注册',
      '这样好吗?他不知道。',
      '为什么?因为没有时间。',
      `${PROSE}\n他走了?没有人知道，大家都在等。`,
      `${PROSE}\n您是北京人?我也是，幸会。`,
      '要文化中心，还是要博物馆?双方商定后再议。',
      '忘记密码?点此找回',
    );
  });
  test('what a mirror tore is left to its own rule', () => {
    quiet('char.lost', '加速了發(fā)展?jié)摿?、資源、機遇等', '雙方?jīng)Q心對彼此', '各領(lǐng)域?qū)喬貐^(qū)戰略');
  });
});

describe('char.halfwidth', () => {
  test('between Chinese characters', () => {
    each('char.halfwidth', '双方指出⟦,⟧应当合作', '你好⟦!⟧他说', '好吗⟦?⟧他说', '第一⟦;⟧第二', '他说⟦:⟧“好。”');
  });
  test('at the end of a line', () => {
    each('char.halfwidth', '声明如下⟦:⟧\n一', '声明如下⟦:⟧');
  });
  test('brackets around Chinese', () => {
    only('char.halfwidth', '中俄⟦(⟧以下称“双方”⟦),⟧声明如下⟦:⟧');
    fix('char.halfwidth', '（以下称“双方”⟦)⟧声明', '（以下称“双方”）声明');
  });
  test('several in a row are one problem', () => {
    fix('char.halfwidth', '（以下称“双方”⟦),⟧声明如下', '（以下称“双方”），声明如下');
  });
  test('the space behind belongs to the mark', () => {
    fix(
      'char.halfwidth',
      '双方指出⟦, ⟧应当继续加强各领域合作，共同发展。',
      '双方指出，应当继续加强各领域合作，共同发展。',
    );
  });
  test('behind a reading that a mirror put in', () => {
    fix('char.halfwidth', '中俄關系(xì)⟦,⟧走過', '中俄關系(xì)，走過');
    check('char.halfwidth', '安全伙伴關系(AUKUS)⟦,⟧各國');
  });
  test('digits, Latin letters and addresses keep theirs', () => {
    quiet(
      'char.halfwidth',
      '总额1,000元，时间06:56，比分3:1',
      '伙伴关系(AUKUS)各领域',
      '第298条第1款(a)项',
      '网址:https://www.example.cn/中?a=b,c',
      '1)停火；2)撤军',
      '双方(zhōng)合作',
      'He said: “你好, world!”',
    );
  });
  test('a bracket without partner is left to its own rule', () => {
    only('pair.unbalanced', '中俄⟦(⟧以下称双方声明如下');
  });
});

describe('char.middle-dot', () => {
  test('other dots in names', () => {
    each(
      'char.middle-dot',
      '总统弗⟦・⟧弗⟦・⟧普京',
      '若泽⟦•⟧曼努埃尔',
      '弗⟦‧⟧弗⟦∙⟧普京',
      '威廉⟦・⟧J⟦・⟧克林顿',
      '“9⟦・⟧11”事件',
    );
  });
  test('is safe', () => {
    assert.equal(fix('char.middle-dot', '若泽⟦•⟧曼努埃尔', '若泽·曼努埃尔').safe, true);
  });
  test('a question mark between the parts of a name', () => {
    each(
      'char.middle-dot',
      '總統弗⟦?⟧J⟦?⟧克林頓',
      '部長亞歷山大⟦?⟧加卢什卡',
      '总统弗⟦?⟧弗⟦?⟧普京',
      '玛丽亚·扎哈罗娃说，玛丽亚⟦?⟧扎哈罗娃',
    );
    assert.equal(fix('char.middle-dot', '亞歷山大⟦?⟧加卢什卡', '亞歷山大·加卢什卡').safe, true);
    quiet('char.middle-dot', '你认识普京?普京是总统', '去过加拿大?马来西亚呢?', '哈萨克斯坦?乌兹别克斯坦?');
  });
  test('a space or full stop where the name has its dot elsewhere', () => {
    each('char.middle-dot', '总统弗·弗·普京出席。\n弗⟦ ⟧弗⟦ ⟧普京', '玛丽亚·扎哈罗娃说，玛丽亚⟦.⟧扎哈罗娃');
    quiet('char.middle-dot', '弗 弗 普京', '江 泽 民', '俄罗斯联邦总统 弗·弗·普京');
  });
  test('bullets and Japanese keep theirs', () => {
    quiet('char.middle-dot', '•双方同意', '「パンダ・シャンシャン」', '日中正常化・五十年のあゆみ');
  });
});

describe('char.space', () => {
  test('in running text', () => {
    each(
      'char.space',
      '中华人民共和国与俄罗斯联邦⟦ ⟧（以下简称“双方”）声明如下：',
      '双方将加大努力，以巩固东亚峰会作为⟦ ⟧“领导人引领”的论坛作用。',
      '两国元首一致认为，中俄发展关⟦ ⟧系有着广阔前景和巨大潜力。',
      '两国元首一致认为，中俄发展关系，⟦ ⟧有着广阔前景和巨大潜力。',
    );
  });
  test('in a headline where the words go on', () => {
    fix(
      'char.space',
      '中华人民共和国⟦ ⟧与俄罗斯联邦联合声明\n\n一\n\n双方声明如下：',
      '中华人民共和国与俄罗斯联邦联合声明\n\n一\n\n双方声明如下：',
    );
    check('char.space', '〖BT/标题〗习近平同普京会谈 强调深化合作〖-BT/标题〗');
  });
  test('names, offices, credits, verse and tables are spaced on purpose', () => {
    quiet(
      'char.space',
      '主 席\n\n江泽民\n\n（签 字）',
      '    中华人民共和国主席 俄罗斯联邦总统\n    习近平 弗·弗·普京\n    2014年5月20日于上海',
      '〖ZZ/作者〗张三 李四 王五〖-ZZ/作者〗',
      '白日依山尽 黄河入海流',
      '出席会议的有 张三 李四 王五 等同志，会议由赵六主持，历时三天。',
      '本报上海5月20日电 （记者杜尚泽）国家主席习近平20日在上海出席会议，发表讲话。',
      '问： 今年的目标是什么？请您谈谈具体的安排，好吗？',
      '国别 产量 单位\n中国 五亿 吨',
      '第　八　期　字　号',
      '（一）标题 标题由国家名称、事由和文种名称组成，写在第一行。\n（二）正文 写所公布的具体内容，分段叙述，语言要简明。',
    );
  });
});

describe('char.invisible', () => {
  test('a run at once, with what lies between', () => {
    each(
      'char.invisible',
      '双方⟦\u200b⟧声明',
      '双⟦\u200b\ufeff\u2060⟧方',
      '二十八日⟦\u00a0\u00a0 \u00a0⟧　新华社',
      '双⟦\u00ad⟧方',
      '双方⟦\u0007⟧声明',
      '双⟦\u202a⟧方',
    );
  });
  test('what stands for nothing goes', () => {
    assert.equal(fix('char.invisible', '双方⟦\u200b⟧声明', '双方声明').safe, true);
    fix('char.invisible', '二十八日⟦\u00a0\u00a0⟧　　（新华社', '二十八日　　（新华社');
    fix('char.invisible', '第一句。⟦\u00a0⟧第二句。', '第一句。第二句。');
    fix('char.invisible', '声明如下：⟦\u00a0⟧\n一', '声明如下：\n一');
  });
  test('words stay parted', () => {
    fix('char.invisible', 'New⟦\u00a0⟧York', 'New York');
    fix('char.invisible', '张三⟦\u00a0\u00a0⟧李四', '张三 李四');
    fix('char.invisible', '⟦\u00a0\u00a0⟧双方声明', '  双方声明');
    fix('char.invisible', '第一段。⟦\f⟧第二段。', '第一段。\n第二段。');
    fix('char.invisible', '第一段。\n⟦\f⟧第二段。', '第一段。\n第二段。');
  });
  test('ordinary white space and the mark at the start of a file are right', () => {
    quiet('char.invisible', '\ufeff双方\t声明　如下\r\n', '', '\ufeff');
  });
});

describe('char.dash', () => {
  test('other signs', () => {
    each(
      'char.dash',
      '朋友⟦――⟧中国',
      '朋友⟦──⟧中国',
      '朋友⟦--⟧中国',
      '朋友⟦－－⟧中国',
      '⟦--⟧摘自《人民日报》',
      '他说⟦――⟧',
    );
    fix('char.dash', '朋友⟦――⟧中国', '朋友——中国');
  });
  test('half of one', () => {
    each('char.dash', '任务如下：\n⟦—⟧提高双边贸易额。', '唯一的选择，⟦—⟧合作。', '一个原则⟦—⟧即和平共处');
  });
  test('ranges, compounds, numbers, rules and numerals are right', () => {
    quiet(
      'char.dash',
      '2014—2016年、2014-2016年、2014--2016',
      '同江-下列宁斯阔耶、北京—上海、五—八月、二--三天',
      '电话0771—5530647',
      '朋友——中国',
      '────────\n甲\n---\n乙',
      '　　一\n　　甲。\n　　二\n　　乙。',
      '—方面，双方支持',
    );
  });
  test('one that stands for a numeral is left to its own rule', () => {
    only('number.glyph', '⟦—⟧\n\n双方支持合作。\n\n二\n\n双方反对对抗。\n\n三\n\n双方声明。');
  });
});

describe('char.ellipsis', () => {
  test('other signs', () => {
    each('char.ellipsis', '贸易、投资⟦...⟧等', '贸易⟦。。。⟧等', '我们⟦…⟧他说', '我们⟦......⟧', '我们⟦······⟧好');
    fix('char.ellipsis', '气氛热烈⟦。。。⟧', '气氛热烈……');
  });
  test('dots of other kinds are right', () => {
    quiet(
      'char.ellipsis',
      '第一章.........5',
      '第二章......12',
      'the people...他说',
      '好……',
      '省略一段\n…………',
      '2、4、6…100',
    );
  });
});

describe('char.zero', () => {
  test('in years and dates', () => {
    each('char.zero', '二⟦00⟧九年', '二⟦OO⟧二', '一九八⟦０⟧年', '二⟦0⟧一⟦0⟧年');
    fix('char.zero', '二⟦00⟧九年', '二〇〇九年');
  });
  test('a circle beside 〇', () => {
    each('char.zero', '二〇⟦○⟧二年', '一九七⟦○⟧年和一九八〇年');
  });
  test('circles are right in old print, and so are other numbers', () => {
    quiet('char.zero', '二○○二年十二月二日', '2008年', '零点三', '100年', '三0一医院', 'OK', '○一、甲', '30日一早');
  });
});

describe('char.repeat', () => {
  test('punctuation', () => {
    each(
      'char.repeat',
      '演习⟦,,⟧著手',
      '演习⟦，，⟧着手',
      '演习⟦,，⟧着手',
      '结束⟦。。⟧',
      '甲⟦、、、⟧乙',
      '合作⟦，。⟧双方',
    );
    quiet('char.repeat', '起来！！', '什么？？', 'std::vector', '“好。”。', '好。——他');
  });
  test('words', () => {
    each('char.repeat', '发挥⟦的的⟧作用', '⟦双方双方⟧支持');
    quiet(
      'char.repeat',
      '的的确确',
      '达到目的的人',
      '他的的士',
      '的的喀喀湖',
      '利比亚的的黎波里',
      '有的的确好',
      '研究研究',
      '天天',
      '发展中国家国家元首',
    );
  });
  test('a paragraph', () => {
    const text = `${PROSE}\n⟦${PROSE.split('\n')[0]}⟧`;
    only('char.repeat', text);
    const [problem] = check('char.repeat', text);
    assert.deepEqual(relatedText(marked(text).text, problem), [PROSE.split('\n')[0]]);
    quiet('char.repeat', '起来！起来！\n起来！起来！');
  });
});

describe('char.script', () => {
  test('over-converted phrases', () => {
    each(
      'char.script',
      '雙⟦方麵⟧表示',
      '互不⟦幹涉⟧內政',
      '⟦批準⟧該協定',
      '⟦製止⟧走私',
      '加強⟦聯係⟧',
      '⟦曆史⟧悠久',
      '⟦併發布⟧聲明',
      '⟦麵臨⟧挑戰',
      '⟦乾部⟧群眾',
      '⟦壹切⟧活動',
      '⟦北鬥導航⟧',
    );
    each('char.script', '双⟦方麵⟧表示', '⟦曆史⟧', '⟦批準⟧协定');
    fix('char.script', '互不⟦幹涉⟧內政', '互不干涉內政');
    fix('char.script', '雙方⟦麵對⟧挑戰', '雙方面對挑戰');
  });
  test('only the wrong character is edited', () => {
    assert.deepEqual(
      check('char.script', '⟦關(guān)註⟧該問題')[0]?.fixes?.[0]?.edits.map(({ newText }) => newText),
      ['注'],
    );
  });
  test('a date in formal numerals', () => {
    only('char.script', '⟦壹九七⟧⟦二壹年⟧');
  });
  test('right words that hold the same characters', () => {
    quiet(
      'char.script',
      '一批準備好的',
      '按標準入庫',
      '學歷史',
      '合併發行',
      '上海麵粉',
      '飛機製造',
      '方法製作',
      '有關註冊',
      '細緻力求',
      '標誌願景',
      '兩國關係統一',
      '擅長徵集',
      '案頭發現',
      '三隻要回家',
      '國傢具俱全',
    );
  });
  const simplified = `${PROSE}\n${PROSE.replaceAll('双方', '中俄两国')}`;
  test('a stray of the other script that the record prints in its own', () => {
    check('char.script', `${simplified}\n中方维护⟦國⟧家主权，俄方支持⟦國際⟧社会。`);
    const [problem] = check('char.script', `${simplified}\n中方维护⟦國⟧家主权。`);
    assert.equal(problem?.fixes?.[0]?.edits[0]?.newText, '国');
  });
  test('names, titles, quotations and Japanese are not judged', () => {
    quiet(
      'char.script',
      `${simplified}\n作家陳奐生说。`,
      `${simplified}\n《國際法》和“國際”二字。`,
      `${simplified}\n日本の国際關係。`,
      '國际',
      '国家與國家',
    );
  });
});

describe('one slip is reported once', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['演习,,着手', ['char.repeat']],
    ['气氛热烈。。。', ['char.ellipsis']],
    ['弗?J?克林頓', ['char.middle-dot', 'char.middle-dot']],
    ['双方指出，?际形势', ['char.lost']],
    ['好吗?他说', ['char.halfwidth']],
    ['二OO二年', ['char.zero']],
    ['双方\u00a0\u200b声明', ['char.invisible']],
    ['标题ä¸­å\u009b½结束', ['char.lost']],
    ['登录\n还没账号?立即注册\n版权所有,翻版必究', []],
  ];
  for (const [text, codes] of cases) {
    test(JSON.stringify(text), () => {
      const found = codesOf(problemsOf(`${PROSE}\n${text}`)).filter((code) => !code.startsWith('structure.'));
      assert.deepEqual(found, codes);
    });
  }
});
