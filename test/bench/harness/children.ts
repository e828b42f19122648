import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, type Figures, ONLY } from './benchmark.ts';
import type { Measured } from './figure.ts';

const LIMIT = 240;
/** Milliseconds between asking a process to end and ending it. */
const GRACE = 3000;

/** Runs one measurement of a benchmark in a process of its own, and gives up when it takes too long. */
export function measureInChild({ name, measurements }: Benchmark, measurement: string): Promise<Figures> {
  const { flags = [], limit = LIMIT } = measurements[measurement]!;
  return new Promise((resolve) => {
    const missing = (reason: string): Figures => ({ [ONLY]: { missing: reason } });
    let figures: Figures = missing('failed');
    const child = fork(process.argv[1]!, ['--measure', name, measurement], { execArgv: [...flags] });
    const tooLong = setTimeout(() => {
      figures = missing(`over ${limit} s`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
    }, limit * 1000);
    child.on('message', (found) => (figures = found as Figures));
    child.on('close', () => {
      clearTimeout(tooLong);
      resolve(figures);
    });
  });
}

/** Looks a figure up; where a measurement has only one to offer, because it failed, that answers for all. */
export function lookUp(found: Readonly<Record<string, Figures>>, measurement: string, figure = ONLY): Measured {
  const figures = found[measurement] ?? {};
  return figures[figure] ?? figures[ONLY] ?? { missing: 'not measured' };
}

/** The other side of {@link measureInChild}. */
export async function measureHere({ measurements }: Benchmark, measurement: string): Promise<void> {
  process.on('SIGTERM', () => process.exit(143));
  const figures = await measurements[measurement]!.run();
  process.send!(figures, () => process.exit());
}

const temporary: string[] = [];
const started = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of started) child.kill();
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when this process is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rmrb-bench-'));
  temporary.push(folder);
  return folder;
}

export interface Ran {
  readonly status: number;
  /** Wall time in milliseconds. */
  readonly time: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, its output at the other end of a pipe. */
export function timedRun(program: string, args: readonly string[], cwd = process.cwd()): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    started.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (status) => {
      started.delete(child);
      resolve({ status: status ?? 1, time: performance.now() - begin, stdout, stderr });
    });
  });
}
