import type { Benchmark } from './harness/benchmark.ts';
import { cli } from './benchmarks/cli.ts';
import { gigabyte } from './benchmarks/gigabyte.ts';
import { growth } from './benchmarks/growth.ts';
import { hover } from './benchmarks/hover.ts';
import { index } from './benchmarks/index.ts';
import { keystroke } from './benchmarks/keystroke.ts';
import { longLine } from './benchmarks/longLine.ts';
import { memory } from './benchmarks/memory.ts';
import { parse } from './benchmarks/parse.ts';
import { quality } from './benchmarks/quality.ts';
import { start } from './benchmarks/start.ts';
import { stdio } from './benchmarks/stdio.ts';

/** In the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
  quality,
  parse,
  keystroke,
  stdio,
  longLine,
  start,
  cli,
  memory,
  index,
  hover,
  growth,
  gigabyte,
];
