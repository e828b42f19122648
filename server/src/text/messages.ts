import cliEn from '../../../l10n/server/en/cli.json';
import featuresEn from '../../../l10n/server/en/features.json';
import rulesEn from '../../../l10n/server/en/rules.json';
import cliZh from '../../../l10n/server/zh-cn/cli.json';
import featuresZh from '../../../l10n/server/zh-cn/features.json';
import rulesZh from '../../../l10n/server/zh-cn/rules.json';

const CATALOGUES = {
  'zh-cn': { ...rulesZh, ...featuresZh, ...cliZh },
  en: { ...rulesEn, ...featuresEn, ...cliEn },
};

export type MessageId = keyof (typeof CATALOGUES)['zh-cn'];
export type Locale = keyof typeof CATALOGUES;

/** A sentence for the user, still without a language: its key in `l10n/server` and what stands in its `{name}` places. */
export interface Message {
  readonly id: MessageId;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Words a message in one language. */
export type Say = (message: Message) => string;

export function message(id: MessageId, args?: Readonly<Record<string, string | number>>): Message {
  return args ? { id, args } : { id };
}

/** A tag such as `zh-TW`, `en-US` or `en_GB.UTF-8`: English where it says so, else Chinese, which most users read. */
export function localeOf(tag: string | undefined): Locale {
  return /^en\b|^en[-_]/i.test(tag ?? '') ? 'en' : 'zh-cn';
}

export function sayIn(locale: Locale): Say {
  const catalogue: Record<MessageId, string> = CATALOGUES[locale];
  return ({ id, args }) => (args ? filled(catalogue[id], args) : catalogue[id]);
}

/** What stands between the places of a template, and at odd indexes the names of the places. */
const partsOfTemplates = new Map<string, readonly string[]>();

function filled(template: string, args: NonNullable<Message['args']>): string {
  let parts = partsOfTemplates.get(template);
  if (!parts) partsOfTemplates.set(template, (parts = template.split(/\{(\w+)\}/)));
  let text = '';
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    text += index % 2 === 0 ? part : String(args[part] ?? `{${part}}`);
  }
  return text;
}
