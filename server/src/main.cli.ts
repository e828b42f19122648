import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import type { Io, Output } from './cli/io.ts';
import { run } from './cli/run.ts';
import { FAILED } from './cli/status.ts';
import { type Outcome, runTasks, type Task, type TaskHost } from './cli/task.ts';
import { contentHash } from './host/contentHash.node.ts';
import { disk } from './host/disk.node.ts';
import { diskFiles, filesOneByOne } from './host/files.node.ts';
import { resourceFiles } from './host/resources.node.ts';
import { serveTasks, startWorker } from './host/workers.node.ts';
import { SERVER_RESOURCES } from './protocol/protocol.ts';
import { provideResources, resource } from './text/resources.ts';

provideResources(resourceFiles(__dirname));
const taskHost: TaskHost = { files: filesOneByOne(), disk };

if (isMainThread) {
  // Not process.exit(): what a slow pipe has not taken yet would be lost.
  void run(process.argv.slice(2), realIo()).then((status) => {
    process.exitCode ??= status;
  });
} else {
  serveTasks<readonly Task[], readonly Outcome[]>((tasks) => runTasks(tasks, taskHost));
}

function realIo(): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    stdin: readStdin,
    cwd: process.cwd(),
    env: process.env,
    files: diskFiles({ blocking: true }),
    disk,
    taskHost,
    // The clock of `performance` is loaded with all else that it can measure.
    now: () => process.uptime() * 1000,
    today: today(),
    version,
    build: buildStamp,
    parallelism: availableParallelism(),
    startWorker: () => startWorker<readonly Task[], readonly Outcome[]>(require.main?.filename ?? __filename),
    serve,
  };
}

/** Changes with the program and with what it knows. */
async function buildStamp(): Promise<string> {
  const known = SERVER_RESOURCES.map((name) => JSON.stringify(resource(name)));
  return contentHash(await readFile(__filename), ...known);
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    // EPIPE: the reader has gone, as in `rmrb check . | head`. Anything else, such as a full disk, is a failure.
    if (error.code === 'EPIPE') return;
    process.exitCode = FAILED;
    if (stream !== process.stderr) process.stderr.write(`rmrb: ${error.message}\n`);
  });
  return {
    isTerminal: stream.isTTY,
    get isClosed() {
      return isClosed;
    },
    write: (data) =>
      new Promise((resolve) => {
        if (isClosed || data.length === 0) resolve();
        else stream.write(data, () => resolve());
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function today(): string {
  const now = new Date();
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return digits(now.getFullYear(), 4) + digits(now.getMonth() + 1, 2) + digits(now.getDate(), 2);
}

/** A program of its own beside this one, so that no other command has to read it. The connection ends the process itself. */
async function serve(): Promise<number> {
  require(join(__dirname, 'server.js'));
  return new Promise(() => undefined);
}
