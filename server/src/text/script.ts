import { ConverterFactory } from 'opencc-js/core';
import { isHan } from './characters.ts';
import { once } from './once.ts';
import { resource } from './resources.ts';

/** Code points in simplified script, one for one; phrases decide where a character has several counterparts. */
export function simplify(points: readonly string[]): readonly string[] {
  return converted(points, simplifier, simplifyCharacter);
}

/** A single character in simplified script. */
export function simplifyCharacter(character: string): string {
  return Array.from(simplifier()(character))[0] ?? character;
}

/** Code points in traditional script, one for one. A text that is in it already stays as it is. */
export function toTraditional(points: readonly string[]): readonly string[] {
  const simplified = simplify(points);
  const traditional = converted(points, traditionaliser, (point) => Array.from(traditionaliser()(point))[0] ?? point);
  const differing = (other: readonly string[]) => points.filter((point, index) => point !== other[index]).length;
  return differing(simplified) > differing(traditional) ? points : traditional;
}

function converted(
  points: readonly string[],
  converter: () => (text: string) => string,
  single: (point: string) => string,
): readonly string[] {
  if (!points.some((point) => isHan(point.charCodeAt(0)))) return points;
  const whole = Array.from(converter()(points.join('')));
  // A phrase may change its length; then character for character, which never does.
  return whole.length === points.length ? whole : points.map(single);
}

/** OpenCC's t2s. Building it costs tens of milliseconds, so that it waits for the first Chinese text. */
const simplifier = once(() => {
  const { compatibility, phrases, characters } = resource('dictionaries/opencc');
  return ConverterFactory([compatibility], [phrases, characters]);
});

/** OpenCC's s2t. */
const traditionaliser = once(() => {
  const { phrases, characters } = resource('dictionaries/opencc-traditional');
  return ConverterFactory([phrases, characters]);
});
