/** The UTF-16 units of signs none of which takes two. */
export function unitsOf(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}

/** Whether a UTF-16 unit is a Chinese character of the basic planes' ideograph blocks, 〇 or half of a rare one. */
export function isHan(unit: number): boolean {
  return (
    (0x4e_00 <= unit && unit <= 0x9f_ff) ||
    (0x34_00 <= unit && unit <= 0x4d_bf) ||
    (0xf9_00 <= unit && unit <= 0xfa_ff) ||
    unit === 0x30_07 ||
    (0xd8_40 <= unit && unit <= 0xdf_ff)
  );
}

/** White space of any width that is no line break: half-width, tab, no-break, ideographic and the typographic ones. */
export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x30_00 ||
    (0x20_00 <= unit && unit <= 0x20_0a) ||
    unit === 0xfe_ff
  );
}

const FULL_STOP = '。'.charCodeAt(0);
const SENTENCE_ENDS = unitsOf('。！？；：…!?;:.');
const CLOSING_MARKS = unitsOf('”’"\'）)》〉」』】〗］]');

/** Whether the text before `end` is a whole sentence or clause: it ends with its punctuation, closing quotes aside. */
export function endsSentence(text: string, start: number, end: number): boolean {
  let at = end;
  // As nearly all of them do.
  if (text.charCodeAt(at - 1) === FULL_STOP) return at > start;
  while (at > start && CLOSING_MARKS.has(text.charCodeAt(at - 1))) at--;
  return at > start && SENTENCE_ENDS.has(text.charCodeAt(at - 1));
}
