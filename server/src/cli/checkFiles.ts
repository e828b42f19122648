import { CORPUS_RULES } from '../rules/corpusRules.ts';
import type { MessageId } from '../text/messages.ts';
import { batchesOf } from './batches.ts';
import { type Cache, openCache } from './cache.ts';
import type { CheckOptions } from './check.ts';
import { compareRecords } from './comparison.ts';
import type { Complaints } from './complaints.ts';
import { type Crew, hireCrew } from './crew.ts';
import type { Format } from './formats/format.ts';
import type { Io } from './io.ts';
import { KeptRecord } from './keptRecord.ts';
import { ordered } from './ordered.ts';
import { type PackedReport, unpackedReport, WaitingReports } from './packedReport.ts';
import { openProgress } from './progress.ts';
import type { Sink } from './sink.ts';
import type { Repair } from './survey.ts';
import type { Tally } from './tally.ts';
import type { Target } from './targets.ts';
import type { Answer, Look, Outcome, Sight, Task } from './task.ts';

/** A file to check, with all that is known of it before anything is. */
export interface Job {
  readonly target: Target;
  /** Shared by all files for which the same holds. */
  readonly circumstances: Pick<Task, 'severities' | 'vocabulary' | 'encoding' | 'today'>;
  readonly ignored: Task['ignored'];
  /** In bytes, as far as that is known before the file is read. */
  readonly size: number;
  /** What standard input holds. */
  readonly bytes?: Uint8Array;
}

export interface Run {
  readonly options: Pick<CheckOptions, 'fixes' | 'threads' | 'cache'>;
  readonly io: Io;
  readonly complaints: Complaints;
  readonly tally: Tally;
  readonly sink: Sink;
  readonly format: Format;
}

/** The next look at one file. */
interface Plan {
  readonly job: Job;
  readonly look: Look;
  /** Whether the file has been recognised before. */
  readonly isRecognised?: boolean;
  /** What the look would show, where that is known. */
  readonly known?: Sight;
}

/** Characters of reports that may wait for the comparison. */
const ROOM_FOR_REPORTS = 32_000_000;

/**
 * Writes the reports down as they come, in the order of the files; returns the files that hold something else.
 *
 * What is wrong among files is known only when all have been seen, and a report on a file is to tell it in its place. So
 * reports wait until then, as many as a fixed amount of memory holds, which is nearly always all. Files whose report does
 * not wait, whose report has more to tell than it did, or that a fix has changed, are looked at once more.
 */
export async function checkFiles(jobs: readonly Job[], run: Run): Promise<ReadonlySet<Target>> {
  const { options, io, tally, complaints } = run;
  const { fixes } = options;
  const rules = CORPUS_RULES.filter(({ code }) =>
    jobs.some(({ circumstances }) => circumstances.severities.get(code) !== 'off'),
  );
  const size = jobs.reduce((sum, job) => sum + job.size, 0);
  const crew = hireCrew(io, size, jobs.length, options.threads);
  // A fix changes files, which no remembered answer does.
  const cache = options.cache && !fixes ? await openCache(io, complaints) : undefined;
  const skipped = new Set<Target>();
  const goThrough = (plans: Iterable<Plan>, total: number, progress: MessageId, take: TakeSight) =>
    goThroughFiles(plans, { ...run, crew, cache, total, progress }, async (job, answer) => {
      if (answer.state === 'skipped') {
        skipped.add(job.target);
        tally.skip();
      } else if (answer.state === 'failed') await complaints.add(answer.message);
      else await take(job, answer);
    });
  const write: TakeSight = async ({ target }, { report }) => {
    if (report) await writeReport(report, target.file, run);
  };
  try {
    if (rules.length === 0 && !fixes) {
      const look: Look = { survey: false, report: true, compared: [] };
      await goThrough(plansFor(jobs, look), jobs.length, 'cli.progress', write);
    } else {
      const seen: Job[] = [];
      const records: KeptRecord[] = [];
      const waiting = new WaitingReports(ROOM_FOR_REPORTS);
      const firstLooks = function* (): Generator<Plan> {
        for (const job of jobs) {
          // A remembered report takes no more room than it does anyway.
          const report = cache !== undefined || waiting.hasRoom;
          yield { job, look: { ...(fixes && { fixes }), survey: rules.length > 0, report, compared: [] } };
        }
      };
      await goThrough(firstLooks(), jobs.length, 'cli.progress.survey', async (job, sight) => {
        if (sight.repair) await writeRepair(sight.repair, run);
        for (const record of sight.records) records.push(new KeptRecord(job.target, record));
        seen.push(sight.repair?.output ? { ...job, bytes: sight.repair.output } : job);
        waiting.take(sight.report);
      });
      await goThrough(secondLooks(seen, waiting, compareRecords(records, rules)), seen.length, 'cli.progress', write);
    }
  } finally {
    await crew.close();
  }
  await cache?.save();
  return skipped;
}

