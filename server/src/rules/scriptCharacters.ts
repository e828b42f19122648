import table from '../../data/script-characters.json';

/**
 * Characters of traditional script only. Those that either script uses (后, 里, 系, 着) are left out, since they tell
 * nothing.
 */
export const ONLY_TRADITIONAL: string = table.traditional;
export const ONLY_SIMPLIFIED: string = table.onlySimplified;

export type Script = 'traditional' | 'simplified';

/** By UTF-16 unit: of a traditional character its simplified form, of a simplified one itself; 0 for all others. */
const FORMS = new Uint16Array(1 << 16);
for (let index = 0; index < ONLY_TRADITIONAL.length; index++) {
  FORMS[ONLY_TRADITIONAL.charCodeAt(index)] = table.simplified.charCodeAt(index);
}
for (const character of ONLY_SIMPLIFIED) FORMS[character.charCodeAt(0)] = character.charCodeAt(0);

/** Whether only one script has a UTF-16 unit. */
export function isOnlyIn(script: Script, unit: number): boolean {
  const form = FORMS[unit] ?? 0;
  return form !== 0 && (form === unit) === (script === 'simplified');
}

/** The simplified form of a character that only traditional script has. */
export function simplifiedForm(character: string): string | undefined {
  const unit = character.charCodeAt(0);
  return character.length === 1 && isOnlyIn('traditional', unit) ? String.fromCharCode(FORMS[unit] ?? 0) : undefined;
}

/** How many characters of a text only one script has. */
export function countScripts(text: string): Readonly<Record<Script, number>> {
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const form = FORMS[unit] ?? 0;
    if (form === 0) continue;
    if (form === unit) simplified++;
    else traditional++;
  }
  return { traditional, simplified };
}
