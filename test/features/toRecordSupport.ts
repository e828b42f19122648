import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { type ConversionContext, toRecord } from '../../server/src/features/toRecord/toRecord.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { documentOf } from './support.ts';

export function converted(text: string, context: Partial<ConversionContext> = {}) {
  return toRecord(documentOf(text), { vocabulary: NEWSPAPER_VOCABULARY, today: '20260101', ...context });
}

/** The five texts of `seeds/` and the pages beside this file, by name. */
export const TEXTS: ReadonlyMap<string, string> = new Map(
  ['seeds', 'test/features/pages'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name): [string, string] => [name.replace('.txt', ''), readFileSync(`${folder}/${name}`, 'utf8')]),
  ),
);

/** The Chinese characters, letters and digits of a text, which a conversion keeps. */
export function words(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

const LINES = [
  '中华人民共和国和俄罗斯联邦联合声明',
  '# 中俄联合声明（全文）',
  '中華人民共和國和俄羅斯聯(lián)邦關(guān)于戰(zhàn)略協(xié)作的聯(lián)合聲明',
  '（新华社北京5月16日电）',
  '新华社莫斯科三月二十一日电',
  '2024-05-16 20:11 来源：新华网',
  '首页 > 新闻 > 国际',
  '分享到： 微信 微博',
  '字号：大 中 小',
  '　　应中华人民共和国主席邀请，俄罗斯联邦总统于2024年5月16日访问北京。',
  '双方声明如下：',
  '一',
  '—',
  '二',
  '一、双方认为，两国关系处于历史最好水平',
  '，双方将继续深化合作。',
  '1. 双方同意扩大贸易规模，优化结构。',
  '雙方?jīng)Q心加強(qiáng)協(xié)調(diào)，發(fā)展?jié)摿?、資源。',
  '双方支持(以下称“一带一路”)倡议,推动合作;加强(AUKUS)对话.',
  '弗・弗・普京和习近平于二00九年签署《条约》。',
  '——推进铁路、公路口岸建设；',
  '**双方**强调[国际法](https://example.org/a)的<b>重要性</b>&nbsp;。',
  '— 3 —',
  '12',
  '----------',
  '中华人民共和国主席 俄罗斯联邦总统',
  '主 席',
  '(签 字)',
  '二〇二四年五月十六日于北京',
  '版权所有 京ICP备05070218号',
  '上一篇：外交部发言人表态',
  '锟斤拷锟斤拷ÏÂÔØÈí¼þ',
  '\u200b\u00a0\ufeff',
  '〖BT/标题〗中俄联合声明〖-BT/标题〗',
  '〖ZW/正文〗',
  '〖-ZW/正文〗',
  '〖RQ/日期〗〖-RQ/日期〗',
  'a𠀀b',
];

/** Texts put together of what is found on pages, at random. */
export const pages = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n\n', '\r\n', '　　', '', '\n    ', ' ')), {
    maxLength: 24,
  })
  .map((parts) => parts.map(([line, gap]) => line + gap).join(''));
