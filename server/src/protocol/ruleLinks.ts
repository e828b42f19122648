import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** Where the code of a problem leads; empty where the client cannot show it or has no such page. */
export type LinkRule = (code: string) => Pick<Diagnostic, 'codeDescription'>;

const NO_LINKS: LinkRule = () => ({});

const CODE_PLACE = '{code}';

export function ruleLinks({ textDocument }: ClientCapabilities, { rulePage }: InitializationOptions): LinkRule {
  const isUnderstood = textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
  if (!isUnderstood || typeof rulePage !== 'string' || !rulePage.includes(CODE_PLACE)) return NO_LINKS;
  return (code) => ({ codeDescription: { href: rulePage.replaceAll(CODE_PLACE, code) } });
}
