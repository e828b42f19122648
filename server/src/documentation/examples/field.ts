import type { Examples } from '../example.ts';

export const FIELD_EXAMPLES: Examples = {
  'field.missing': {
    repair: 'unsafe',
    wrong: `〖ZQ/总期〗20585〖-ZQ/总期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
`,
    right: `〖ZQ/总期〗20585〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
`,
  },
  'field.duplicate': {
    repair: 'none',
    wrong: `〖BT/标题〗中俄联合声明〖-BT/标题〗
〖BT/标题〗关于全面战略协作伙伴关系新阶段〖-BT/标题〗
`,
    right: `〖BT/标题〗中俄联合声明〖-BT/标题〗
〖FT/副题〗关于全面战略协作伙伴关系新阶段〖-FT/副题〗
`,
  },
  'field.order': {
    repair: 'unsafe',
    wrong: `〖RQ/日期〗20140521〖-RQ/日期〗
〖TH/条号〗2〖-TH/条号〗
〖BH/版号〗002〖-BH/版号〗
`,
    right: `〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
`,
  },
  'field.empty': {
    repair: 'none',
    wrong: `〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZZ/作者〗〖-ZZ/作者〗
`,
    right: `〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZZ/作者〗杜尚泽〖-ZZ/作者〗
`,
  },
  'field.stray-text': {
    repair: 'none',
    wrong: `〖BT/标题〗中俄联合声明〖-BT/标题〗
要闻
〖TC/体裁〗公报、公告〖-TC/体裁〗
`,
    right: `〖BT/标题〗中俄联合声明〖-BT/标题〗
〖BM/版名〗要闻〖-BM/版名〗
〖TC/体裁〗公报、公告〖-TC/体裁〗
`,
  },
};
