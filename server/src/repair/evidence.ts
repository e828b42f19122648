import { isHan } from '../text/characters.ts';
import { gbk } from './gbk.ts';
import { bracketedAt, hasTone, isReadingOf } from './pinyin.ts';

/** What a mirror did to a text: which characters it put a reading behind, and which reading. */
export interface Damage {
  readonly readings: ReadonlyMap<string, string>;
}

/** A teaching text explains hard words once, or every word; a mirror marks the same few throughout. */
const MOST_MARKED = 0.6;
const FEWEST_CHARACTERS = 3;
const CONSISTENT = 0.9;
const MOSTLY_CONSISTENT = 0.8;
const MOSTLY_TRADITIONAL = 0.7;
const NEARLY_ALL_TRADITIONAL = 0.9;
const FEWEST_OF_A_SIMPLE_CHARACTER = 3;

interface Marked {
  /** How often it has a reading behind it, by reading. */
  readonly readings: Map<string, number>;
  total: number;
}

/** Whether and how a mirror damaged this text; `undefined` for clean texts and for those that teach reading. */
export function damageOf(text: string): Damage | undefined {
  // Nothing to find out where no letter stands behind a bracket or a question mark: most texts end here.
  if (!/[(?][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]/.test(text)) return undefined;
  const { marked, han } = countMarks(text);
  const readings = new Map<string, string>();
  let annotated = 0;
  let repeated = 0;
  let traditional = 0;
  for (const [character, { readings: counts, total }] of marked) {
    const [reading, count] = mostFrequent(counts);
    annotated += count;
    if (count > 1) repeated++;
    if (isOnlyTraditional(character)) traditional++;
    if (count >= total * CONSISTENT) readings.set(character, reading);
  }
  const isSystematic =
    marked.size >= FEWEST_CHARACTERS &&
    annotated <= han * MOST_MARKED &&
    readings.size >= marked.size * MOSTLY_CONSISTENT &&
    (repeated >= 2 || traditional >= marked.size * MOSTLY_TRADITIONAL);
  if (!isSystematic && !hasTornPlace(text)) return undefined;
  return { readings: withoutOwnNotes(readings, marked) };
}

/** Among characters that only traditional texts have, one that both scripts share is likely the author's own note. */
function withoutOwnNotes(readings: Map<string, string>, marked: ReadonlyMap<string, Marked>): Map<string, string> {
  const traditional = [...readings.keys()].filter(isOnlyTraditional).length;
  if (traditional < readings.size * NEARLY_ALL_TRADITIONAL) return readings;
  return new Map(
    [...readings].filter(
      ([character]) =>
        isOnlyTraditional(character) || (marked.get(character)?.total ?? 0) >= FEWEST_OF_A_SIMPLE_CHARACTER,
    ),
  );
}

function countMarks(text: string): { marked: Map<string, Marked>; han: number } {
  const marked = new Map<string, Marked>();
  const totals = new Map<string, number>();
  let han = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isHan(text.charCodeAt(at))) continue;
    han++;
    const character = text.charAt(at);
    totals.set(character, (totals.get(character) ?? 0) + 1);
    if (text.charAt(at + 1) !== '(') continue;
    const reading = bracketedAt(text, at + 2);
    if (reading === '' || !(hasTone(reading) || isReadingOf(character, reading))) continue;
    const known = marked.get(character) ?? { readings: new Map(), total: 0 };
    known.readings.set(reading, (known.readings.get(reading) ?? 0) + 1);
    marked.set(character, known);
  }
  for (const [character, one] of marked) one.total = totals.get(character) ?? 0;
  return { marked, han };
}

/** Whether a character is followed by a reading whose opening bracket was swallowed: 方?jīng). */
function hasTornPlace(text: string): boolean {
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    if (text.charCodeAt(at - 1) > 0x7f && hasTone(bracketedAt(text, at + 1))) return true;
  }
  return false;
}

/** Simplified characters and those that both scripts share are in GB2312, a corner of GBK. */
function isOnlyTraditional(character: string): boolean {
  const code = gbk().codeOf(character);
  return !(code >> 8 >= 0xb0 && code >> 8 <= 0xf7 && (code & 0xff) >= 0xa1);
}

function mostFrequent(counts: ReadonlyMap<string, number>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}
