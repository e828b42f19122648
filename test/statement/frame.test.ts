import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCredit, isDateLine, isSiteLine } from '../../server/src/statement/furniture.ts';
import { dedent, sketch } from '../support/tree.ts';

function check(text: string, expected: string): void {
  assert.equal(sketch(dedent(text)), dedent(expected));
}

describe('the frame of a statement', () => {
  it('finds title, agency credit, signature and date', () => {
    check(
      `
      新华社北京5月16日电
      中俄联合声明
      一、双方同意。
      中华人民共和国
      主 席
      江泽民
      (签 字)
      二〇〇二年十二月二日于北京
      `,
      `
      credit 新华社北京5月16日电
      title 中俄联合声明
      section 一 双方同意。
      signature 中华人民共和国|主 席|江泽民|(签 字)|二〇〇二年十二月二日于北京
      `,
    );
  });

  it('finds a credit behind the signature', () => {
    check(
      '联合声明\n一、甲。\n2014年5月20日于上海\n（新华社上海5月20日电）',
      'title 联合声明\nsection 一 甲。\nsignature 2014年5月20日于上海\ncredit （新华社上海5月20日电）',
    );
  });

  it('finds a signature without date by its （签字）', () => {
    check(
      '条约\n第一条\n双方同意。\n中华人民共和国代表　　俄罗斯联邦代表\n江 泽 民　　弗·弗·普京\n（签 字）　　（签 字）',
      'title 条约\nsection 一\n  paragraph 双方同意。\nsignature 中华人民共和国代表　　俄罗斯联邦代表|江 泽 民　　弗·弗·普京|（签 字）　　（签 字）',
    );
  });

  it('reads the line under the title that says when the text was adopted', () => {
    check(
      '全体会议公报\n（2024年7月18日第三次全体会议通过）\n新华社北京7月18日电\n一、甲。',
      'title 全体会议公报\ncredit （2024年7月18日第三次全体会议通过）\ncredit 新华社北京7月18日电\nsection 一 甲。',
    );
  });

  it('joins a title over two lines', () => {
    check(
      '中华人民共和国和俄罗斯联邦\n联合声明\n双方同意。',
      'title 中华人民共和国和俄罗斯联邦|联合声明\nparagraph 双方同意。',
    );
  });

  it('reads Markdown headings before the body as titles, with the date of the page', () => {
    check(
      '# 联合声明（全文）\n\n2017-07-05 06:56\n\n## 联合声明\n\n双方同意。',
      'title 联合声明（全文）\ncredit 2017-07-05 06:56\ntitle 联合声明\nparagraph 双方同意。',
    );
  });

  it('takes the lines that a web page adds at the end for boilerplate', () => {
    check(
      '联合声明\n一、甲。\n2024年5月16日于北京\n京ICP备11003557 版权所有\n登录\n还没账号\n请输入验证码',
      'title 联合声明\nsection 一 甲。\nsignature 2024年5月16日于北京\nboilerplate 京ICP备11003557 版权所有|登录|还没账号|请输入验证码',
    );
  });

  it('knows a date line from a sentence with a date', () => {
    for (const line of [
      '二〇〇二年十二月二日于北京',
      '2014年5月20日于上海',
      '二〇二一年六月二十八日',
      '一九七二年二月二十八日，上海',
      '（2001年7月16日）',
      '二○○一年七月十六日於莫斯科',
    ]) {
      assert.ok(isDateLine(line), line);
    }
    for (const line of ['2001年7月16日签署的条约有效', '于2014年5月20日访问中国。', '2014年'])
      assert.ok(!isDateLine(line), line);
  });

  it('knows an agency credit from a sentence about the agency', () => {
    for (const line of [
      '（新华社上海5月20日电）',
      '新華社北京5月16日電',
      '本报北京7月2日讯',
      '新华社莫斯科七月十六日电',
    ])
      assert.ok(isCredit(line), line);
    for (const line of ['新华社记者报道了会谈。', '新华社北京5月16日电 习近平主席举行会谈'])
      assert.ok(!isCredit(line), line);
  });

  it('leaves a sentence that names a licence to the statement', () => {
    assert.ok(isSiteLine('信息網(wǎng)絡(luò)傳播視聽節(jié)目許可證:120330032'));
    assert.ok(!isSiteLine('双方同意简化许可证和登记备案手续。'));
  });
});
