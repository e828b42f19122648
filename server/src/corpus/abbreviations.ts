import { kindOf } from './plainWords.ts';
import { wordSegmenter } from '../text/wordSegmenter.ts';

/** The last word of a state's full name, with which all words before it are one: 中华人民共和国 is 中 for short. */
const STATE = /(?:共和国|联邦|王国|合众国|酋长国|公国)$/;
const SHORTEST_LONG = 6;
const SHORTEST_SHORT = 3;

/**
 * The abbreviations of a name that occur: each word whole or as its first character, the last one as its last character
 * too, function words left out. 裁军谈判会议 gives 裁谈会, 亚太经济合作组织 gives 亚太经合组织. `occurs` keeps out what nobody says, and
 * is asked for beginnings first, so that a long name is not taken apart in all possible ways.
 */
export function abbreviationsOf(name: string, occurs: (words: string) => boolean): string[] {
  if (name.length < SHORTEST_LONG) return [];
  const words = namesAndWords(name);
  if (words.length < 2) return [];
  let made = [''];
  words.forEach((word, nth) => {
    const isLast = nth === words.length - 1;
    const forms = new Set([word, word.charAt(0), ...(isLast ? [word.slice(-1)] : [])]);
    made = made
      .flatMap((beginning) => [...forms].map((form) => beginning + form))
      .filter((beginning) => beginning.length < 2 || occurs(beginning));
  });
  const short = made.filter((one) => one.length >= SHORTEST_SHORT);
  // 亚太经合组 is nothing but the beginning of 亚太经合组织.
  return short.filter(
    (one) => one !== name && ![name, ...short].some((other) => other !== one && other.startsWith(one)),
  );
}

function namesAndWords(name: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (const { segment } of wordSegmenter().segment(name)) {
    if (kindOf(segment) === 'function') {
      from = words.length;
      continue;
    }
    words.push(segment);
    if (STATE.test(segment)) {
      words.push(words.splice(from).join(''));
      from = words.length;
    }
  }
  return words;
}

/** Whether one of two names is the other one, or short for it. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  // Taking a name apart into words is dear, and most pairs of names have little in common.
  if (long.charAt(0) !== short.charAt(0) || !isSubsequence(short, long)) return false;
  return abbreviationsOf(long, (beginning) => short.startsWith(beginning)).includes(short);
}

/** Whether all characters of `short` stand in `long`, in that order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const unit of long) if (unit === short[at]) at++;
  return at === short.length;
}
