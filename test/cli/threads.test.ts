import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ordered } from '../../server/src/cli/ordered.ts';
import { type Outcome, runTasks, type Task } from '../../server/src/cli/task.ts';
import { disk } from '../../server/src/host/disk.node.ts';
import { diskFiles } from '../../server/src/host/files.node.ts';
import type { TaskWorker } from '../../server/src/host/workers.node.ts';
import { GAP, GOOD, sandbox, UNCLOSED } from './harness.ts';

type Worker = TaskWorker<readonly Task[], readonly Outcome[]>;

/** A crew whose later tasks are done first. */
function backwardWorkers() {
  const seen = { started: 0, batches: 0, closed: 0 };
  const startWorker = (): Worker => {
    seen.started++;
    let rest = 40;
    return {
      started: Promise.resolve(true),
      async run(tasks) {
        seen.batches++;
        for (let turns = rest--; turns > 0; turns--) await setImmediate();
        return runTasks(tasks, { files: diskFiles(), disk });
      },
      async close() {
        seen.closed++;
      },
    };
  };
  return { seen, startWorker };
}

/** Many enough to be handed out in many batches. */
const MANY = Object.fromEntries(
  Array.from({ length: 700 }, (_, index) => [`${index}.txt`, [GOOD, GAP, UNCLOSED][index % 3] ?? GOOD]),
);

test('the report is the same whatever the threads', async (t) => {
  const { rmrb } = await sandbox(t, MANY);
  for (const options of ['', '--ignore meta', '--diff --output-file report.json']) {
    const alone = await rmrb(`check --format json ${options} .`);
    const { seen, startWorker } = backwardWorkers();
    const together = await rmrb(`check --format json --threads 3 ${options} .`, { startWorker });
    assert.deepEqual(together, alone);
    assert.deepEqual([seen.started, seen.closed], [2, 2]);
    assert.ok(seen.batches > 2, `${seen.batches}`);
  }
});

test('a few files are checked without other threads', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  const { seen, startWorker } = backwardWorkers();
  await rmrb('check .', { startWorker });
  assert.equal(seen.started, 0);
});

test('how many threads there are depends on how much there is to read', async (t) => {
  // Recognised by its name, and quick to check.
  const large = '字'.repeat(3_000_000);
  const { rmrb } = await sandbox(t, { 'a.rmrb': large, 'b.rmrb': large, 'c.rmrb': large, 'd.txt': GOOD });
  const { seen, startWorker } = backwardWorkers();
  await rmrb('check --select tag.misnested .', { startWorker });
  assert.equal(seen.started, 1);
});

test('no more threads work than there are files', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  const { seen, startWorker } = backwardWorkers();
  await rmrb('check --threads 9 .', { startWorker });
  assert.equal(seen.started, 1);
});

test('a thread that dies costs the files it had, not the run', async (t) => {
  const { rmrb } = await sandbox(t, MANY);
  const { startWorker } = backwardWorkers();
  const frail = (): Worker => ({ ...startWorker(), run: () => Promise.reject(new Error('dead')) });
  const { status, stdout, stderr } = await rmrb('check --threads 2 --format concise --ignore meta .', {
    startWorker: frail,
  });
  assert.equal(status, 2);
  const lost = stderr.match(/txt.*dead/g)?.length ?? 0;
  assert.ok(lost > 0 && lost <= 128, `${lost}`);
  const found = stdout.match(/txt/g)?.length ?? 0;
  assert.ok(found > 300, `${found}`);
});

test('a thread that does not start is done without', async (t) => {
  const { rmrb } = await sandbox(t, MANY);
  const alone = await rmrb('check --format json .');
  const { seen, startWorker } = backwardWorkers();
  const still = (): Worker => ({ ...startWorker(), started: Promise.resolve(false) });
  assert.deepEqual(await rmrb('check --format json --threads 2 .', { startWorker: still }), alone);
  assert.deepEqual(seen, { started: 1, batches: 0, closed: 1 });
});

test('results come in the order of the inputs, so many at a time', async () => {
  let running = 0;
  let most = 0;
  const work = async (input: number) => {
    most = Math.max(most, ++running);
    for (let turns = 10 - input; turns > 0; turns--) await setImmediate();
    running--;
    return input;
  };
  const results: number[] = [];
  for await (const result of ordered([1, 2, 3, 4, 5, 6, 7, 8], 3, work)) results.push(result);
  assert.deepEqual(results, [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(most, 3);
});
