import { Converter } from 'opencc-js/t2cn';
import { isHan } from './characters.ts';

let converter: ((text: string) => string) | undefined;

/** Code points in simplified script, one for one; phrases decide where a character has several counterparts. */
export function simplify(points: readonly string[]): readonly string[] {
  if (!points.some((point) => isHan(point.charCodeAt(0)))) return points;
  const whole = Array.from(convert(points.join('')));
  // A phrase may change its length; then character for character, which never does.
  return whole.length === points.length ? whole : points.map(simplifyCharacter);
}

/** A single character in simplified script. */
export function simplifyCharacter(character: string): string {
  return Array.from(convert(character))[0] ?? character;
}

function convert(text: string): string {
  // Building the converter costs tens of milliseconds, so that it waits for the first Chinese text.
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(text);
}
