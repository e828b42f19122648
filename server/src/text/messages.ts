import { once } from './once.ts';
import { type Resources, resource } from './resources.ts';

export type Locale = 'zh-cn' | 'en';
type GeneralId = keyof Resources['messages/zh-cn'];
/** What only the command line says, in a file of its own: a server in a browser does not have it. */
type CliId = Extract<keyof Resources['messages/cli.zh-cn'], `cli.${string}`>;
export type MessageId = GeneralId | CliId;

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

/** Loads what the language needs at the first message: who starts has nothing to say yet. */
export function sayIn(locale: Locale): Say {
  const general = once((): Readonly<Record<GeneralId, string>> => resource(`messages/${locale}`));
  const cli = once((): Readonly<Record<CliId, string>> => resource(`messages/cli.${locale}`));
  const template = (id: MessageId): string => (isCliId(id) ? cli()[id] : general()[id]);
  return ({ id, args }) => (args ? filled(template(id), args) : template(id));
}

function isCliId(id: MessageId): id is CliId {
  return id.startsWith('cli.');
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
