import { SEVERITIES } from '../corpus/configuration.ts';
import type { CommandDefinition, OptionDefinition } from './args.ts';

export const HELP: OptionDefinition = { name: 'help', about: 'cli.option.help' };
export const VERSION: OptionDefinition = { name: 'version', about: 'cli.option.version' };

export const CHECK: CommandDefinition = {
  name: 'check',
  about: 'cli.command.check',
  usage: ['check [OPTION]… PATH…'],
  notes: 'cli.help.checkNotes',
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github'],
      about: 'cli.option.format',
    },
    { name: 'output-file', value: 'FILE', about: 'cli.option.outputFile' },
    { name: 'fix', about: 'cli.option.fix' },
    { name: 'unsafe-fixes', about: 'cli.option.unsafeFixes' },
    { name: 'diff', about: 'cli.option.diff' },
    { name: 'fail-on', value: 'SEVERITY', choices: SEVERITIES, about: 'cli.option.failOn' },
    { name: 'max-warnings', value: 'N', about: 'cli.option.maxWarnings' },
    { name: 'rule', value: 'CODE=SEVERITY', repeatable: true, about: 'cli.option.rule' },
    { name: 'select', value: 'CODE|AREA', repeatable: true, about: 'cli.option.select' },
    { name: 'ignore', value: 'CODE|AREA', repeatable: true, about: 'cli.option.ignore' },
    { name: 'statistics', about: 'cli.option.statistics' },
    { name: 'encoding', value: 'ENCODING', choices: ['auto', 'utf-8', 'gb18030'], about: 'cli.option.encoding' },
    { name: 'config', value: 'FILE', about: 'cli.option.config' },
    { name: 'no-ignore', about: 'cli.option.noIgnore' },
    { name: 'threads', value: 'N', about: 'cli.option.threads' },
    { name: 'cache', about: 'cli.option.cache' },
    { name: 'stdin-filename', value: 'NAME', about: 'cli.option.stdinFilename' },
  ],
};

export const EXPLAIN: CommandDefinition = {
  name: 'explain',
  about: 'cli.command.explain',
  usage: ['explain CODE'],
  options: [],
};

export const OUTLINE: CommandDefinition = {
  name: 'outline',
  about: 'cli.command.outline',
  usage: ['outline [--format tree|json] FILE'],
  options: [{ name: 'format', value: 'FORMAT', choices: ['tree', 'json'], about: 'cli.option.outlineFormat' }],
};

export const XREF: CommandDefinition = {
  name: 'xref',
  about: 'cli.command.xref',
  usage: [
    'xref [--format pretty|json] --corpus DIR FILE:LINE:COLUMN',
    'xref [--format json] --corpus DIR --queries FILE.json',
  ],
  notes: 'cli.help.xrefNotes',
  options: [
    { name: 'format', value: 'FORMAT', choices: ['pretty', 'json'], about: 'cli.option.xrefFormat' },
    { name: 'corpus', value: 'DIR', about: 'cli.option.corpus' },
    { name: 'queries', value: 'FILE.json', about: 'cli.option.queries' },
  ],
};

export const TOPICS: CommandDefinition = {
  name: 'topics',
  about: 'cli.command.topics',
  usage: ['topics [--format pretty|json] PATH…'],
  notes: 'cli.help.topicsNotes',
  options: [{ name: 'format', value: 'FORMAT', choices: ['pretty', 'json'], about: 'cli.option.topicsFormat' }],
};

export const LSP: CommandDefinition = {
  name: 'lsp',
  about: 'cli.command.lsp',
  usage: ['lsp --stdio'],
  options: [{ name: 'stdio', about: 'cli.option.stdio' }],
};

export const COMMANDS: readonly CommandDefinition[] = [CHECK, EXPLAIN, OUTLINE, TOPICS, XREF, LSP];
