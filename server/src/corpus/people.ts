import { isDateLine, isSignatory, isSignedMark } from '../statement/furniture.ts';

/** The commonest family names, simplified and traditional. */
const SURNAMES =
  '王李金朴张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔习習温溫戚耿乔喬迟遲骆駱尉安华華项項祝董滕路钮路';
const DOUBLE_SURNAMES = /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|皇甫|尉迟|尉遲)/;
const HAN = '\\u4e00-\\u9fff';
const DOTTED = new RegExp(`^[${HAN}]{1,8}(?:[·・•‧][${HAN}]{1,8}){1,4}$`);
const PLAIN = new RegExp(`^[${HAN}]{2,4}$`);
/** What ends the name of an office or of a body. */
const OFFICE_END = /[席统統理部长長使院会會府社局国國省市区區员員记記相王皇室处處]$/;

/** Whether a word of a signature is the name of a person. */
function isName(word: string): boolean {
  if (DOTTED.test(word)) return true;
  if (!PLAIN.test(word) || OFFICE_END.test(word)) return false;
  return DOUBLE_SURNAMES.test(word) || (word.length <= 3 && SURNAMES.includes(word.charAt(0)));
}

const OFFICES =
  '主席|[总總][统統理]|[总總][书書][记記]|部[长長]|首相|外[长長]|大使|委[员員][长長]|[议議][长長]|秘[书書][长長]|国务委员|國務委員|[总總]干事|[总總]幹事|特使';
/** Words that begin like a name and follow an office: 双方主席方面, 总理任期. */
const NO_NAME = '方面|任期|任[命职職内內]|于[今同本]|高[度级級]|安[全排]|[万萬][岁歲]|[马馬]上';
/** What goes on behind a name. */
const BEHIND = `[^${HAN}]|[于於和与與同对對在将將以及向就的是为為应應主出举舉会會访訪邀等并致亦先今率前来來]`;
const WITH_OFFICE = new RegExp(
  `(?:${OFFICES})((?:[${HAN}]{1,8}[·・•‧]){1,4}[${HAN}]{1,8}?|(?!${NO_NAME})[${SURNAMES}][${HAN}]{1,2}?)(?=${BEHIND})`,
  'g',
);

/** Who visits whom stands at the beginning of a statement, who signs it at its end. */
const HEAD = 3000;
const TAIL = 2000;
const LONGEST_SIGNATURE = 24;

/** The people that a statement names with their office, and those who have signed it. */
export function peopleIn(text: string): Set<string> {
  const names = new Set<string>();
  const parts = text.length > HEAD + TAIL ? [text.slice(0, HEAD), text.slice(-TAIL)] : [text];
  for (const part of parts) for (const [, name] of part.matchAll(WITH_OFFICE)) if (name) names.add(name);
  for (const name of signatories(text.slice(-TAIL))) names.add(name);
  return names;
}

function signatories(tail: string): string[] {
  const lines = tail.split(/[\r\n]+/).map((line) => line.trim());
  const end = lines.findLastIndex((line) => isDateLine(line) || isSignedMark(line));
  const names: string[] = [];
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_SIGNATURE) && isSignatory(lines[at] ?? '。'); at--) {
    names.push(...(lines[at] ?? '').split(/\s+/).filter(isName));
  }
  return names.reverse();
}
