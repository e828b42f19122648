import { ConverterBuilder } from 'opencc-js/core';
import { once } from './once.ts';
import { entries, unpackPhrases } from './phraseList.ts';
import { resource } from './resources.ts';
import type { SourceScript, TargetScript } from './scripts.ts';

/** OpenCC's names. A text in traditional script is taken for its common form, unless words of Taiwan are to be replaced. */
const NAMES: Readonly<Record<SourceScript, Readonly<Record<TargetScript, readonly [from: string, to: string]>>>> = {
  simplified: {
    simplified: ['t', 'cn'],
    'simplified-words': ['twp', 'cn'],
    traditional: ['cn', 't'],
    taiwan: ['cn', 'tw'],
    'taiwan-words': ['cn', 'twp'],
    'hong-kong': ['cn', 'hk'],
    'hong-kong-words': ['cn', 'hkp'],
  },
  traditional: {
    simplified: ['t', 'cn'],
    'simplified-words': ['twp', 'cn'],
    traditional: ['tw', 't'],
    taiwan: ['t', 'tw'],
    'taiwan-words': ['t', 'twp'],
    'hong-kong': ['t', 'hk'],
    'hong-kong-words': ['t', 'hkp'],
  },
};

const converters = new Map<string, (text: string) => string>();

/** Converts texts; phrases decide where a character has several counterparts. Made once for each pair of scripts, which takes a while. */
export function scriptConverter(from: SourceScript, to: TargetScript): (text: string) => string {
  const [source, target] = NAMES[from][to];
  const name = `${source} ${target}`;
  let converter = converters.get(name);
  if (!converter) converters.set(name, (converter = ConverterBuilder(preset())({ from: source, to: target })));
  return converter;
}

/**
 * Characters that one character of the other script may stand for, more than one each, the usual one first: 发 is 發 and 髮. What a
 * converter decides on them by the words around deserves a look.
 */
export function severalCounterparts(to: 'simplified' | 'traditional'): ReadonlyMap<string, readonly string[]> {
  return counterparts()[to];
}

const counterparts = once(() => {
  const { stCharacters, stPhrases } = traditional();
  const { characters, phrases } = resource('dictionaries/opencc');
  return { traditional: several(stCharacters, stPhrases), simplified: several(characters, phrases) };
});

function several(characters: string, phrases: string): ReadonlyMap<string, readonly string[]> {
  const usual = new Map(entries(characters));
  const found = new Map<string, Set<string>>();
  for (const [from, to] of entries(phrases)) {
    const [own, wanted] = [Array.from(from), Array.from(to)];
    if (own.length !== wanted.length) continue;
    own.forEach((character, index) => {
      const first = usual.get(character) ?? character;
      const other = wanted[index] ?? first;
      if (other !== first) found.set(character, (found.get(character) ?? new Set([first])).add(other));
    });
  }
  return new Map([...found].map(([character, all]) => [character, [...all]]));
}

const traditional = once(() => {
  const { phrases, ...others } = resource('dictionaries/opencc-traditional');
  return { ...others, stPhrases: unpackPhrases(phrases, others.stCharacters) };
});

/** OpenCC's own chains of dictionaries for what we offer. */
const preset = once(() => {
  const { compatibility, phrases, characters } = resource('dictionaries/opencc');
  const { stCharacters, stPhrases, regionalPhrases, taiwan, hongKong } = traditional();
  const normalizationChain = [[compatibility]];
  const segmentation = [stPhrases, regionalPhrases];
  const toTraditional = [stPhrases, regionalPhrases, stCharacters];
  const toSimplified = [phrases, characters];
  const toTaiwan = [taiwan.variantPhrases, taiwan.variants];
  // Programs declare; here, what is declared is a statement.
  const taiwanWords = without(taiwan.words, '聲明');
  const toHongKong = [hongKong.variantPhrases, hongKong.variants];
  const fromTaiwan = [taiwan.variantPhrasesReversed, taiwan.variantsReversed];
  const chain = (...conversionChain: string[][]) => ({ normalizationChain, segmentation: [], conversionChain });
  const segmented = (...conversionChain: string[][]) => ({ normalizationChain, segmentation, conversionChain });
  return {
    from: { cn: [[]], tw: [[]], twp: [[]] },
    to: { cn: [[]], tw: [[]], twp: [[]], hk: [[]], hkp: [[]] },
    configs: {
      t2s: chain(toSimplified),
      tw2sp: {
        normalizationChain,
        segmentation: [phrases],
        conversionChain: [[taiwan.wordsReversed, ...fromTaiwan], toSimplified],
      },
      tw2t: chain(fromTaiwan),
      s2t: chain(toTraditional),
      s2tw: segmented(toTraditional, toTaiwan),
      s2twp: segmented(toTraditional, [taiwanWords, ...toTaiwan]),
      s2hk: segmented(toTraditional, toHongKong),
      s2hkp: segmented(toTraditional, [hongKong.words, ...toHongKong]),
      t2tw: chain(toTaiwan),
      t2twp: chain([taiwanWords, ...toTaiwan]),
      t2hk: chain(toHongKong),
      t2hkp: chain([hongKong.words, ...toHongKong]),
    },
  };
});

function without(dictionary: string, word: string): string {
  return dictionary
    .split('|')
    .filter((entry) => !entry.startsWith(`${word} `))
    .join('|');
}
