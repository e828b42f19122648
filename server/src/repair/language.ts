import { isHan } from '../text/characters.ts';
import { simplify, simplifyCharacter } from '../text/script.ts';
import { gbk } from './gbk.ts';

/**
 * How likely a few characters are in a text: by the pairs and characters of the text itself, by words, and by how common
 * the characters are. Values are logarithms that compare with each other only.
 */
export interface Language {
  /** A quick estimate for half-finished readings. */
  rank(before: string, restored: string): number;
  /** The full judgement of a reading between what stands before and behind it. */
  judge(before: string, restored: string, after: string): number;
  /** Whether a character may stand in such a text at all. */
  isPlausible(character: string): boolean;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** @param sample clean text of the same kind: the page itself without its torn places, better with other pages */
export function languageOf(sample: string): Language {
  const simplified = simplify(Array.from(sample)).join('');
  const singles = countRuns(simplified, 1);
  const pairs = countRuns(simplified, 2);
  const triples = countRuns(simplified, 3);
  const total = Math.max(1, simplified.length);

  /** ln p(character | the two before it), smoothed down to how common the character is at all. */
  function probability(text: string, at: number): number {
    const character = text.charAt(at);
    const before = text.slice(Math.max(0, at - 1), at);
    const twoBefore = at > 1 ? text.slice(at - 2, at) : '';
    const triple = twoBefore === '' ? 0 : (triples.get(twoBefore + character) ?? 0) / (pairs.get(twoBefore) ?? 1);
    const pair = before === '' ? 0 : (pairs.get(before + character) ?? 0) / (singles.get(before) ?? 1);
    const single = (singles.get(character) ?? 0) / total;
    return Math.log(0.4 * triple + 0.35 * pair + 0.2 * single + 0.05 * COMMONNESS[rareness(character)]);
  }

  function fit(text: string, from: number): number {
    let sum = 0;
    for (let at = from; at < text.length; at++) sum += probability(text, at);
    return sum;
  }

  return {
    rank: (before, restored) => fit(simple(before.slice(-2) + restored), Math.min(2, before.length)),
    judge(before, restored, after) {
      const [left, middle, right] = [simple(before.slice(-6)), simple(restored), simple(after.slice(0, 6))];
      const whole = left + middle + right;
      const upTo = left.length + middle.length;
      return fit(whole.slice(0, upTo + 2), left.length) + wordiness(whole, left.length, upTo);
    },
    isPlausible: (character) => rareness(simple(character)) < 2 || singles.has(simple(character)),
  };
}

/** The chance of one character of each class of {@link rareness} where the text says nothing of it. */
const COMMONNESS = [1 / 4_000, 1 / 40_000, 1 / 2_000_000] as const;

/** Rewards words of the dictionary that the restored stretch takes part in, and blames characters left over. */
const WORD = 1.2;
const LEFT_OVER = -0.4;

function wordiness(text: string, from: number, to: number): number {
  let sum = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end <= from || index >= to || !isHan(segment.charCodeAt(0))) continue;
    const inside = Math.min(end, to) - Math.max(index, from);
    sum += segment.length > 1 ? WORD * inside : LEFT_OVER * inside;
  }
  return sum;
}

const simpleForms = new Map<string, string>();

function simple(text: string): string {
  let result = '';
  for (const character of text) {
    let form = simpleForms.get(character);
    if (form === undefined) simpleForms.set(character, (form = isHan(character.charCodeAt(0)) ? simplifyCharacter(character) : character));
    result += form;
  }
  return result;
}

/** 0 for the 3,755 characters of daily use, 1 for the 3,008 of the second level of GB2312, 2 for all others. */
function rareness(simplified: string): 0 | 1 | 2 {
  const code = gbk().codeOf(simplified);
  const lead = code >> 8;
  if ((code & 0xff) < 0xa1 || lead < 0xb0 || lead > 0xf7) return 2;
  return lead <= 0xd7 ? 0 : 1;
}

function countRuns(text: string, length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= text.length; at++) {
    const run = text.slice(at, at + length);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}
