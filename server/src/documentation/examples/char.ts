import type { Examples } from '../example.ts';

export const CHAR_EXAMPLES: Examples = {
  'char.pinyin': {
    repair: 'safe',
    wrong: `中俄聯(lián)合聲明
雙方聲明，中俄關(guān)系和國際關(guān)系應(yīng)當發(fā)展，聯(lián)合國應(yīng)當發(fā)揮作用，經(jīng)濟應(yīng)當發(fā)展。
`,
    right: `中俄聯合聲明
雙方聲明，中俄關系和國際關系應當發展，聯合國應當發揮作用，經濟應當發展。
`,
  },
  'char.torn': {
    repair: 'safe-where-sure',
    wrong: `中俄聯合聲明
雙方?jīng)Q心在尊重各國國情的基礎上加強合作。
`,
    right: `中俄聯合聲明
雙方決心在尊重各國國情的基礎上加強合作。
`,
  },
  'char.lost': {
    repair: 'none',
    wrong: `双方决定，由中\ufffd两国政府继续磋商，并将?大合作规模。国务院总理朱□基出席。
`,
    right: `双方决定，由中俄两国政府继续磋商，并将扩大合作规模。国务院总理朱镕基出席。
`,
  },
  'char.halfwidth': {
    repair: 'unsafe',
    wrong: `中华人民共和国和俄罗斯联邦(以下称“双方”),声明如下:双方将继续合作。
`,
    right: `中华人民共和国和俄罗斯联邦（以下称“双方”），声明如下：双方将继续合作。
`,
  },
  'char.middle-dot': {
    repair: 'safe',
    wrong: `俄罗斯联邦总统弗・弗・普京和弗?J?克林顿出席了会议。
`,
    right: `俄罗斯联邦总统弗·弗·普京和弗·J·克林顿出席了会议。
`,
  },
  'char.space': {
    repair: 'unsafe',
    wrong: `双方将加大努力，以巩固东亚峰会作为 “领导人引领”的战略论坛作用。
`,
    right: `双方将加大努力，以巩固东亚峰会作为“领导人引领”的战略论坛作用。
`,
  },
  'char.invisible': {
    repair: 'safe',
    wrong: `二〇二一年六月二十八日\u00a0\u00a0　　（新华社北京6月28日电）
双方\u200b声明如下：
`,
    right: `二〇二一年六月二十八日　　（新华社北京6月28日电）
双方声明如下：
`,
  },
  'char.dash': {
    repair: 'unsafe',
    wrong: `为此，双方商定落实以下任务：
──提高双边贸易额；
--加强工业领域合作；
—有效保护知识产权。
`,
    right: `为此，双方商定落实以下任务：
——提高双边贸易额；
——加强工业领域合作；
——有效保护知识产权。
`,
  },
  'char.ellipsis': {
    repair: 'unsafe',
    wrong: `与会者讨论了贸易、投资、能源...等问题，气氛热烈。。。
`,
    right: `与会者讨论了贸易、投资、能源……等问题，气氛热烈……
`,
  },
  'char.zero': {
    repair: 'unsafe',
    wrong: `二00九年十二月二日，双方在北京会晤。二OO二年的声明继续有效。
`,
    right: `二〇〇九年十二月二日，双方在北京会晤。二〇〇二年的声明继续有效。
`,
  },
  'char.repeat': {
    repair: 'none',
    wrong: `双方支持联合国在国际事务中发挥的的核心作用，，反对单边主义。。
`,
    right: `双方支持联合国在国际事务中发挥的核心作用，反对单边主义。
`,
  },
  'char.script': {
    repair: 'unsafe',
    wrong: `雙方在各方麵互不幹涉內政，中方批準了該協定。
`,
    right: `雙方在各方面互不干涉內政，中方批准了該協定。
`,
  },
};
