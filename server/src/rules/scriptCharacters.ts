import table from '../../data/script-characters.json';

/**
 * Characters of traditional script only, each with its simplified form. Those that either script uses (后, 里, 系, 着) are
 * left out, since they tell nothing.
 */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(table.traditional, (character, index): [string, string] => [character, table.simplified.charAt(index)]),
);
const ONLY_SIMPLIFIED: ReadonlySet<string> = new Set(table.onlySimplified);

/** The simplified form of a character that only traditional script has. */
export function simplifiedForm(character: string): string | undefined {
  return SIMPLIFIED.get(character);
}

export function isSimplifiedOnly(character: string): boolean {
  return ONLY_SIMPLIFIED.has(character);
}
