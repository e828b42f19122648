/** A dictionary as OpenCC writes it: `from to|from to|…`. */
export type Dictionary = string;

/**
 * A dictionary of phrases without what the dictionary of characters says anyway: of each phrase whose characters become others than
 * theirs, the places (in base 36) and what stands there. What is left, and what it can be packed into, is about three fifths.
 */
export function packPhrases(phrases: Dictionary, characters: Dictionary): string {
  const single = new Map(entries(characters));
  const packed = entries(phrases).map(([from, to]) => {
    const [own, wanted] = [Array.from(from), Array.from(to)];
    if (own.length !== wanted.length) return `${from} =${to}`;
    const exceptions = own.flatMap((character, index) =>
      (single.get(character) ?? character) === wanted[index] ? [] : [index.toString(36) + wanted[index]],
    );
    return exceptions.length > 0 ? `${from} ${exceptions.join('')}` : from;
  });
  return packed.join('|');
}

/** The dictionary that {@link packPhrases} was given. */
export function unpackPhrases(packed: string, characters: Dictionary): Dictionary {
  const single = new Map(entries(characters));
  return packed
    .split('|')
    .map((entry) => {
      const [from = '', exceptions = ''] = entry.split(' ');
      if (exceptions.startsWith('=')) return `${from} ${exceptions.slice(1)}`;
      const to = Array.from(from, (character) => single.get(character) ?? character);
      const changed = Array.from(exceptions);
      for (let at = 0; at < changed.length; at += 2) to[Number.parseInt(changed[at] ?? '', 36)] = changed[at + 1] ?? '';
      return `${from} ${to.join('')}`;
    })
    .join('|');
}

export function entries(dictionary: Dictionary): [from: string, to: string][] {
  return dictionary.split('|').map((entry) => {
    const at = entry.indexOf(' ');
    return [entry.slice(0, at), entry.slice(at + 1)];
  });
}
