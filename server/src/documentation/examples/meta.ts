import type { Examples } from '../example.ts';

export const META_EXAMPLES: Examples = {
  'meta.date': {
    repair: 'none',
    wrong: `〖RQ/日期〗20140231〖-RQ/日期〗
`,
    right: `〖RQ/日期〗20140521〖-RQ/日期〗
`,
  },
  'meta.date-conflict': {
    repair: 'none',
    wrong: `〖RQ/日期〗20140519〖-RQ/日期〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：双方将继续加强合作。
    2014年5月20日于上海
〖-ZW/正文〗
`,
    right: `〖RQ/日期〗20140521〖-RQ/日期〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：双方将继续加强合作。
    2014年5月20日于上海
〖-ZW/正文〗
`,
  },
  'meta.issue': {
    repair: 'none',
    wrong: `〖ZQ/总期〗第20585期〖-ZQ/总期〗
`,
    right: `〖ZQ/总期〗20585〖-ZQ/总期〗
`,
  },
  'meta.page': {
    repair: 'none',
    wrong: `〖BH/版号〗2〖-BH/版号〗
`,
    right: `〖BH/版号〗002〖-BH/版号〗
`,
  },
  'meta.item': {
    repair: 'none',
    wrong: `〖TH/条号〗二〖-TH/条号〗
`,
    right: `〖TH/条号〗2〖-TH/条号〗
`,
  },
  'meta.issue-conflict': {
    repair: 'none',
    wrong: `〖ZQ/总期〗12968〖-ZQ/总期〗
〖RQ/日期〗19930713〖-RQ/日期〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
〖ZQ/总期〗20586〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
`,
    right: `〖ZQ/总期〗12968〖-ZQ/总期〗
〖RQ/日期〗19930713〖-RQ/日期〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
〖ZQ/总期〗20585〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
`,
  },
  'meta.duplicate-record': {
    repair: 'none',
    wrong: `〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
`,
    right: `〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖ZW/正文〗
    双方声明如下：
〖-ZW/正文〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗3〖-TH/条号〗
`,
  },
};
