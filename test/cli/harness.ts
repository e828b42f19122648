import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Io, Output } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/run.ts';
import { disk } from '../../server/src/host/disk.node.ts';
import { diskFiles } from '../../server/src/host/files.node.ts';

/** A record in which nothing is wrong. */
export const GOOD = `〖ZQ/总期〗20585〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗1〖-TH/条号〗
〖BT/标题〗中俄联合声明〖-BT/标题〗
〖ZW/正文〗
    双方声明如下：
    一、双方将保持密切的高层接触。
    二、双方将扩大经贸合作。
〖-ZW/正文〗
`;
/** One error, without a safe fix. */
export const UNCLOSED = GOOD.replace('〖-RQ/日期〗', '');
/** One error, with a safe fix. */
export const MALFORMED = GOOD.replace('〖BT/标题〗', '【BT/标题】');
/** One warning, with a fix that is not safe. */
export const GAP = GOOD.replace('二、', '三、');
/** Nothing that the product is for. */
export const OTHER = '# 说明\n\n这里是别的东西。\n';

/** The same record as another one of its page, so that the two are no duplicates. */
export function item(number: number, record: string): string {
  return record.replace('〖TH/条号〗1〖', `〖TH/条号〗${number}〖`);
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface Sandbox {
  readonly folder: string;
  path(name: string): string;
  write(files: Files): Promise<void>;
  read(name: string): Promise<string>;
  bytes(name: string): Promise<Buffer>;
  /** Runs the command line in this process. */
  rmrb(args: string, changes?: Partial<Io>): Promise<Result>;
}

/** A folder of its own for a test, gone with it. */
export async function sandbox(t: TestContext, files: Files = {}): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'rmrb-test-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const write = async (more: Files) => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
    }
  };
  await write(files);
  return {
    folder,
    path,
    write,
    read: (name) => readFile(path(name), 'utf8'),
    bytes: (name) => readFile(path(name)),
    rmrb: (args, changes) => runCaptured(args.split(' ').filter(Boolean), folder, changes),
  };
}

export async function runCaptured(args: readonly string[], cwd: string, changes: Partial<Io> = {}): Promise<Result> {
  const stdout = new Capture();
  const stderr = new Capture();
  const status = await run(args, {
    stdout,
    stderr,
    stdin: async () => new Uint8Array(),
    cwd,
    env: {},
    files: diskFiles(),
    disk,
    now: () => 0,
    today: '20260101',
    version: '1.2.3',
    build: async () => 'build',
    parallelism: 4,
    serve: async () => 0,
    ...changes,
  });
  return { status, stdout: stdout.text, stderr: stderr.text, bytes: stdout.bytes };
}

export class Capture implements Output {
  readonly #chunks: Buffer[] = [];
  readonly isTerminal: boolean;
  isClosed = false;

  constructor(isTerminal = false) {
    this.isTerminal = isTerminal;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  async write(data: string | Uint8Array): Promise<void> {
    this.#chunks.push(Buffer.from(data));
  }
}

export function stdinOf(content: string | Uint8Array): Pick<Io, 'stdin'> {
  return { stdin: async () => Buffer.from(content) };
}

/** What `--format json` says of each file: its name and the codes of its problems. */
export function codes({ stdout }: Result): Record<string, string[]> {
  const files: { file: string; problems: { code: string }[] }[] = JSON.parse(stdout);
  return Object.fromEntries(files.map(({ file, problems }) => [file, problems.map(({ code }) => code)]));
}
