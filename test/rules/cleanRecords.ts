const OPENINGS = [
  '应中华人民共和国主席邀请，俄罗斯联邦总统弗·弗·普京于二〇〇九年六月十六日对中国进行国事访问。双方声明如下：',
  '两国元首在北京举行会谈，签署了《关于加强战略协作的联合公报》，并就共同关心的问题深入交换意见。',
  '乌兹别克斯坦总统伊·阿·卡里莫夫出席了开幕式，对中国人民的热情接待表示感谢。双方达成协议如下：',
];
const ITEMS = [
  '双方高度评价两国关系的发展，认为经贸、能源、科技领域的合作前景广阔；两国将继续推动双边贸易稳步增长。',
  '双方重申恪守《关于建立友好合作关系的条约》，坚持“互信、互利、平等、协商”的原则，反对任何形式的单边制裁。',
  '中方愿同各国一道，维护以联合国为核心的国际体系（包括国际法和国际关系基本准则），促进世界和平与发展。',
  '为落实上述任务，两国政府将成立联合委员会，定期举行会议，通报工作进展；必要时邀请有关专家参加讨论。',
  '代表们指出，“和平与发展”仍是时代主题——各国人民都盼望安宁的生活，都有权利选择自己的道路。',
  '二〇〇九年以来，双方在文化、教育、卫生等领域的交流不断扩大……这些成果为今后的合作打下了坚实基础。',
  '双方欢迎《关于防治沙漠化的行动纲领》获得通过，愿意加强生态保护方面的协调，共同应对气候变化的挑战。',
];
const ENDINGS = [
  '双方相信，两国人民的友谊必将世代相传。',
  '双方商定，下一次会晤将在莫斯科举行，具体日期通过外交途径确定。',
];

function record(index: number): string {
  const at = <Item>(list: readonly Item[], offset: number): Item => list[(index + offset) % list.length]!;
  const numerals = ['一', '二', '三', '四', '五'];
  return [
    `〖ZQ/总期〗${22_000 + index}〖-ZQ/总期〗`,
    '〖RQ/日期〗20090617〖-RQ/日期〗',
    '〖BH/版号〗002〖-BH/版号〗',
    `〖TH/条号〗${1 + index}〖-TH/条号〗`,
    '〖BT/标题〗中俄两国关于深化合作的联合声明〖-BT/标题〗',
    '〖BM/版名〗要闻〖-BM/版名〗',
    '〖TC/体裁〗公报、公告〖-TC/体裁〗',
    '〖ZW/正文〗',
    `    ${at(OPENINGS, 0)}`,
    ...numerals.map((numeral, offset) => `    ${numeral}、${at(ITEMS, offset)}`),
    `    ${at(ENDINGS, 0)}`,
    '    二〇〇九年六月十六日于北京',
    '〖-ZW/正文〗',
    '',
  ].join('\n');
}

/**
 * Records in which nothing is wrong, with something in them for every injury: numbered items, titles, quotations, brackets,
 * names with dots, dashes, ellipses and years.
 */
export const CLEAN_RECORDS: readonly string[] = Array.from({ length: 14 }, (_, index) => record(index));
