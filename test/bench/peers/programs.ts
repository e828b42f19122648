import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFolder } from '../corpus/corpus.ts';
import type { Markup } from '../corpus/markups.ts';
import { type Ran, temporaryFolder, timedRun } from '../harness/children.ts';
import type { Figure } from '../harness/figure.ts';
import { sampled } from '../harness/time.ts';

const CLI = join(process.cwd(), 'dist', 'cli.js');
/** Prints the most memory that the process ever had; a thread of it has no figure of its own. */
const TELL_MEMORY = `
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => process._rawDebug('KB ' + process.resourceUsage().maxRSS));
`;

/** A temporary folder with a corpus of so many bytes in its folder `corpus`, one record a file. */
export function corpusFolder(bytes: number, markup?: Markup, extension?: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  writeFolder(join(folder, 'corpus'), bytes, markup, extension);
  return folder;
}

/** `rmrb check corpus`, as it is shipped. */
export function checkFolder(
  folder: string,
  options: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Ran> {
  const args = [...flags, CLI, 'check', '--format', 'concise', ...options, 'corpus'];
  return finished(timedRun(process.execPath, args, folder));
}

export function timeOf(run: () => Promise<Ran>): Promise<Figure> {
  // The first run brings the files into the memory of the system; nothing else is warm in a new process.
  return sampled(async () => (await run()).time, { warmUp: 1 });
}

/** A checker ends with 1 when it finds something; anything else says that it did not do its work. */
export async function finished(run: Promise<Ran>): Promise<Ran> {
  const ran = await run;
  if (ran.status !== 0 && ran.status !== 1) throw new Error(`exit status ${ran.status}: ${ran.stderr}`);
  return ran;
}

/** The most memory that `rmrb check corpus` takes. */
export async function memoryOfCheck(folder: string, options: readonly string[] = []): Promise<Figure> {
  const hook = `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`;
  const { stderr } = await checkFolder(folder, options, ['--import', hook]);
  const [, kilobytes] = /^KB (\d+)$/m.exec(stderr) ?? [];
  if (kilobytes === undefined) throw new Error(`no figure in ${stderr}`);
  return { value: Number(kilobytes) / 1000, unit: 'MB' };
}
