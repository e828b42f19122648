import { message, type Say } from '../text/messages.ts';
import type { CommandDefinition, OptionDefinition } from './args.ts';
import { COMMANDS, HELP, VERSION } from './commands.ts';
import { displayWidth, padded } from './display.ts';

export function programHelp(say: Say): string {
  return sections([
    [say(message('cli.about'))],
    [
      say(message('cli.help.usage')),
      ...[...COMMANDS.flatMap(({ usage }) => usage), '--version', '--help', 'COMMAND --help'].map(
        (line) => `  rmrb ${line}`,
      ),
    ],
    [say(message('cli.help.commands')), ...table(COMMANDS.map(({ name, about }) => [name, say(message(about))]))],
    [say(message('cli.help.options')), ...optionTable([VERSION, HELP], say)],
    [say(message('cli.help.status')), ...say(message('cli.help.statusText')).split('\n')],
  ]);
}

export function commandHelp({ about, usage, options, notes }: CommandDefinition, say: Say): string {
  return sections([
    [say(message(about))],
    [say(message('cli.help.usage')), ...usage.map((line) => `  rmrb ${line}`)],
    [say(message('cli.help.options')), ...optionTable([...options, HELP], say)],
    ...(notes ? [say(message(notes)).split('\n')] : []),
  ]);
}

function sections(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function optionTable(options: readonly OptionDefinition[], say: Say): string[] {
  return table(
    options.map(({ name, value, choices, repeatable, about }) => {
      const shown = choices?.join('|') ?? value;
      const option = shown === undefined ? `--${name}` : `--${name} ${shown}`;
      return [repeatable ? `${option} …` : option, say(message(about))];
    }),
  );
}

/** Columns this wide leave room for the words behind them. */
const WIDEST_NAME = 36;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const widths = rows.map(([name]) => displayWidth(name)).filter((width) => width <= WIDEST_NAME);
  const width = Math.max(...widths);
  return rows.flatMap(([name, words]) =>
    displayWidth(name) <= width
      ? [`  ${padded(name, width)}  ${words}`]
      : [`  ${name}`, `  ${' '.repeat(width)}  ${words}`],
  );
}
