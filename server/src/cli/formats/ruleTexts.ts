import { ENCODING_CODE } from '../../corpus/ruleCodes.ts';
import { MESSAGE_IDS, type MessageId, message, type Say } from '../../text/messages.ts';

/** What a rule says when it finds something, without what it has found. */
export interface RuleTexts {
  /** The first sentence. */
  readonly short: string;
  readonly full: string;
}

export function ruleTexts(code: string, say: Say): RuleTexts {
  const id = problemMessageOf(code);
  const full = id ? say(message(id)).replace(/\{\w+\}/g, '…') : code;
  const [, sentence = full, end = ''] = /^(.*?)(。|：|\. |: )/s.exec(full) ?? [];
  return { short: end === '' ? full : `${sentence}${/[。：]/.test(end) ? '。' : '.'}`, full };
}

/** The plainest of a rule's messages stands first in the catalogue; those on fixes and other places tell of no problem. */
function problemMessageOf(code: string): MessageId | undefined {
  if (code === ENCODING_CODE) return 'cli.encoding';
  return MESSAGE_IDS.find((id) => (id === code || id.startsWith(`${code}.`)) && !/\.(?:fix|related)\b/.test(id));
}
