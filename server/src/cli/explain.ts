import { rulePageText } from '../documentation/rulePageText.ts';
import { RULE_PAGES } from '../documentation/rulePages.ts';
import { message } from '../text/messages.ts';
import { type Arguments, UsageError } from './args.ts';
import { visible } from './display.ts';
import type { Io } from './io.ts';
import { localeIn } from './locale.ts';
import { nearestCodes } from './nearestCodes.ts';
import { CLEAN, type ExitStatus } from './status.ts';

/** `rmrb explain`. */
export async function explain(args: Arguments, io: Io): Promise<ExitStatus> {
  const [code, extra] = args.rest;
  if (code === undefined) throw new UsageError(message('cli.noCode'));
  if (extra !== undefined) throw new UsageError(message('cli.unexpected', { argument: extra }));
  const page = RULE_PAGES.find((one) => one.code === code);
  if (!page) {
    const codes = RULE_PAGES.map((one) => one.code);
    throw new UsageError(message('cli.unknownCode', { code, near: nearestCodes(code, codes).join(' | ') }));
  }
  // Some examples hold characters that nobody sees, which is what is wrong with them.
  const lines = rulePageText(page, localeIn(io.env)).split('\n').map(visible);
  await io.stdout.write(lines.join('\n'));
  return CLEAN;
}
