/** What a stretch of text is, where only the tree can tell. `package.json` gives each its colour. */
export const TOKEN_TYPES = [
  'sectionNumeral',
  'itemNumeral',
  'bulletMark',
  'statementTitle',
  'definedTerm',
  'signature',
  'credit',
  'boilerplate',
  'issueValue',
  'dateValue',
  'pageValue',
  'itemValue',
  'peopleValue',
  'wordValue',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** `lookalike`: a sign stands where a numeral is meant, — for 一. */
export const TOKEN_MODIFIERS = ['lookalike'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
