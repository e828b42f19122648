import { CORPUS_RULES } from '../rules/corpusRules.ts';
import type { CorpusRule } from '../rules/corpusRule.ts';
import type { MessageId } from '../text/messages.ts';
import { openCache } from './cache.ts';
import type { CheckOptions } from './check.ts';
import { type ComparedFiles, compareRecords } from './comparison.ts';
import type { Complaints } from './complaints.ts';
import { hireCrew } from './crew.ts';
import type { Format } from './formats/format.ts';
import type { Io } from './io.ts';
import { estimatedSizes, type Jobs, type Sizes } from './jobs.ts';
import { KeptRecords } from './keptRecords.ts';
import { type Looked, type Lookers, looksAt, type Plan } from './looks.ts';
import { WaitingReports } from './packedReport.ts';
import { openProgress, type Progress } from './progress.ts';
import { ReportWriter } from './reportWriter.ts';
import type { Sink } from './sink.ts';
import type { Repair } from './survey.ts';
import type { Tally } from './tally.ts';
import type { Target } from './targets.ts';
import type { Sight } from './task.ts';

export interface Run {
  readonly options: Pick<CheckOptions, 'fixes' | 'threads' | 'cache'>;
  readonly io: Io;
  readonly complaints: Complaints;
  readonly tally: Tally;
  readonly sink: Sink;
  readonly format: Format;
}

/** A run that is under way. */
interface Walk extends Run {
  readonly jobs: Jobs;
  readonly sizes: Sizes;
  readonly lookers: Lookers;
  readonly writer: ReportWriter;
  /** The files that hold something else than the product is for. */
  readonly skipped: Set<Target>;
}

/** Characters of reports that may wait for the comparison. */
const ROOM_FOR_REPORTS = 32_000_000;

/** Writes the reports down, in the order of the files; returns the files that hold something else. */
export async function checkFiles(jobs: Jobs, run: Run): Promise<ReadonlySet<Target>> {
  const { options, io, complaints } = run;
  const { targets, circumstances } = jobs;
  const rules = CORPUS_RULES.filter(({ code }) =>
    [...circumstances].some(({ severities }) => severities.get(code) !== 'off'),
  );
  const sizes = estimatedSizes(jobs, io);
  const crew = hireCrew(io, sizes.total, targets.length, options.threads);
  // A fix changes files, which no remembered answer does.
  const cache = options.cache && !options.fixes ? await openCache(io, complaints) : undefined;
  const skipped = new Set<Target>();
  const walk = { ...run, jobs, sizes, lookers: { jobs, crew, cache }, writer: new ReportWriter(run), skipped };
  try {
    if (rules.length > 0 || options.fixes) await reportCompared(walk, rules);
    else await reportAtOnce(walk);
  } finally {
    await crew.close();
  }
  await cache?.save();
  return skipped;
}

async function reportAtOnce(walk: Walk): Promise<void> {
  const { jobs, sizes, lookers } = walk;
  const look = { survey: false, report: true, compared: [] };
  const plans = function* (): Generator<Plan> {
    for (const [index, target] of jobs.targets.entries()) yield { index, target, look, size: sizes.of(index) };
  };
  await withProgress(walk, 'cli.progress', jobs.targets.length, async (progress) => {
    for await (const some of looksAt(plans(), lookers)) {
      for (const looked of some) {
        await settle(looked, walk, progress, (target, sight) => addReport(target, sight, walk));
        if (isInVain(walk)) return;
      }
      await walk.writer.flush(progress);
    }
  });
}

/**
 * What is wrong among files is known only when all have been seen, and a report on a file is to tell it in its place. So
 * reports wait until then, as many as a fixed amount of memory holds, which is nearly always all. Files whose report does
 * not wait, whose report has more to tell than it did, or that a fix has changed, are looked at once more.
 */
async function reportCompared(walk: Walk, rules: readonly CorpusRule[]): Promise<void> {
  await reportSeen(await survey(walk, rules), walk);
}

/** What the first look at all files has shown. */
interface Survey {
  /** The numbers of the files, in the order in which their reports wait. */
  readonly seen: readonly number[];
  readonly waiting: WaitingReports;
  readonly compared: ComparedFiles;
}

