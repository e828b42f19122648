import table from '../../data/script-characters.json';

/**
 * Characters of traditional script only. Those that either script uses (后, 里, 系, 着) are left out, since they tell
 * nothing.
 */
export const ONLY_TRADITIONAL: string = table.traditional;
export const ONLY_SIMPLIFIED: string = table.onlySimplified;

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(ONLY_TRADITIONAL, (character, index): [string, string] => [character, table.simplified.charAt(index)]),
);
const SIMPLIFIED_ONLY: ReadonlySet<string> = new Set(ONLY_SIMPLIFIED);

/** The simplified form of a character that only traditional script has. */
export function simplifiedForm(character: string): string | undefined {
  return SIMPLIFIED.get(character);
}

export function isSimplifiedOnly(character: string): boolean {
  return SIMPLIFIED_ONLY.has(character);
}
