import { isHanCharacter } from './signs.ts';

/** A round bracket of either width and its partner, by offset, where what they enclose is Chinese. */
export interface RoundBrackets {
  /** Partner of each bracket that has one on its line, whatever they enclose. */
  readonly partner: ReadonlyMap<number, number>;
  /** Those around Chinese text: (以下称“双方”), but not (AUKUS). */
  readonly chinese: ReadonlySet<number>;
}

/** Pairs the round brackets of a plain text, line by line; full-width and half-width ones pair with each other. */
export function roundBrackets(text: string): RoundBrackets {
  const partner = new Map<number, number>();
  const chinese = new Set<number>();
  let open: { at: number; han: number }[] = [];
  let han = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') open = [];
    else if (character === '(' || character === '（') open.push({ at, han });
    else if (character === ')' || character === '）') {
      const opening = open.pop();
      if (!opening) continue;
      partner.set(opening.at, at).set(at, opening.at);
      if (han > opening.han) chinese.add(opening.at).add(at);
    } else if (isHanCharacter(character)) han++;
  }
  return { partner, chinese };
}
