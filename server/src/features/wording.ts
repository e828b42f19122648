import { readingLengthAt } from '../repair/pinyin.ts';

const LONGEST = 28;
const SHORTEST = 6;
const SENTENCE_END = /[。；！？：;!?:]/u;
const PAUSES = '，、,—（(';

/** The first words of a text for a label: up to the end of a sentence, else to a pause, else to a sensible length. */
export function openingWords(text: string): string {
  const first = text.slice(0, LONGEST + 1);
  // Without these, nothing needs to be put in order.
  const isLong = first.length > LONGEST && !/[\s(]/u.test(first);
  const line = isLong ? first : legible(text.slice(0, 6 * LONGEST));
  const whole = line.length <= LONGEST && text.length <= 6 * LONGEST;
  const head = line.slice(0, LONGEST + 1);
  const end = firstAtOrAfter(head, SENTENCE_END, SHORTEST);
  if (end > 0) return head.slice(0, end);
  if (whole) return line.replace(/[。；！？：，;!?:,]+$/u, '');
  const pause = lastOf(head, PAUSES);
  return `${cut(head, pause >= LONGEST / 2 ? pause : LONGEST)}…`;
}

/** White space of every kind, line breaks included, as single spaces; none between Chinese characters at a break. */
export function onOneLine(text: string): string {
  if (!/\s/u.test(text)) return text;
  return text
    .replace(/[\r\n]+[\s\u3000]*/gu, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

/** A text for a label, without the readings that a mirror put into it. */
export function legible(text: string): string {
  return onOneLine(withoutReadings(text));
}

/** The text without the readings that a mirror put behind characters: 關 for 關(guān). */
export function withoutReadings(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  let from = 0;
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', Math.max(from, at + 1))) {
    const length = readingLengthAt(text, at);
    if (length === 0) continue;
    kept += text.slice(from, at);
    from = at + length;
  }
  return kept + text.slice(from);
}

/** Text up to `length`, less half a surrogate pair at its end. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const unit = text.charCodeAt(length - 1);
  const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
  return text.slice(0, splitsPair ? length - 1 : length);
}

function firstAtOrAfter(text: string, pattern: RegExp, from: number): number {
  const found = text.slice(from).search(pattern);
  return found < 0 ? -1 : from + found;
}

function lastOf(text: string, characters: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (characters.includes(text.charAt(at))) return at;
  return -1;
}
