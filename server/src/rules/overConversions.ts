import { once } from '../text/once.ts';
import { resource } from '../text/resources.ts';
import type { Span } from '../text/span.ts';

interface Phrase {
  readonly wrong: string;
  readonly right: string;
  /** Characters before or behind which the phrase is part of other, right words. */
  readonly notAfter?: string;
  readonly notBefore?: string;
}

interface Phrases {
  /** By first character, longer phrases before shorter ones. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** The length of the longest. */
  readonly longest: number;
  /** What converters put in the place of other characters: each phrase has one of them, and few texts have any. */
  readonly converted: string;
  /** 1 for each UTF-16 unit of these. */
  readonly isConverted: Uint8Array;
}

const phrases = once(readPhrases);

/** What converters put in the place of other characters. */
export function convertedCharacters(): string {
  return phrases().converted;
}

/** Phrases that a converter got wrong, from left to right; of several at one place the longest. */
export function* overConversions(text: string): Iterable<{ readonly span: Span; readonly right: string }> {
  const { byFirst, longest, isConverted } = phrases();
  let tried = 0;
  for (let key = 0; key < text.length; key++) {
    if (isConverted[text.charCodeAt(key)] === 0) continue;
    for (let at = Math.max(tried, key + 1 - longest); at <= key; at++) {
      const phrase = byFirst
        .get(text.charAt(at))
        ?.find((one) => text.startsWith(one.wrong, at) && isMeant(text, at, one));
      tried = at + (phrase?.wrong.length ?? 1);
      if (!phrase) continue;
      yield { span: { start: at, end: tried }, right: phrase.right };
      at = tried - 1;
    }
  }
}

function isMeant(text: string, at: number, { wrong, notAfter, notBefore }: Phrase): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + wrong.length);
  return !(before && notAfter?.includes(before)) && !(behind && notBefore?.includes(behind));
}

function readPhrases(): Phrases {
  const byFirst = new Map<string, Phrase[]>();
  const converted = new Set<string>();
  let longest = 0;
  for (const [wrong, entry] of Object.entries<Omit<Phrase, 'wrong'>>(resource('dictionaries/over-conversions'))) {
    const first = wrong.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { wrong, ...entry }]);
    for (const character of changed(wrong, entry.right)) converted.add(character);
    longest = Math.max(longest, wrong.length);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  const isConverted = new Uint8Array(1 << 16);
  for (const character of converted) isConverted[character.charCodeAt(0)] = 1;
  return { byFirst, longest, converted: [...converted].join(''), isConverted };
}

function changed(wrong: string, right: string): string[] {
  return Array.from(wrong).filter((character, index) => character !== right.charAt(index));
}