function* plansFor(jobs: readonly Job[], look: Look): Generator<Plan> {
  for (const job of jobs) yield { job, look };
}

/** One after the other, so that no more is made than what is under way. */
function* secondLooks(
  seen: readonly Job[],
  waiting: WaitingReports,
  comparedIn: ReturnType<typeof compareRecords>,
): Generator<Plan> {
  for (const [index, job] of seen.entries()) {
    const report = waiting.at(index);
    const compared = comparedIn(job.target.uri);
    const look: Look = { survey: false, report: true, compared };
    if (report && compared.length === 0) yield { job, look, known: { state: 'seen', records: [], report } };
    // What it holds has been looked at, before repairs.
    else yield { job, look, isRecognised: true };
  }
}

type TakeSight = (job: Job, sight: Sight) => Promise<void>;

interface Walk extends Run {
  readonly crew: Crew;
  readonly cache: Cache | undefined;
  readonly total: number;
  readonly progress: MessageId;
}

/** Takes a look at each file; what comes of it is taken in the order of the files. */
async function goThroughFiles(
  plans: Iterable<Plan>,
  walk: Walk,
  take: (job: Job, answer: Answer) => Promise<void>,
): Promise<void> {
  const { options, io, complaints, crew, sink } = walk;
  const progress = openProgress(io, complaints.say, walk.progress, walk.total);
  const batches = batchesOf(plans, ({ known, job }) => (known ? 0 : job.size));
  try {
    for await (const answers of ordered(batches, crew.width, (batch) => answersTo(batch, walk))) {
      for (const { job, answer } of answers) {
        if (answer.state !== 'skipped') await progress.clear();
        await take(job, answer);
        await progress.step();
        // Fixes were asked for whether or not somebody reads what they did.
        if (sink.isClosed && options.fixes?.mode !== 'write') return;
      }
    }
  } finally {
    await progress.clear();
  }
}

interface Answered {
  readonly job: Job;
  readonly answer: Answer;
}

async function answersTo(batch: readonly Plan[], { crew, cache }: Walk): Promise<Answered[]> {
  const tasks = batch.flatMap((plan) => (plan.known ? [] : [taskOf(plan, cache)]));
  const outcomes = tasks.length > 0 ? await crew.run(tasks) : [];
  let next = 0;
  return batch.map(({ job, known }) => {
    if (known) return { job, answer: known };
    const task = tasks[next];
    const outcome = outcomes[next++];
    if (!task || !outcome) throw new RangeError('every task has an outcome');
    return { job, answer: answerOf(task, outcome, cache) };
  });
}

function taskOf({ job, look, isRecognised }: Plan, cache: Cache | undefined): Task {
  const { target, circumstances, ignored, bytes } = job;
  const { file, path, uri, isStdin } = target;
  const isNamed = target.isNamed || isRecognised === true;
  const task = { file, path, uri, isNamed, isStdin, ...circumstances, ignored, look, ...(bytes && { bytes }) };
  return cache ? { ...task, rememberedKey: cache.keyOf(task) } : task;
}

function answerOf(task: Task, outcome: Outcome, cache: Cache | undefined): Answer {
  if (outcome.state === 'remembered') {
    const remembered = cache?.get(task);
    if (!remembered) throw new RangeError('only what is remembered is asked for');
    return remembered;
  }
  cache?.set(task, outcome);
  return outcome;
}

async function writeRepair({ fixed, diff, output, unwritten }: Repair, { io, complaints, tally }: Run): Promise<void> {
  tally.addFixed(fixed);
  if (diff) await io.stdout.write(diff);
  if (output) await io.stdout.write(output);
  if (unwritten) await complaints.add(unwritten);
}

async function writeReport(report: PackedReport, file: string, { tally, sink, format }: Run): Promise<void> {
  const unpacked = unpackedReport(report, file);
  tally.add(unpacked);
  await sink.write(format.file(unpacked));
}
