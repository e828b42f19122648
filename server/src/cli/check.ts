import { SEVERITIES } from '../corpus/configuration.ts';
import type { Severity } from '../rules/rule.ts';
import { message, type Say } from '../text/messages.ts';
import { type Arguments, UsageError, wholeNumber } from './args.ts';
import { checkFiles } from './checkFiles.ts';
import { type Complaints, openComplaints } from './complaints.ts';
import { openConfigurations } from './configurations.ts';
import type { Summary } from './formats/format.ts';
import { FORMATS, type FormatName } from './formats/formats.ts';
import type { Io } from './io.ts';
import { jobsFor } from './jobs.ts';
import { localeIn } from './locale.ts';
import { type RuleChoice, ruleChoice } from './settings.ts';
import { fileSink, NO_SINK, outputSink, type Sink } from './sink.ts';
import { statisticsText } from './statistics.ts';
import { CLEAN, type ExitStatus, FAILED, FOUND } from './status.ts';
import { Tally } from './tally.ts';
import { findTargets, type Target } from './targets.ts';
import type { Fixes, Task } from './task.ts';

export interface CheckOptions {
  readonly format: FormatName;
  readonly outputFile: string | undefined;
  readonly fixes: Fixes | undefined;
  readonly failOn: Severity;
  readonly maxWarnings: number | undefined;
  readonly rules: RuleChoice;
  readonly statistics: boolean;
  readonly encoding: Task['encoding'];
  readonly config: string | undefined;
  readonly heedIgnoreFiles: boolean;
  readonly threads: number | undefined;
  readonly cache: boolean;
  readonly stdinName: string | undefined;
}

/** `rmrb check`. */
export async function check(args: Arguments, io: Io, say: Say): Promise<ExitStatus> {
  const options = readOptions(args);
  // An empty path would be the current folder: most likely a variable of a script that was never set.
  if (args.rest.length === 0 || args.rest.includes('')) throw new UsageError(message('cli.noPath'));
  const complaints = openComplaints(io.stderr, say);
  const configurations = await openConfigurations(io, options.config, complaints);
  if (!configurations) return FAILED;
  const targets = await findTargets(args.rest, io, configurations, options, complaints);
  const sink = await openSink(options, io, targets, complaints);
  if (!sink) return FAILED;

  const { NO_COLOR, TERM } = io.env;
  const colour = sink.isTerminal && !NO_COLOR && TERM !== 'dumb';
  const format = FORMATS[options.format]({ say, colour, version: io.version, locale: localeIn(io.env) });
  const jobs = await jobsFor(targets, options, io, configurations);
  const tally = new Tally();
  await sink.write(format.begin());
  const skipped = await checkFiles(jobs, { options, io, complaints, tally, sink, format });
  for (const path of groupsAllSkipped(targets, skipped)) await complaints.add(message('cli.matchesNothing', { path }));
  const summary = tally.summary(complaints.all);
  await sink.write(format.end(summary));
  await sink.close();
  if (options.statistics) await (hasRoomOnStdout(options) ? io.stdout : io.stderr).write(statisticsText(summary, say));
  if (complaints.all.length > 0) return FAILED;
  return exceeds(summary, options) ? FOUND : CLEAN;
}

function readOptions(args: Arguments): CheckOptions {
  const choice = args.has('unsafe-fixes') ? 'all' : 'safe';
  const changes = args.has('fix') || args.has('unsafe-fixes');
  return {
    format: oneOf(Object.keys(FORMATS) as FormatName[], args.value('format')) ?? 'pretty',
    outputFile: args.value('output-file'),
    fixes: args.has('diff') ? { choice, mode: 'diff' } : changes ? { choice, mode: 'write' } : undefined,
    failOn: oneOf(SEVERITIES, args.value('fail-on')) ?? 'error',
    maxWarnings: wholeNumber(args, 'max-warnings', 0),
    rules: ruleChoice(args),
    statistics: args.has('statistics'),
    encoding: oneOf(['auto', 'utf-8', 'gb18030'] as const, args.value('encoding')) ?? 'auto',
    config: args.value('config'),
    heedIgnoreFiles: !args.has('no-ignore'),
    threads: wholeNumber(args, 'threads', 1),
    cache: args.has('cache'),
    stdinName: args.value('stdin-filename'),
  };
}

function oneOf<Value extends string>(values: readonly Value[], value: string | undefined): Value | undefined {
  return values.find((one) => one === value);
}

/** Standard output belongs to the patch or the repaired standard input where one is asked for. */
async function openSink(
  { outputFile, fixes }: CheckOptions,
  io: Io,
  targets: readonly Target[],
  complaints: Complaints,
): Promise<Sink | undefined> {
  if (outputFile !== undefined) return fileSink(outputFile, io, complaints);
  if (fixes?.mode === 'diff') return NO_SINK;
  return outputSink(fixes && targets.some(({ isStdin }) => isStdin) ? io.stderr : io.stdout);
}

/** Whether statistics may stand on standard output without spoiling what a program reads there. */
function hasRoomOnStdout({ format, outputFile, fixes }: CheckOptions): boolean {
  return outputFile !== undefined || (!fixes && (format === 'pretty' || format === 'concise'));
}

/** Folders and globs none of whose files was one that the product is for. */
function groupsAllSkipped(targets: readonly Target[], skipped: ReadonlySet<Target>): string[] {
  const groups = new Set(targets.map(({ group }) => group));
  for (const target of targets) {
    if (!skipped.has(target)) groups.delete(target.group);
  }
  return [...groups].filter((group) => group !== undefined);
}

function exceeds({ bySeverity }: Summary, { failOn, maxWarnings = Number.POSITIVE_INFINITY }: CheckOptions): boolean {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return failing.some((severity) => bySeverity[severity] > 0) || bySeverity.warning > maxWarnings;
}
