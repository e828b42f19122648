import type { Span } from '../../server/src/text/span.ts';

/** A text after one injury, and where the right rule must see it. */
interface Injured {
  readonly text: string;
  readonly span: Span;
}

/** One kind of damage that is known from real files, and the rule that must report it. */
export interface Injury {
  readonly name: string;
  readonly code: string;
  /** `pick` chooses one of several places; `undefined` where the text has none. */
  inflict(text: string, pick: Pick): Injured | undefined;
}

export type Pick = <Item>(items: readonly Item[]) => Item | undefined;

export const HAN = '[\\u4e00-\\u9fff]';

/** Replaces one match of `pattern`; `mark` says which part of what is put in must be reported, all of it by default. */
export function replace(
  name: string,
  code: string,
  pattern: RegExp,
  put: (match: RegExpMatchArray) => string,
  mark: (put: string, match: RegExpMatchArray) => readonly [start: number, end: number] = (put) => [0, put.length],
): Injury {
  return {
    name,
    code,
    inflict(text, pick) {
      const match = pick([...text.matchAll(new RegExp(pattern.source, 'gmu'))]);
      if (!match) return undefined;
      const instead = put(match);
      const [start, end] = mark(instead, match);
      return {
        text: text.slice(0, match.index) + instead + text.slice(match.index + match[0].length),
        span: { start: match.index + start, end: match.index + end },
      };
    },
  };
}

/** Puts `what` between two Chinese characters of a sentence. */
export function insert(name: string, code: string, what: string): Injury {
  return replace(name, code, new RegExp(`(?<=${HAN}{2})(?=${HAN}{2})`), () => what);
}

export const part = (instead: string, what: string): readonly [number, number] => [
  instead.indexOf(what),
  instead.indexOf(what) + what.length,
];
