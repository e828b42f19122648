import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ordered } from '../../server/src/cli/ordered.ts';
import { type Outcome, runTask, type Task } from '../../server/src/cli/task.ts';
import { disk } from '../../server/src/host/disk.node.ts';
import { diskFiles } from '../../server/src/host/files.node.ts';
import type { TaskWorker } from '../../server/src/host/workers.node.ts';
import { GAP, GOOD, sandbox, UNCLOSED } from './harness.ts';

/** A crew whose later tasks are done first. */
function backwardWorkers() {
  const seen = { started: 0, closed: 0 };
  const startWorker = (): TaskWorker<Task, Outcome> => {
    seen.started++;
    let rest = 40;
    return {
      async run(task) {
        for (let turns = rest--; turns > 0; turns--) await setImmediate();
        return runTask(task, { files: diskFiles(), disk });
      },
      async close() {
        seen.closed++;
      },
    };
  };
  return { seen, startWorker };
}

const MANY = Object.fromEntries(
  Array.from({ length: 70 }, (_, index) => [`${index}.txt`, [GOOD, GAP, UNCLOSED][index % 3] ?? GOOD]),
);

test('the report is the same whatever the threads', async (t) => {
  const { rmrb } = await sandbox(t, MANY);
  const alone = await rmrb('check --format json .');
  const { seen, startWorker } = backwardWorkers();
  const together = await rmrb('check --format json --threads 3 .', { startWorker });
  assert.deepEqual(together, alone);
  assert.deepEqual(seen, { started: 3, closed: 3 });
});

test('a few files are checked without threads', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  const { seen, startWorker } = backwardWorkers();
  await rmrb('check .', { startWorker });
  assert.equal(seen.started, 0);
});

test('no more threads are started than there are files', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': GOOD });
  const { seen, startWorker } = backwardWorkers();
  await rmrb('check --threads 9 .', { startWorker });
  assert.equal(seen.started, 2);
});

test('a thread that dies costs its files, not the run', async (t) => {
  const { rmrb } = await sandbox(t, { 'a.txt': GOOD, 'b.txt': UNCLOSED });
  const { startWorker } = backwardWorkers();
  const frail = () => {
    const worker = startWorker();
    const run: typeof worker.run = (task) =>
      task.file === 'a.txt' ? Promise.reject(new Error('dead')) : worker.run(task);
    return { ...worker, run };
  };
  const { status, stdout, stderr } = await rmrb('check --threads 2 --format concise .', { startWorker: frail });
  assert.equal(status, 2);
  assert.match(stderr, /a\.txt.*dead/);
  assert.match(stdout, /b\.txt/);
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
