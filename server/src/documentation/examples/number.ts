import type { Examples } from '../example.ts';

export const NUMBER_EXAMPLES: Examples = {
  'number.gap': {
    repair: 'unsafe',
    wrong: `一、双方强调加强合作。
二、双方支持多边主义。
四、双方欢迎新的倡议。
`,
    right: `一、双方强调加强合作。
二、双方支持多边主义。
三、双方欢迎新的倡议。
`,
  },
  'number.repeat': {
    repair: 'unsafe',
    wrong: `一、双方强调加强合作。
二、双方支持多边主义。
二、双方欢迎新的倡议。
`,
    right: `一、双方强调加强合作。
二、双方支持多边主义。
三、双方欢迎新的倡议。
`,
  },
  'number.order': {
    repair: 'unsafe',
    wrong: `一、双方强调加强合作。
三、双方支持多边主义。
二、双方欢迎新的倡议。
四、双方商定继续磋商。
`,
    right: `一、双方强调加强合作。
二、双方支持多边主义。
三、双方欢迎新的倡议。
四、双方商定继续磋商。
`,
  },
  'number.start': {
    repair: 'unsafe',
    wrong: `二、双方强调加强合作。
三、双方支持多边主义。
`,
    right: `一、双方强调加强合作。
二、双方支持多边主义。
`,
  },
  'number.style': {
    repair: 'unsafe',
    wrong: `一、双方强调加强合作。
二、双方支持多边主义。
1. 双方欢迎新的倡议。
`,
    right: `一、双方强调加强合作。
二、双方支持多边主义。
三、双方欢迎新的倡议。
`,
  },
  'number.glyph': {
    repair: 'safe',
    wrong: `—
双方强调加强合作。
二
双方支持多边主义。
`,
    right: `一
双方强调加强合作。
二
双方支持多边主义。
`,
  },
};
