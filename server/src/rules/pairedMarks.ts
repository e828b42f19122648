/** The closing mark of each opening one. */
export const CLOSING: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
};
/** The opening mark that stands for a mark and its partner; brackets of either width pair with each other. */
export const KIND: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(CLOSING).flatMap(([open, close]) => [
      [open, open],
      [close, open],
    ]),
  ),
  '(': '（',
  ')': '（',
};
/** The opening mark of each closing one. */
export const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSING).map(([open, close]) => [close, open]),
);
export const MARKS = /[《》〈〉“”‘’（）()「」『』【】]/g;
