import { message, type Say, sayIn } from '../text/messages.ts';
import { type Arguments, type CommandDefinition, parseArguments, UsageError } from './args.ts';
import { check } from './check.ts';
import { CHECK, COMMANDS, EXPLAIN, HELP, LSP, OUTLINE, TOPICS, VERSION, XREF } from './commands.ts';
import { explain } from './explain.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Io } from './io.ts';
import { localeIn } from './locale.ts';
import { outline } from './outline.ts';
import { CLEAN, FAILED } from './status.ts';
import { topics } from './topics.ts';
import { xref } from './xref.ts';

type Command = (args: Arguments, io: Io, say: Say) => Promise<number>;

const RUNNERS = new Map<CommandDefinition, Command>([
  [CHECK, check],
  [EXPLAIN, explain],
  [OUTLINE, outline],
  [TOPICS, topics],
  [XREF, xref],
  [LSP, lsp],
]);

/** The whole program; the answer is its exit status. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = sayIn(localeIn(io.env));
  const command = COMMANDS.find(({ name }) => name === args[0]);
  try {
    return command ? await runCommand(command, args.slice(1), io, say) : await runAlone(args, io, say);
  } catch (error) {
    if (error instanceof UsageError) {
      const hint = say(message('cli.tryHelp', { command: command ? `rmrb ${command.name} --help` : 'rmrb --help' }));
      await io.stderr.write(`rmrb: ${say(error.told)}\n${hint}\n`);
    } else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      await io.stderr.write(`rmrb: ${say(message('cli.internal', { detail }))}\n`);
    }
    return FAILED;
  }
}

async function runCommand(command: CommandDefinition, rest: readonly string[], io: Io, say: Say): Promise<number> {
  const args = parseArguments(rest, [...command.options, HELP]);
  if (args.has('help')) {
    await io.stdout.write(commandHelp(command, say));
    return CLEAN;
  }
  return (await RUNNERS.get(command)?.(args, io, say)) ?? FAILED;
}

async function runAlone(rest: readonly string[], io: Io, say: Say): Promise<number> {
  const [first] = rest;
  if (first === undefined) {
    await io.stderr.write(programHelp(say));
    return FAILED;
  }
  if (!first.startsWith('-')) throw new UsageError(message('cli.unknownCommand', { command: first }));
  const args = parseArguments(rest, [VERSION, HELP]);
  if (args.has('help')) await io.stdout.write(programHelp(say));
  else if (args.has('version')) await io.stdout.write(`${io.version}\n`);
  else throw new UsageError(message('cli.unknownCommand', { command: first }));
  return CLEAN;
}

async function lsp(args: Arguments, io: Io): Promise<number> {
  const [extra] = args.rest;
  if (extra !== undefined) throw new UsageError(message('cli.unexpected', { argument: extra }));
  if (!args.has('stdio')) throw new UsageError(message('cli.needsStdio'));
  return io.serve();
}
