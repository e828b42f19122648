import { isFailure } from '../corpus/fileSource.ts';
import { CORPUS_RULES } from '../rules/corpusRules.ts';
import type { MessageId } from '../text/messages.ts';
import { type Cache, openCache } from './cache.ts';
import type { CheckOptions } from './check.ts';
import { compareFiles, type ComparedProblem, type SurveyedFile } from './comparison.ts';
import type { Complaints } from './complaints.ts';
import { type Crew, hireCrew } from './crew.ts';
import { failureMessage } from './failures.ts';
import type { Format } from './formats/format.ts';
import type { Io } from './io.ts';
import { KeptRecord } from './keptRecord.ts';
import { ordered } from './ordered.ts';
import { openProgress } from './progress.ts';
import type { FileReport } from './report.ts';
import type { Sink } from './sink.ts';
import type { Repair } from './survey.ts';
import type { Tally } from './tally.ts';
import type { Target } from './targets.ts';
import type { Outcome, Step, Task } from './task.ts';

/** A file to check, with all that is known of it before anything is. */
export interface Job {
  readonly target: Target;
  readonly task: Omit<Task, 'step'>;
}

export interface Run {
  readonly options: Pick<CheckOptions, 'fixes' | 'threads' | 'cache'>;
  readonly io: Io;
  readonly complaints: Complaints;
  readonly tally: Tally;
  readonly sink: Sink;
  readonly format: Format;
}

/** The next step with one file. */
interface Plan {
  readonly job: Job;
  readonly step: Step;
}

/**
 * Writes the reports down as they come, in the order of the files; returns the files that hold something else.
 *
 * What is wrong among files is known only when all have been seen, and a report on a file is to tell it in its place. To
 * hold all reports back until then would take memory that grows with the text; so files are read twice, the first time
 * for a summary of each record, which is quick beside checking. Repairs belong to the first time, since what they leave is
 * compared.
 */
export async function checkFiles(jobs: readonly Job[], run: Run): Promise<ReadonlySet<Target>> {
  const { options, io, tally } = run;
  const rules = CORPUS_RULES.filter(({ code }) => jobs.some(({ task }) => task.severities.get(code) !== 'off'));
  const crew = hireCrew(io, jobs.length, options.threads);
  // A fix changes files, which no remembered answer does.
  const cache = options.cache && !options.fixes ? await openCache(io) : undefined;
  const skipped = new Set<Target>();
  const goThrough = (plans: Iterable<Plan>, total: number, progress: MessageId, take: TakeOutcome) =>
    goThroughFiles(plans, { ...run, crew, cache, total, progress }, async (job, outcome) => {
      if (outcome.state === 'skipped') {
        skipped.add(job.target);
        tally.skip();
      } else await take(job, outcome);
    });
  try {
    let checks: Iterable<Plan> = checksOf(jobs, () => []);
    let total = jobs.length;
    if (rules.length > 0 || options.fixes) {
      const surveyed: SurveyedFile[] = [];
      const seen: Job[] = [];
      await goThrough(surveysOf(jobs, options), total, 'cli.progress.survey', async ({ target, task }, outcome) => {
        if (outcome.state !== 'surveyed') return;
        const { records, repair } = outcome.survey;
        if (repair) await writeRepair(repair, run);
        const { file, uri } = task;
        surveyed.push({ file, uri, records: records.map((record) => new KeptRecord(uri, record)) });
        // What it holds has been looked at, before repairs.
        seen.push({ target, task: { ...task, isNamed: true, ...(repair?.output && { bytes: repair.output }) } });
      });
      checks = checksOf(seen, compareFiles(surveyed, rules));
      total = seen.length;
    }
    await goThrough(checks, total, 'cli.progress', async (_, outcome) => {
      if (outcome.state === 'checked') await writeReport(outcome.report, run);
    });
  } finally {
    await crew.close();
  }
  await cache?.save();
  return skipped;
}

function* surveysOf(jobs: readonly Job[], { fixes }: Run['options']): Generator<Plan> {
  for (const job of jobs) yield { job, step: { kind: 'survey', ...(fixes && { fixes }) } };
}

/** One after the other, so that no more is kept than what is under way. */
function* checksOf(jobs: readonly Job[], compared: (uri: string) => readonly ComparedProblem[]): Generator<Plan> {
  for (const job of jobs) yield { job, step: { kind: 'check', compared: compared(job.task.uri) } };
}

type TakeOutcome = (job: Job, outcome: Outcome) => Promise<void>;

interface Walk extends Run {
  readonly crew: Crew;
  readonly cache: Cache | undefined;
  readonly total: number;
  readonly progress: MessageId;
}

/** Takes one step with each file; what comes of it is taken in the order of the files. */
async function goThroughFiles(plans: Iterable<Plan>, walk: Walk, take: TakeOutcome): Promise<void> {
  const { options, io, complaints, crew, cache, sink } = walk;
  const progress = openProgress(io, complaints.say, walk.progress, walk.total);
  const work = async ({ job, step }: Plan) => ({ job, outcome: await answer({ ...job.task, step }, crew, cache, io) });
  try {
    for await (const { job, outcome } of ordered(plans, crew.width, work)) {
      if (outcome.state !== 'skipped') await progress.clear();
      if (outcome.state === 'failed') await complaints.add(outcome.message);
      else await take(job, outcome);
      await progress.step();
      // Fixes were asked for whether or not somebody reads what they did.
      if (sink.isClosed && options.fixes?.mode !== 'write') break;
    }
  } finally {
    await progress.clear();
  }
}

async function answer(task: Task, crew: Crew, cache: Cache | undefined, io: Io): Promise<Outcome> {
  if (!cache) return crew.run(task);
  const bytes = task.bytes ?? (await io.files.read(task.uri));
  if (isFailure(bytes)) return { state: 'failed', message: failureMessage(task.file, bytes) };
  const known = cache.get({ ...task, bytes });
  if (known) return known;
  const outcome = await crew.run({ ...task, bytes });
  cache.set({ ...task, bytes }, outcome);
  return outcome;
}

async function writeRepair({ fixed, diff, output, unwritten }: Repair, { io, complaints, tally }: Run): Promise<void> {
  tally.addFixed(fixed);
  if (diff) await io.stdout.write(diff);
  if (output) await io.stdout.write(output);
  if (unwritten) await complaints.add(unwritten);
}

async function writeReport(report: FileReport, { tally, sink, format }: Run): Promise<void> {
  tally.add(report);
  await sink.write(format.file(report));
}
