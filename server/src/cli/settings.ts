import { isSeverity, SEVERITIES } from '../corpus/configuration.ts';
import { ALL_RULES, ENCODING_CODE, KNOWN_CODES } from '../corpus/ruleCodes.ts';
import type { Severities } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
import { message } from '../text/messages.ts';
import { type Arguments, UsageError } from './args.ts';

/** What the command line says on rules, which goes before what a configuration says. */
export interface RuleChoice {
  readonly severities: Severities;
  /** Codes and areas; empty: all. */
  readonly select: ReadonlySet<string>;
  readonly ignore: ReadonlySet<string>;
}

/** @throws UsageError */
export function ruleChoice(args: Arguments): RuleChoice {
  return {
    severities: new Map(args.values('rule').map(readSeverity)),
    select: codesOrAreas(args.values('select')),
    ignore: codesOrAreas(args.values('ignore')),
  };
}

/**
 * The severity of every rule. A file that cannot be read as text is told of even where other rules are selected: nothing
 * else would say that it was not checked.
 */
export function severitiesFor(configured: Severities, { severities, select, ignore }: RuleChoice): Severities {
  return new Map(
    ALL_RULES.map(({ code, severity }) => {
      const isSelected = select.size === 0 || code === ENCODING_CODE || names(select, code);
      const isOn = isSelected && !names(ignore, code);
      return [code, isOn ? (severities.get(code) ?? configured.get(code) ?? severity) : 'off'];
    }),
  );
}

function names(codesAndAreas: ReadonlySet<string>, code: string): boolean {
  return codesAndAreas.has(code) || codesAndAreas.has(areaOf(code));
}

function areaOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}

function readSeverity(text: string): [string, Severity | 'off'] {
  const [, code = '', severity] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const choices = [...SEVERITIES, 'off'].join(' | ');
  if (severity === undefined) throw new UsageError(message('cli.badRule', { value: text, choices }));
  if (!isSeverity(severity)) throw new UsageError(message('cli.badSeverity', { code, value: severity, choices }));
  if (!KNOWN_CODES.has(code)) throw new UsageError(message('cli.unknownRule', { code }));
  return [code, severity];
}

function codesOrAreas(values: readonly string[]): Set<string> {
  const codes = values.flatMap((value) => value.split(',')).map((code) => code.trim());
  const areas = new Set([...KNOWN_CODES].map(areaOf));
  for (const code of codes) {
    if (!KNOWN_CODES.has(code) && !areas.has(code)) throw new UsageError(message('cli.unknownRule', { code }));
  }
  return new Set(codes);
}
