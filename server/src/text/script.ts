import { ConverterFactory } from 'opencc-js/core';
import { isHan } from './characters.ts';
import { once } from './once.ts';
import { resource } from './resources.ts';

/** Code points in simplified script, one for one; phrases decide where a character has several counterparts. */
export function simplify(points: readonly string[]): readonly string[] {
  if (!points.some((point) => isHan(point.charCodeAt(0)))) return points;
  const whole = Array.from(converter()(points.join('')));
  // A phrase may change its length; then character for character, which never does.
  return whole.length === points.length ? whole : points.map(simplifyCharacter);
}

/** A single character in simplified script. */
export function simplifyCharacter(character: string): string {
  return Array.from(converter()(character))[0] ?? character;
}

/** OpenCC's t2s. Building it costs tens of milliseconds, so that it waits for the first Chinese text. */
const converter = once(() => {
  const { compatibility, phrases, characters } = resource('dictionaries/opencc');
  return ConverterFactory([compatibility], [phrases, characters]);
});
