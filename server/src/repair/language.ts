import { isHan } from '../text/characters.ts';
import { resource } from '../text/resources.ts';
import { simplify } from '../text/script.ts';
import { gbk } from './gbk.ts';
import { wordSegmenter } from '../text/wordSegmenter.ts';

/**
 * How likely characters are in a text, as natural logarithms: by the runs of the text itself and of official prose in
 * general, by words, and by how common the characters are.
 */
export interface Language {
  /** How likely a character is behind what stands before it. */
  chance(before: string, character: string): number;
  /** How likely a whole reading is between what stands before and behind it. */
  judge(before: string, restored: string, after: string): number;
  /** Whether a character may stand in such a text at all. */
  isPlausible(character: string): boolean;
}

/** Counts of runs of one, two and three characters, simplified. */
interface Runs {
  readonly singles: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly triples: Map<string, number>;
  length: number;
}

/** The text itself says more of its words than prose in general. */
const OWN_WEIGHT = 3;

let general: Runs | undefined;

/** @param sample clean text of the same kind: the page itself without its torn places */
export function languageOf(sample: string): Language {
  general ??= addRuns(noRuns(), resource('dictionaries/official-prose').join('\n'), 1);
  const { singles, pairs, triples, length } = addRuns(copyOf(general), simple(sample), OWN_WEIGHT);
  const own = new Set(sample);
  const isTraditional = countTraditional(own) > 0;

  function probability(twoBefore: string, character: string): number {
    const before = twoBefore.slice(-1);
    const triple = twoBefore.length > 1 ? ratio(triples.get(twoBefore + character), pairs.get(twoBefore)) : 0;
    const pair = before === '' ? 0 : ratio(pairs.get(before + character), singles.get(before));
    const single = (singles.get(character) ?? 0) / length;
    return Math.log(0.4 * triple + 0.35 * pair + 0.2 * single + 0.05 * COMMONNESS[rareness(character)]);
  }

  function fit(text: string, from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) sum += probability(text.slice(Math.max(0, at - 2), at), text.charAt(at));
    return sum;
  }

  return {
    chance: (before, character) => probability(simple(before.slice(-2)), simple(character)),
    judge(before, restored, after) {
      const [left, middle, right] = [simple(before.slice(-6)), simple(restored), simple(after.slice(0, 6))];
      const whole = left + middle + right;
      const upTo = left.length + middle.length;
      return fit(whole, left.length, Math.min(whole.length, upTo + 2)) + wordiness(whole, left.length, upTo);
    },
    // A traditional text has no simplified characters but those that both scripts share, which occur elsewhere in it.
    isPlausible: (character) =>
      own.has(character) ||
      (rareness(simple(character)) < 2 && !(isTraditional && forms().simplifiedOf.has(character))),
  };
}

/** The chance of one character of each class of {@link rareness} where the text says nothing of it. */
const COMMONNESS = [1 / 4_000, 1 / 40_000, 1 / 2_000_000] as const;

/** 0 for the 3,755 characters of daily use, 1 for the 3,008 of the second level of GB2312, 2 for all others. */
function rareness(simplified: string): 0 | 1 | 2 {
  const code = gbk().codeOf(simplified);
  const lead = code >> 8;
  if ((code & 0xff) < 0xa1 || lead < 0xb0 || lead > 0xf7) return 2;
  return lead <= 0xd7 ? 0 : 1;
}

const WORD = 1.2;
const LEFT_OVER = -0.4;

/** Rewards words of the dictionary that the restored stretch takes part in, and blames characters left over. */
function wordiness(text: string, from: number, to: number): number {
  let sum = 0;
  for (const { segment, index } of wordSegmenter().segment(text)) {
    const end = index + segment.length;
    if (end <= from || index >= to || !isHan(segment.charCodeAt(0))) continue;
    const inside = Math.min(end, to) - Math.max(index, from);
    sum += segment.length > 1 ? WORD * inside : LEFT_OVER * inside;
  }
  return sum;
}

interface Forms {
  /** Traditional character → its simplified form, where the two differ. */
  readonly toSimplified: ReadonlyMap<string, string>;
  /** The simplified forms among them. */
  readonly simplifiedOf: ReadonlySet<string>;
}

let knownForms: Forms | undefined;

function forms(): Forms {
  knownForms ??= readForms();
  return knownForms;
}

/** Both scripts of every character of GBK. Line by line, so that no phrase is seen in their order. */
function readForms(): Forms {
  const characters: string[] = [];
  for (let code = 0x81_40; code <= 0xfe_fe; code++) {
    const character = gbk().characterOf(code);
    if (isHan(character.charCodeAt(0))) characters.push(character, '\n');
  }
  const simplified = simplify(characters);
  const pairs = characters.flatMap((character, at): [string, string][] => {
    const form = simplified[at] ?? character;
    return form === character ? [] : [[character, form]];
  });
  return { toSimplified: new Map(pairs), simplifiedOf: new Set(pairs.map(([, form]) => form)) };
}

/** Character for character, which is enough for comparing and costs a look-up each. */
function simple(text: string): string {
  const { toSimplified } = forms();
  let result = '';
  for (const character of text) result += toSimplified.get(character) ?? character;
  return result;
}

function countTraditional(characters: ReadonlySet<string>): number {
  const { toSimplified, simplifiedOf } = forms();
  let balance = 0;
  for (const character of characters) {
    if (toSimplified.has(character)) balance++;
    else if (simplifiedOf.has(character)) balance--;
  }
  return balance;
}

function noRuns(): Runs {
  return { singles: new Map(), pairs: new Map(), triples: new Map(), length: 0 };
}

function copyOf({ singles, pairs, triples, length }: Runs): Runs {
  return { singles: new Map(singles), pairs: new Map(pairs), triples: new Map(triples), length };
}

function addRuns(runs: Runs, text: string, weight: number): Runs {
  const add = (counts: Map<string, number>, run: string): void => void counts.set(run, (counts.get(run) ?? 0) + weight);
  for (let at = 0; at < text.length; at++) {
    add(runs.singles, text.charAt(at));
    if (at > 0) add(runs.pairs, text.slice(at - 1, at + 1));
    if (at > 1) add(runs.triples, text.slice(at - 2, at + 1));
  }
  runs.length += text.length * weight;
  return runs;
}

function ratio(part: number | undefined, whole: number | undefined): number {
  return part === undefined || whole === undefined ? 0 : part / whole;
}
