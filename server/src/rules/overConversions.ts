import table from '../../data/over-conversions.json';
import type { Span } from '../text/span.ts';

interface Phrase {
  readonly wrong: string;
  readonly right: string;
  /** Characters before or behind which the phrase is part of other, right words. */
  readonly notAfter?: string;
  readonly notBefore?: string;
}

/** By first character, longer phrases before shorter ones. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = byFirstCharacter();

const LONGEST = Math.max(...[...PHRASES.values()].flat().map(({ wrong }) => wrong.length));

/** What converters put in the place of other characters: each phrase has one of them, and few texts have any. */
export const CONVERTED_CHARACTERS = [
  ...new Set([...PHRASES.values()].flat().flatMap(({ wrong, right }) => changed(wrong, right))),
].join('');

const CONVERTED = new Uint8Array(1 << 16);
for (const character of CONVERTED_CHARACTERS) CONVERTED[character.charCodeAt(0)] = 1;

/** Phrases that a converter got wrong, from left to right; of several at one place the longest. */
export function* overConversions(text: string): Iterable<{ readonly span: Span; readonly right: string }> {
  let tried = 0;
  for (let key = 0; key < text.length; key++) {
    if (CONVERTED[text.charCodeAt(key)] === 0) continue;
    for (let at = Math.max(tried, key + 1 - LONGEST); at <= key; at++) {
      const phrase = PHRASES.get(text.charAt(at))?.find(
        (one) => text.startsWith(one.wrong, at) && isMeant(text, at, one),
      );
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

function byFirstCharacter(): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [wrong, entry] of Object.entries<Omit<Phrase, 'wrong'>>(table)) {
    const first = wrong.charAt(0);
    phrases.set(first, [...(phrases.get(first) ?? []), { wrong, ...entry }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return phrases;
}

function changed(wrong: string, right: string): string[] {
  return Array.from(wrong).filter((character, index) => character !== right.charAt(index));
}
