import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { isFailure } from '../corpus/fileSource.ts';
import { uriOf } from '../host/files.node.ts';
import type { Io } from './io.ts';
import type { Outcome, Task } from './task.ts';

const FOLDER = '.rmrbcache';

/** Answers of earlier runs, by all that they depend on. */
export interface Cache {
  /** The file's bytes have to be in the task. */
  get(task: Task): Outcome | undefined;
  set(task: Task, outcome: Outcome): void;
  save(): Promise<void>;
}

interface Stored {
  readonly stamp: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** A cache that cannot be read, or was written by another version or on another day, is as if it were empty. */
export async function openCache(io: Io): Promise<Cache> {
  const path = join(io.cwd, FOLDER, 'check.json');
  // Some rules know what day it is.
  const stamp = `${io.version} ${await io.build()} ${io.today}`;
  const outcomes = new Map(Object.entries(await readOutcomes(io, path, stamp)));
  let isChanged = false;
  return {
    get: (task) => {
      const outcome = outcomes.get(keyOf(task));
      return outcome?.state === 'checked' ? { ...outcome, report: { ...outcome.report, file: task.file } } : outcome;
    },
    set: (task, outcome) => {
      if (outcome.state === 'failed') return;
      outcomes.set(keyOf(task), outcome);
      isChanged = true;
    },
    async save() {
      if (!isChanged) return;
      const stored: Stored = { stamp, outcomes: Object.fromEntries(outcomes) };
      // A cache that cannot be written costs time, nothing else.
      await io.disk.write(join(io.cwd, FOLDER, '.gitignore'), '*\n');
      await io.disk.write(path, JSON.stringify(stored));
    },
  };
}

async function readOutcomes(io: Io, path: string, stamp: string): Promise<Stored['outcomes']> {
  const bytes = await io.files.read(uriOf(path));
  if (isFailure(bytes)) return {};
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isStored(stored) && stored.stamp === stamp ? stored.outcomes : {};
  } catch {
    return {};
  }
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'stamp' in value && 'outcomes' in value;
}

function keyOf({
  path,
  isNamed,
  severities,
  ignored,
  vocabulary,
  encoding,
  step,
  bytes = new Uint8Array(),
}: Task): string {
  // The name's ending takes part in telling what a file is, and its folder in what is wrong with it.
  const rest = JSON.stringify([
    isNamed || basename(path),
    dirname(path),
    [...severities],
    ignored,
    [...vocabulary],
    encoding,
    step,
  ]);
  return createHash('sha256').update(rest).update('\0').update(bytes).digest('base64url');
}
