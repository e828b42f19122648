import { isCredit, isDateLine } from './furniture.ts';

/** UTF-16 units that are looked at: enough for the head of any text, and for the whole of most. */
const LOOKED_AT = 65_536;
const OWN_NAME = /\.rmrb(?:\.txt)?$/i;
/** Four spaces and more are a code block in a text about the markup. */
const TAG_AT_LINE_START = /^[ \t\u3000\ufeff]{0,3}〖-?[A-Z]{2}\/[\u4e00-\u9fff]{1,6}〗/m;
/** `12968〖-ZQ/总期〗`: the opening tags are lost. Not in a table or a code span of a text about the markup. */
const CLOSING_TAG_BEHIND_VALUE = /^[^\n\r〖|`]{1,40}〖-[A-Z]{2}\/[\u4e00-\u9fff]{1,6}〗/m;
const KIND_NEAR_START = /[联聯]合[声聲]明|公[报報]|宣言/;
const LEAD_IN = /[声聲]明如下/;
const NUMERAL_LINE = /^[ \t\u3000]*[—一二三四五六七八九十]{1,3}[ \t\u3000]*$/gm;
const NUMERAL_IN_GAP = /\u3000{2}[一二三四五六七八九十]{1,3}\u3000{2}/g;
const READING = /\([a-zü\u00e0-\u01dc]{1,7}\)/g;

/**
 * Whether a text is one that the product is for: it has tags, or at least two marks of a joint statement (what it calls
 * itself, 声明如下, bare numeral lines, an agency's credit, a signature). A file may also say so by its name.
 */
export function looksLikeCorpus(text: string, fileName = ''): boolean {
  if (OWN_NAME.test(fileName)) return true;
  const head = text.slice(0, LOOKED_AT);
  if (TAG_AT_LINE_START.test(head) || CLOSING_TAG_BEHIND_VALUE.test(head)) return true;
  const plain = head.replace(READING, '');
  const lines = plain.split(/[\r\n]+|\u3000{2,}/).map((line) => line.trim());
  const marks = [
    KIND_NEAR_START.test(plain.slice(0, 300)),
    LEAD_IN.test(plain),
    (plain.match(NUMERAL_LINE) ?? []).length + (plain.match(NUMERAL_IN_GAP) ?? []).length >= 2,
    lines.some(isCredit),
    lines.some(isDateLine),
  ];
  return marks.filter(Boolean).length >= 2;
}
