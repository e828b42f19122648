import { once } from '../text/once.ts';
import { resource } from '../text/resources.ts';

export type Script = 'traditional' | 'simplified';

const table = once(() => resource('dictionaries/script-characters'));

/** Those that either script uses (后, 里, 系, 着) are left out, since they tell nothing. */
export function charactersOnlyIn(script: Script): string {
  return script === 'traditional' ? table().traditional : table().onlySimplified;
}

/** By UTF-16 unit: of a traditional character its simplified form, of a simplified one itself; 0 for all others. */
const formsByUnit = once(() => {
  const { traditional, simplified, onlySimplified } = table();
  const forms = new Uint16Array(1 << 16);
  for (let at = 0; at < traditional.length; at++) forms[traditional.charCodeAt(at)] = simplified.charCodeAt(at);
  for (const character of onlySimplified) forms[character.charCodeAt(0)] = character.charCodeAt(0);
  return forms;
});

/** Whether only one script has a UTF-16 unit. */
export function isOnlyIn(script: Script, unit: number): boolean {
  const form = formsByUnit()[unit] ?? 0;
  return form !== 0 && (form === unit) === (script === 'simplified');
}

/** The simplified form of a character that only traditional script has. */
export function simplifiedForm(character: string): string | undefined {
  const unit = character.charCodeAt(0);
  if (character.length !== 1 || !isOnlyIn('traditional', unit)) return undefined;
  return String.fromCharCode(formsByUnit()[unit] ?? 0);
}

/** How many characters of a text only one script has. */
export function countScripts(text: string): Readonly<Record<Script, number>> {
  const forms = formsByUnit();
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const form = forms[unit] ?? 0;
    if (form === 0) continue;
    if (form === unit) simplified++;
    else traditional++;
  }
  return { traditional, simplified };
}
