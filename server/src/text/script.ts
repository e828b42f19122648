import { ConverterFactory } from 'opencc-js/core';
import { isHan } from './characters.ts';
import { once } from './once.ts';
import { resource } from './resources.ts';

/** Code points in simplified script, one for one; phrases decide where a character has several counterparts. */
export function simplify(points: readonly string[]): readonly string[] {
  if (!points.some((point) => isHan(point.charCodeAt(0)))) return points;
  const whole = Array.from(simplifyText(points.join('')));
  // A phrase may change its length; then character for character, which never does.
  return whole.length === points.length ? whole : points.map(simplifyCharacter);
}

/** A text in simplified script, which may be longer or shorter. */
export function simplifyText(text: string): string {
  return openCc().convert(text);
}

/** A single character in simplified script. */
export function simplifyCharacter(character: string): string {
  return simplifiedCharacters().get(character) ?? character;
}

/**
 * Whether {@link simplifyText} may change something in a text that has this UTF-16 unit. One without any such unit stays as
 * it is, which is quicker to see than to find out by converting it. All halves of surrogate pairs are among them.
 */
export function mayBeTraditional(unit: number): boolean {
  return openCc().suspects[unit] === 1;
}

/** OpenCC's t2s. Building it costs tens of milliseconds, so that it waits for the first Chinese text. */
const openCc = once(() => {
  const { compatibility, phrases, characters } = resource('dictionaries/opencc');
  return {
    convert: ConverterFactory([compatibility], [phrases, characters]),
    suspects: suspectUnits(changesOf(`${compatibility}|${characters}`), changesOf(phrases)),
  };
});

/** The same for single characters, in which no phrase has a say; ready in a tenth of the time. */
const simplifiedCharacters = once(() => {
  const { compatibility, characters } = resource('dictionaries/opencc');
  const forms = new Map(characters.split('|').map(formIn));
  for (const [from, to] of compatibility.split('|').map(formIn)) forms.set(from, forms.get(to) ?? to);
  return forms;
});

function formIn(entry: string): [from: string, to: string] {
  const [from = '', to = from] = entry.split(' ');
  return [from, to];
}

/** What a dictionary would change: its entries `from to` but for those that only keep others from being applied. */
function changesOf(dictionary: string): string[] {
  return dictionary.split('|').flatMap((entry) => {
    const [from = '', to] = entry.split(' ');
    return from === to ? [] : [from];
  });
}

/** Units of which every text has one that a character or a phrase of these stands in. */
function suspectUnits(characters: readonly string[], phrases: readonly string[]): Uint8Array {
  const suspects = new Uint8Array(0x1_00_00).fill(1, 0xd8_00, 0xe0_00);
  for (const character of characters) suspects[character.charCodeAt(0)] = 1;
  const unseen = (phrase: string): boolean => !units(phrase).some((unit) => suspects[unit] === 1);
  // Of a phrase of common characters one will do, best one that other such phrases have too: 瞭 in 瞭解 and 明瞭.
  const counts = new Map<number, number>();
  const open = phrases.filter(unseen);
  for (const unit of open.flatMap(units)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const count = (unit: number): number => counts.get(unit) ?? 0;
  for (const phrase of open) {
    const [most] = units(phrase).sort((a, b) => count(b) - count(a));
    if (most !== undefined && unseen(phrase)) suspects[most] = 1;
  }
  return suspects;
}

function units(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
