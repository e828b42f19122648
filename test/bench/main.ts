/**
 * `npm run bench [-- NAME…] [--strict]`; see docs/benchmarks.md. `--measure` is how this program calls itself for
 * one measurement.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { BENCHMARKS } from './benchmarks.ts';
import { askedText, isHeld, ratio } from './harness/bar.ts';
import type { Benchmark, Figures } from './harness/benchmark.ts';
import { lookUp, measureHere, measureInChild } from './harness/children.ts';
import { table } from './harness/table.ts';

const RESULTS = 'bench/results.json';

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

async function main(args: readonly string[]): Promise<number> {
  const [flag, measured, measurement] = args;
  if (flag === '--measure') {
    await measureHere(BENCHMARKS.find(({ name }) => name === measured)!, measurement!);
    return 0;
  }
  const names = args.filter((one) => !one.startsWith('--'));
  const unknown = [
    ...names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name)),
    ...args.filter((one) => one.startsWith('--') && one !== '--strict'),
  ];
  if (unknown.length > 0) {
    const all = BENCHMARKS.map(({ name, title }) => `  ${name.padEnd(12)}${title}`);
    console.error(`Unknown: ${unknown.join(' ')}. There are --strict and\n${all.join('\n')}`);
    return 2;
  }
  const chosen = BENCHMARKS.filter(({ name, onRequest }) => (names.length > 0 ? names.includes(name) : !onRequest));
  const results = [];
  for (const benchmark of chosen) results.push(await resultsOf(benchmark));

  mkdirSync('bench', { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ machine: machine(), benchmarks: results }, undefined, 2)}\n`);
  const held = results.flatMap(({ bars }) => bars.flatMap((bar) => bar.held ?? []));
  const missed = held.filter((isHeld) => !isHeld).length;
  console.log(`${held.length - missed} of ${held.length} bars hold, ${missed} missed. All figures: ${RESULTS}`);
  return missed > 0 && args.includes('--strict') ? 1 : 0;
}

async function resultsOf(benchmark: Benchmark) {
  const started = performance.now();
  console.log(`${benchmark.name}: ${benchmark.title}`);
  const measured: Record<string, Figures> = {};
  for (const measurement of Object.keys(benchmark.measurements)) {
    measured[measurement] = await measureInChild(benchmark, measurement);
  }
  const bars = benchmark.bars((measurement, figure) => lookUp(measured, measurement, figure));
  console.log(`${table(bars)}\n(${Math.round((performance.now() - started) / 1000)} s)\n`);
  return {
    name: benchmark.name,
    title: benchmark.title,
    bars: bars.map((bar) => ({ ...bar, asked: askedText(bar), ratio: ratio(bar), held: isHeld(bar) })),
    measured,
  };
}

function machine() {
  const { node, v8 } = process.versions;
  return { date: new Date().toISOString(), node, v8, processor: cpus()[0]?.model, cores: availableParallelism() };
}