/** Lets go of the records when it has compared them. */
async function survey(walk: Walk, rules: readonly CorpusRule[]): Promise<Survey> {
  const { targets } = walk.jobs;
  const seen: number[] = [];
  const records = new KeptRecords(targets, rules);
  const waiting = new WaitingReports(ROOM_FOR_REPORTS);
  await withProgress(walk, 'cli.progress.survey', targets.length, async (progress) => {
    for await (const some of looksAt(firstLooks(walk, rules, waiting), walk.lookers)) {
      for (const looked of some) {
        await settle(looked, walk, progress, async (target, { records: packed, report, repair }) => {
          if (repair) await writeRepair(target, repair, walk, progress);
          for (const record of packed) records.add(looked.index, record);
          seen.push(looked.index);
          waiting.take(report);
        });
        if (isInVain(walk)) return;
      }
    }
  });
  return { seen, waiting, compared: compareRecords(records, targets) };
}

function* firstLooks(
  { jobs, sizes, lookers, options }: Walk,
  rules: readonly CorpusRule[],
  waiting: WaitingReports,
): Generator<Plan> {
  const { fixes } = options;
  const survey = rules.length > 0;
  for (const [index, target] of jobs.targets.entries()) {
    // A remembered report takes no more room than it does anyway.
    const report = lookers.cache !== undefined || waiting.hasRoom;
    const look = { ...(fixes && { fixes }), survey, report, compared: [] };
    yield { index, target, look, size: sizes.of(index) };
  }
}

async function reportSeen({ seen, waiting, compared }: Survey, walk: Walk): Promise<void> {
  const { jobs, sizes, lookers, writer } = walk;
  const complete = (index: number, at: number) => (compared.has(index) ? undefined : waiting.at(at));
  const plans = function* (): Generator<Plan> {
    for (const [at, index] of seen.entries()) {
      const target = jobs.targets[index];
      if (!target || complete(index, at)) continue;
      const look = { survey: false, report: true, compared: compared.problemsOf(index) };
      // What it holds has been looked at, before repairs.
      yield { index, target, look, size: sizes.of(index), isRecognised: true };
    }
  };
  const lookedAgain = oneByOne(looksAt(plans(), lookers));
  await withProgress(walk, 'cli.progress', seen.length, async (progress) => {
    for (const [at, index] of seen.entries()) {
      const report = complete(index, at);
      if (report) {
        writer.add(report, jobs.targets[index]?.file ?? '');
        await progress.step();
      } else {
        const { value: looked } = await lookedAgain.next();
        if (looked) await settle(looked, walk, progress, (target, sight) => addReport(target, sight, walk));
      }
      if (writer.isFull) await writer.flush(progress);
      if (isInVain(walk)) return;
    }
  });
}

async function* oneByOne<Item>(groups: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const items of groups) yield* items;
}

/** @param take what is done with what was seen of a file */
async function settle(
  { target, answer }: Looked,
  walk: Walk,
  progress: Progress,
  take: (target: Target, sight: Sight) => Promise<void> | void,
): Promise<void> {
  if (answer.state === 'skipped') {
    walk.skipped.add(target);
    walk.tally.skip();
  } else if (answer.state === 'failed') {
    await walk.writer.flush(progress);
    await progress.clear();
    await walk.complaints.add(answer.message);
  } else await take(target, answer);
  await progress.step();
}

async function withProgress(
  { io, complaints, writer }: Walk,
  told: MessageId,
  total: number,
  work: (progress: Progress) => Promise<void>,
): Promise<void> {
  const progress = openProgress(io, complaints.say, told, total);
  try {
    await work(progress);
    await writer.flush(progress);
  } finally {
    await progress.clear();
  }
}

/** Fixes were asked for whether or not somebody reads what they did. */
function isInVain({ sink, options }: Walk): boolean {
  return sink.isClosed && options.fixes?.mode !== 'write';
}

function addReport({ file }: Target, { report }: Sight, { writer }: Walk): void {
  if (report) writer.add(report, file);
}

async function writeRepair(target: Target, repair: Repair, walk: Walk, progress: Progress): Promise<void> {
  const { fixed, diff, output, unwritten } = repair;
  const { io, complaints, tally, jobs } = walk;
  tally.addFixed(fixed);
  await progress.clear();
  if (diff) await io.stdout.write(diff);
  if (output) await io.stdout.write(output);
  if (output) jobs.bytes.set(target, output);
  if (unwritten) await complaints.add(unwritten);
}
