import { isSeverity } from '../corpus/configuration.ts';
import type { Severity } from '../rules/rule.ts';

/** The section `rmrb` of the editor's settings, read by the server. */
export interface Settings {
  readonly include: string;
  readonly exclude: readonly string[];
  /** Severities that differ from the rules' own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Milliseconds of rest in typing before an open file is checked. */
  readonly diagnosticsDelay: number;
  /** When an open file is checked: after a rest in typing, or when it is saved. */
  readonly diagnosticsRun: 'onType' | 'onSave';
  /** How many problems a file may list. */
  readonly maxPerFile: number;
  /** Whether each section says how many other statements speak of its topic. */
  readonly codeLens: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  include: '**/*.{rmrb,txt,md}',
  exclude: [],
  rules: {},
  diagnosticsDelay: 250,
  diagnosticsRun: 'onType',
  maxPerFile: 500,
  codeLens: true,
};

const LONGEST_DELAY = 60_000;

/** What people write in a settings file may be anything: what is not understood is as if it were not there. */
export function readSettings(section: unknown): Settings {
  const corpus = member(section, 'corpus');
  const include = member(corpus, 'include');
  const diagnostics = member(section, 'diagnostics');
  const delay = member(diagnostics, 'delay');
  const most = member(diagnostics, 'maxPerFile');
  return {
    include: typeof include === 'string' && include.trim() ? include : DEFAULT_SETTINGS.include,
    exclude: readExclude(member(corpus, 'exclude')),
    rules: readRules(member(section, 'rules')),
    diagnosticsDelay:
      typeof delay === 'number' && delay >= 0 ? Math.min(delay, LONGEST_DELAY) : DEFAULT_SETTINGS.diagnosticsDelay,
    diagnosticsRun: member(diagnostics, 'run') === 'onSave' ? 'onSave' : 'onType',
    maxPerFile: typeof most === 'number' && most >= 1 ? Math.floor(most) : DEFAULT_SETTINGS.maxPerFile,
    codeLens: member(member(section, 'codeLens'), 'enabled') !== false,
  };
}

/** A list of globs, or globs with `true` behind them, as `files.exclude` has it. */
function readExclude(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((glob): glob is string => typeof glob === 'string' && glob !== '');
  return entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
}

function readRules(value: unknown): Record<string, Severity | 'off'> {
  return Object.fromEntries(
    entries(value).flatMap(([code, severity]) => (isSeverity(severity) ? [[code, severity]] : [])),
  );
}

function member(value: unknown, key: string): unknown {
  return entries(value).find(([name]) => name === key)?.[1];
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
