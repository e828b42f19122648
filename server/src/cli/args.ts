import { parseArgs } from 'node:util';
import { type Message, type MessageId, message } from '../text/messages.ts';

/** An option of a command, as its help shows it. */
export interface OptionDefinition {
  readonly name: string;
  /** What stands for its value; an option without one is a switch. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  readonly about: MessageId;
}

export interface CommandDefinition {
  readonly name: string;
  readonly about: MessageId;
  /** One line each, behind the program's name. */
  readonly usage: readonly string[];
  readonly options: readonly OptionDefinition[];
  /** What there is to say beside the options. */
  readonly notes?: MessageId;
}

export interface Arguments {
  readonly has: (name: string) => boolean;
  /** The last value given. */
  readonly value: (name: string) => string | undefined;
  /** Every value given, in order. */
  readonly values: (name: string) => readonly string[];
  /** What is no option, in order. */
  readonly rest: readonly string[];
}

/** A command line that makes no sense. */
export class UsageError extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.id);
    this.told = told;
  }
}

/** @throws UsageError */
export function parseArguments(args: readonly string[], definitions: readonly OptionDefinition[]): Arguments {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      definitions.map(({ name, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    // Its own complaints are in English, so that it only takes the line apart.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const definition = byName.get(token.name);
    if (!definition) throw new UsageError(message('cli.unknownOption', { option: token.rawName }));
    given.set(token.name, [...(given.get(token.name) ?? []), valueIn(definition, token)]);
  }
  return {
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    rest: positionals,
  };
}

interface OptionToken {
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueIn({ name, value: placeholder, choices }: OptionDefinition, { value, inlineValue }: OptionToken): string {
  const option = `--${name}`;
  if (placeholder === undefined) {
    if (value !== undefined) throw new UsageError(message('cli.needlessValue', { option }));
    return '';
  }
  const isNextOption = !inlineValue && value !== undefined && value.startsWith('-') && value !== '-';
  if (value === undefined || value === '' || isNextOption) {
    throw new UsageError(message('cli.missingValue', { option, value: placeholder }));
  }
  if (choices && !choices.includes(value)) {
    throw new UsageError(message('cli.badChoice', { option, value, choices: choices.join(' | ') }));
  }
  return value;
}

/** @throws UsageError where the option is given and is no whole number of at least `least`. */
export function wholeNumber(args: Arguments, name: string, least: number): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
    throw new UsageError(message('cli.badNumber', { option: `--${name}`, value, least }));
  }
  return Number(value);
}
