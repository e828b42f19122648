import type { PlainText } from './plainText.ts';
import { isHanCharacter } from './signs.ts';

/** Longer parts of names are not compared. */
const LONGEST_PART = 8;
/** More places where the same two characters meet around a dot are not compared. */
const MOST_PLACES = 8;

/** Where dots part names in one record: by the two characters around them. */
export type DottedNames = ReadonlyMap<string, readonly number[]>;

export function dottedNames({ text }: PlainText): DottedNames {
  const names = new Map<string, number[]>();
  for (const { index } of text.matchAll(/[·・•‧∙･]/g)) {
    const before = text.charAt(index - 1);
    const behind = text.charAt(index + 1);
    if (!isPart(before) || !isPart(behind)) continue;
    const places = names.get(before + behind);
    if (!places) names.set(before + behind, [index]);
    else if (places.length < MOST_PLACES) places.push(index);
  }
  return names;
}

/** Whether the record prints elsewhere a dot between what stands before `end` and what stands from `start` on. */
export function isDottedElsewhere(names: DottedNames, text: string, end: number, start: number): boolean {
  const places = names.get(text.charAt(end - 1) + text.charAt(start));
  return (
    places?.some((at) => {
      let before = 1;
      while (before < LONGEST_PART && isSamePart(text, end - 1 - before, at - 1 - before)) before++;
      let behind = 1;
      while (behind < LONGEST_PART && isSamePart(text, start + behind, at + 1 + behind)) behind++;
      // One character is the whole part of 弗·弗·普京; of a longer part it would prove nothing.
      return (
        (before > 1 || !isPart(text.charAt(end - 2)) || !isPart(text.charAt(at - 2))) &&
        (behind > 1 || !isPart(text.charAt(start + 1)) || !isPart(text.charAt(at + 2)))
      );
    }) ?? false
  );
}

function isSamePart(text: string, a: number, b: number): boolean {
  return a >= 0 && text.charAt(a) === text.charAt(b) && isPart(text.charAt(a));
}

/** Whether a character may stand in a foreign name: a Chinese one or an initial. */
export function isPart(character: string): boolean {
  return isHanCharacter(character) || /^[A-Z]$/.test(character);
}

/** Characters in which names are transcribed, in simplified form. */
const TRANSCRIPTION = new Set(
  '阿埃艾爱安昂奥巴白拜班邦保鲍贝倍本比彼毕别宾波伯勃博布采查茨楚茨达大戴丹当道德登邓狄迪蒂丁东杜敦顿多厄恩尔耳法凡范方菲费芬丰弗佛夫福富盖甘冈高戈哥格葛根贡古顾瓜圭贵郭哈海汉豪赫黑亨洪侯胡怀霍基吉季加迦贾简杰捷金喀卡凯坎康考柯科可克肯库夸奎坤拉腊莱赖兰朗劳勒雷黎里理利莉丽连列烈林琳留柳龙隆娄卢鲁路露伦罗洛吕马玛迈麦曼芒毛茂梅门蒙孟米密缅明摩莫墨默姆木穆内纳娜乃奈南尼年涅宁纽农努诺欧帕派潘庞佩彭蓬皮匹平泼珀普奇齐恰钱乔切琴青丘曲屈让热仁日荣茹瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申沈圣盛施什石史士舒斯丝司思斯松苏索塔泰坦汤唐陶特滕提田廷通图屠托陀瓦万旺威韦维魏温文翁沃乌武西希席夏香肖歇谢辛欣兴雄休许雪逊雅亚延扬杨耶叶伊依以易因殷英尤于约赞泽曾扎詹章珍郑芝治朱卓兹孜佐',
);
/** Names of countries, which stand one beside the other without a dot. */
const COUNTRY = /(?:斯坦|利[亚亞]|尼[亚亞]|西[亚亞]|比[亚亞]|[罗羅]斯|拿大|牙利|瑞士|[兰蘭]|[伦倫]敦|巴西|智利)$/;

/** How many characters before `end` may be one transcribed name. */
export function transcribedBefore(text: string, end: number, simplify: (character: string) => string): number {
  let length = 0;
  while (length < LONGEST_PART && TRANSCRIPTION.has(simplify(text.charAt(end - 1 - length)))) length++;
  return COUNTRY.test(text.slice(end - length, end)) ? 0 : length;
}

export function transcribedBehind(text: string, start: number, simplify: (character: string) => string): number {
  let length = 0;
  while (length < LONGEST_PART && TRANSCRIPTION.has(simplify(text.charAt(start + length)))) length++;
  return COUNTRY.test(text.slice(start, start + length)) ? 0 : length;
}
