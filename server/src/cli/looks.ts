import { batchesOf } from './batches.ts';
import type { Cache } from './cache.ts';
import type { Crew } from './crew.ts';
import type { Jobs } from './jobs.ts';
import { ordered } from './ordered.ts';
import type { Target } from './targets.ts';
import type { Answer, Look, Outcome, Task } from './task.ts';

/** The next look at one file. */
export interface Plan {
  /** Its place among the files of the run. */
  readonly index: number;
  readonly target: Target;
  readonly look: Look;
  /** In bytes, roughly. */
  readonly size: number;
  /** Whether the file has been recognised before. */
  readonly isRecognised?: boolean;
}

export interface Looked extends Pick<Plan, 'index' | 'target'> {
  readonly answer: Answer;
}

/** Who looks at files, and what is known of them beforehand. */
export interface Lookers {
  readonly jobs: Jobs;
  readonly crew: Crew;
  readonly cache: Cache | undefined;
}

/** Takes a look at each file; the answers come in the order of the plans, those of some files at once. */
export function looksAt(plans: Iterable<Plan>, lookers: Lookers): AsyncGenerator<readonly Looked[]> {
  const batches = batchesOf(plans, ({ size }) => size);
  return ordered(batches, lookers.crew.width, (batch) => answersTo(batch, lookers));
}

async function answersTo(batch: readonly Plan[], { jobs, crew, cache }: Lookers): Promise<Looked[]> {
  const tasks = batch.map((plan) => taskOf(plan, jobs, cache));
  const outcomes = await crew.run(tasks);
  return batch.map(({ index, target }, at) => {
    const task = tasks[at];
    const outcome = outcomes[at];
    if (!task || !outcome) throw new RangeError('every task has an outcome');
    return { index, target, answer: answerOf(task, outcome, cache) };
  });
}

function taskOf({ target, look, isRecognised }: Plan, jobs: Jobs, cache: Cache | undefined): Task {
  const { file, path, uri, isStdin } = target;
  const isNamed = target.isNamed || isRecognised === true;
  const bytes = jobs.bytes.get(target);
  const task = { file, path, uri, isNamed, isStdin, ...jobs.termsOf(target), look, ...(bytes && { bytes }) };
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
