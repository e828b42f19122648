import type { Examples } from '../example.ts';

export const PAIR_EXAMPLES: Examples = {
  'pair.unbalanced': {
    repair: 'unsafe',
    wrong: `双方恪守《中俄睦邻友好合作条约，支持“一揽子解决方案。
`,
    right: `双方恪守《中俄睦邻友好合作条约》，支持“一揽子解决方案”。
`,
  },
  'pair.nesting': {
    repair: 'unsafe',
    wrong: `双方重申遵守《关于各国依《联合国宪章》建立友好关系及合作之国际法原则之宣言》。
`,
    right: `双方重申遵守《关于各国依〈联合国宪章〉建立友好关系及合作之国际法原则之宣言》。
`,
  },
  'pair.quote': {
    repair: 'unsafe',
    wrong: `反对任何形式的”台独”，坚持“和平共处“。
`,
    right: `反对任何形式的“台独”，坚持“和平共处”。
`,
  },
};
