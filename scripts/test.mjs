/** `npm test [-- STAGE…]`: all tests, or those of the stages `unit`, `grammar`, `vscode`. Ends with `N passed, N failed`. */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Failure, must, node, root, run, runMain } from './process.mjs';
import { bundleTests } from './vscode/bundleTests.mjs';
import { desktopIsAvailable, runDesktopTests } from './vscode/desktop.mjs';
import { installEmbedded } from './vscode/embedded.mjs';
import { MARK, runEmbeddedTests } from './vscode/embeddedTests.mjs';
import { stageExtension, stageTexts, temporaryFolder } from './vscode/stage.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Milliseconds that a test, and a suite of node's own test runner, may take: one that leaves a process behind never ends. */
const TEST_TIME = 240_000;
const SUITE_TIME = 600_000;
/** What a person does all in one file takes longer, and far longer on a machine that has other things to do. */
const WORKBENCH_TIME = 420_000;

/** A suite is a name and a function that answers how many tests passed and failed; it prints what failed. */
const STAGES = {
  unit: [['unit, golden and protocol tests', unitTests]],
  grammar: [['grammar snapshots', grammarTests]],
  vscode: [
    ['VS Code, desktop and web entry', entryTests],
    ['VS Code, as a person uses it', workbenchTests],
  ],
};

await runMain(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((stage) => !Object.hasOwn(STAGES, stage));
  if (unknown !== undefined) throw new Failure(`There is no stage ${unknown}, only ${Object.keys(STAGES).join(', ')}.`);
  console.log('Building …');
  await must('The build', process.execPath, ['esbuild.mjs']);

  const total = { passed: 0, failed: 0 };
  for (const [name, suite] of (asked.length > 0 ? asked : Object.keys(STAGES)).flatMap((stage) => STAGES[stage])) {
    console.log(`\n${name} …`);
    const started = performance.now();
    const { passed, failed } = await countOf(suite);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * A suite that breaks down, or in which no test ran, counts as one failure: neither may look like success.
 * @param {() => Promise<Count>} suite
 * @returns {Promise<Count>}
 */
async function countOf(suite) {
  try {
    const count = await suite();
    if (count.passed + count.failed > 0) return count;
    console.error('No test ran.');
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
  }
  return { passed: 0, failed: 1 };
}

/** @returns {Promise<Count>} */
async function unitTests() {
  const files = filesUnder('test').filter(
    (file) => file.endsWith('.test.ts') && !file.startsWith(join('test', 'vscode')),
  );
  return countNodeTests(['--import', 'tsx', '--import', './test/support/seed.ts'], files);
}

/** @returns {Promise<Count>} */
async function grammarTests() {
  const texts = filesUnder(join('test', 'grammar')).filter((file) => file.endsWith('.rmrb'));
  // The tool would write them and be content.
  const without = texts.filter((file) => !existsSync(join(root, `${file}.snap`)));
  if (without.length > 0) throw new Failure(`Without snapshot: ${without.join(', ')}`);
  if (texts.length === 0) return { passed: 0, failed: 0 };
  const { status, output } = await node('node_modules/vscode-tmgrammar-test/dist/snapshot.js', texts);
  const passed = output.match(/run successfully/g)?.length ?? 0;
  if (status !== 0) console.log(output);
  return { passed, failed: Math.max(texts.length - passed, status === 0 ? 0 : 1) };
}

/**
 * The same tests in both entries, at the same time: VS Code waits more than it works.
 * @returns {Promise<Count>}
 */
async function entryTests() {
  await installEmbedded();
  const bundles = await bundleTests();
  return inBrowsers([() => desktopEntryTests(bundles), () => webEntryTests(bundles)]);
}

/**
 * @param {Awaited<ReturnType<typeof bundleTests>>} bundles
 * @returns {Promise<Count>}
 */
async function desktopEntryTests({ desktop }) {
  if (await desktopIsAvailable()) {
    const output = await runDesktopTests({ tests: desktop, workspace: stageTexts() });
    const count = countIn(linesOfTests(output));
    if (count.failed > 0 || count.passed === 0) console.log(output);
    return count;
  }
  console.log('(the embedded VS Code: no desktop one, or no display for it)');
  return countIn(await runEmbeddedTests({ extension: root, tests: desktop, workspace: stageTexts() }));
}

/**
 * @param {Awaited<ReturnType<typeof bundleTests>>} bundles
 * @returns {Promise<Count>}
 */
async function webEntryTests({ web: tests }) {
  const extension = stageExtension(temporaryFolder('extension'), { web: true, tests });
  const call = { extension, tests: join(extension, 'tests.js'), workspace: stageTexts(), web: true };
  return countIn(await runEmbeddedTests(call));
}

/** @returns {Promise<Count>} */
async function workbenchTests() {
  await installEmbedded();
  const files = filesUnder(join('test', 'vscode')).filter((file) => file.endsWith('.test.mjs'));
  return inBrowsers(files.map((file) => () => countNodeTests([], [file], WORKBENCH_TIME)));
}

/**
 * Runs suites that drive a browser, two at a time: VS Code waits more than it works. VS Code itself loses a click now and then on a
 * machine that has other things to do; a suite that failed has told of it, and is run once more, alone. What fails then has failed.
 * @param {readonly (() => Promise<Count>)[]} suites
 * @returns {Promise<Count>}
 */
async function inBrowsers(suites) {
  const waiting = [...suites.entries()];
  /** @type {Count[]} */
  const counts = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, suite] = next;
      counts[index] = await countOf(suite);
    }
  };
  await Promise.all([worker(), worker()]);
  const sum = { passed: 0, failed: 0 };
  for (const [index, suite] of suites.entries()) {
    let count = counts[index];
    if (count.failed > 0) {
      console.log(`${count.failed} failed; once more, alone …`);
      count = await countOf(suite);
    }
    sum.passed += count.passed;
    sum.failed += count.failed;
  }
  return sum;
}

/**
 * @param {readonly string[]} flags
 * @param {readonly string[]} files
 * @param {number} [time] for each file and for all of them
 * @returns {Promise<Count>}
 */
async function countNodeTests(flags, files, time) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const reporter = `--test-reporter=./${join('scripts', 'countReporter.mjs')}`;
  const parallel = `--test-concurrency=${availableParallelism()}`;
  const args = [...flags, '--test', parallel, `--test-timeout=${time ?? TEST_TIME}`, reporter, ...files];
  const { status, output } = await run(process.execPath, args, { timeout: time ?? SUITE_TIME });
  const count = countIn(output);
  if (status !== 0) console.log(output.trimEnd());
  // Whatever else made it fail than a test, a file that never ended for one, counts as a failure too.
  return status === 0 || count.failed > 0 ? count : { ...count, failed: 1 };
}

/**
 * The last count that was printed.
 * @param {string} output
 * @returns {Count}
 */
function countIn(output) {
  const [, passed = '0', failed = '0'] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}

/** @param {string} output */
function linesOfTests(output) {
  const lines = output.split('\n').filter((line) => line.startsWith(MARK));
  return lines.map((line) => line.slice(MARK.length)).join('\n');
}

/**
 * @param {string} folder relative to the project
 * @returns {string[]} relative to the project too
 */
function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
