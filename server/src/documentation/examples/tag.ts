import type { Examples } from '../example.ts';

export const TAG_EXAMPLES: Examples = {
  'tag.unclosed': {
    repair: 'unsafe',
    wrong: `〖ZQ/总期〗12968
〖RQ/日期〗19930713〖-RQ/日期〗
`,
    right: `〖ZQ/总期〗12968〖-ZQ/总期〗
〖RQ/日期〗19930713〖-RQ/日期〗
`,
  },
  'tag.unopened': {
    repair: 'unsafe',
    wrong: `12968〖-ZQ/总期〗
19930713〖-RQ/日期〗
`,
    right: `〖ZQ/总期〗12968〖-ZQ/总期〗
〖RQ/日期〗19930713〖-RQ/日期〗
`,
  },
  'tag.mismatched': {
    repair: 'unsafe',
    wrong: `〖BT/标题〗中俄联合声明〖-BM/版名〗
`,
    right: `〖BT/标题〗中俄联合声明〖-BT/标题〗
`,
  },
  'tag.misnested': {
    repair: 'none',
    wrong: `〖BT/标题〗中俄〖JZ/加重〗联合声明〖-BT/标题〗〖-JZ/加重〗
`,
    right: `〖BT/标题〗中俄〖JZ/加重〗联合声明〖-JZ/加重〗〖-BT/标题〗
`,
  },
  'tag.malformed': {
    repair: 'safe',
    wrong: `〖ZQ/总期12968〖-ZQ/总期〗
〖BT/标题〗〖JZ；加重〗中俄〖-JZ/加重〗联合声明【－bt／标题】
`,
    right: `〖ZQ/总期〗12968〖-ZQ/总期〗
〖BT/标题〗〖JZ/加重〗中俄〖-JZ/加重〗联合声明〖-BT/标题〗
`,
  },
  'tag.unknown': {
    repair: 'unsafe',
    wrong: `〖QZ/总期〗12968〖-QZ/总期〗
`,
    right: `〖ZQ/总期〗12968〖-ZQ/总期〗
`,
  },
  'tag.name-mismatch': {
    repair: 'unsafe',
    wrong: `〖ZQ/日期〗20140521〖-ZQ/日期〗
`,
    right: `〖RQ/日期〗20140521〖-RQ/日期〗
`,
  },
};
