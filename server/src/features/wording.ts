import { isHan, unitsOf } from '../text/characters.ts';
import { readingLengthAt } from '../repair/pinyin.ts';

const LONGEST = 28;
const SHORTEST = 6;
const END_UNITS = unitsOf('。；！？：;!?:');
const SENTENCE_END = /[。；！？：;!?:]/u;
const WHITE = /\s/u;
const PAUSES = '，、,—（(';
const PAUSE_UNITS = unitsOf(PAUSES);
/** What begins the reading of a character. */
const READING = '('.charCodeAt(0);

/** No more of a text is looked at for its first words; whoever has a longer one may cut it there. */
export const MOST_OPENING = 6 * LONGEST + 1;

/** The first words of a text for a label: up to the end of a sentence, else to a pause, else to a sensible length. */
export function openingWords(text: string): string {
  let pause = -1;
  for (let at = 0; at <= LONGEST && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // As most are.
    if (isHan(unit)) continue;
    if (PAUSE_UNITS.has(unit)) {
      if (unit === READING) return openingOfLegible(text);
      pause = at;
    } else if (END_UNITS.has(unit)) {
      if (at >= SHORTEST) return text.slice(0, at);
    } else if (isWhite(unit)) {
      return openingOfLegible(text);
    }
  }
  return text.length <= LONGEST ? withoutPunctuation(text) : cutAtPause(text, pause);
}

/** The same where white space or readings have to be put in order first. */
function openingOfLegible(text: string): string {
  const line = legible(text.slice(0, MOST_OPENING - 1));
  const head = line.slice(0, LONGEST + 1);
  const end = head.slice(SHORTEST).search(SENTENCE_END);
  if (end >= 0) return head.slice(0, SHORTEST + end).trimEnd();
  if (line.length <= LONGEST && text.length < MOST_OPENING) return withoutPunctuation(line);
  return cutAtPause(head, lastOf(head, PAUSES));
}

function cutAtPause(text: string, pause: number): string {
  return `${cut(text, pause >= LONGEST / 2 ? pause : LONGEST)}…`;
}

function withoutPunctuation(text: string): string {
  return text.replace(/[。；！？：，;!?:,]+$/u, '');
}

/** Whether there is nothing but white space of any kind in a text. */
export function isBlank(text: string): boolean {
  return !isHan(text.charCodeAt(0)) && text.trim() === '';
}

/** White space of every kind, line breaks included, as single spaces; none between Chinese characters at a break. */
export function onOneLine(text: string): string {
  if (!hasWhite(text)) return text;
  return text
    .replace(/[\r\n]+[\s\u3000]*/gu, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

export function hasWhite(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isWhite(text.charCodeAt(at))) return true;
  return false;
}

/** Whether a UTF-16 unit is one of those that `\s` stands for. */
function isWhite(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (0x09 <= unit && unit <= 0x0d);
  return unit <= 0x30_00 ? WHITE.test(String.fromCharCode(unit)) : unit === 0xfe_ff;
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

function lastOf(text: string, characters: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (characters.includes(text.charAt(at))) return at;
  return -1;
}
