import type { TagDefinition } from '../../markup/vocabulary.ts';
import { pinyinInitials } from '../../text/pinyinInitials.ts';

/** How the names of the newspaper's tags are read, syllable by syllable and without tones. */
const READINGS: Readonly<Record<string, string>> = {
  总期: 'zong qi',
  日期: 'ri qi',
  版号: 'ban hao',
  条号: 'tiao hao',
  引题: 'yin ti',
  标题: 'biao ti',
  副题: 'fu ti',
  作者: 'zuo zhe',
  版名: 'ban ming',
  体裁: 'ti cai',
  正文: 'zheng wen',
  换行: 'huan hang',
  加重: 'jia zhong',
  字符: 'zi fu',
};

/** All that one may type for a tag: BT/标题, 标题, biaoti, bt. Of a tag that a workspace has added only the initials are known. */
export function tagWritings({ code, name }: TagDefinition): readonly string[] {
  const reading = READINGS[name];
  const read = reading ? [reading.replaceAll(' ', ''), reading.replace(/(\w)\w* ?/g, '$1')] : [pinyinInitials(name)];
  return [`${code}/${name}`, name, ...read];
}
