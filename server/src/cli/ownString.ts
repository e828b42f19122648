/** A function can be given so many arguments and hardly more. */
const AT_ONCE = 8192;

/**
 * The string of these UTF-16 units. Made at once rather than of other strings, it keeps none of them in memory, and takes
 * one byte a character where that is enough.
 */
export function stringOf(units: readonly number[]): string {
  if (units.length <= AT_ONCE) return String.fromCharCode(...units);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE) parts.push(String.fromCharCode(...units.slice(at, at + AT_ONCE)));
  return parts.join('');
}

/** V8 copies a part of a string that is shorter. */
const SHARED_FROM = 13;

/** The same string for itself: a part of another one, or of several, keeps all of them. */
export function ownString(text: string): string {
  if (text.length < SHARED_FROM) return text;
  return stringOf(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}
