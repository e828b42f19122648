import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import type { JsonFault } from '../corpus/jsonSyntax.ts';
import type { Topic } from '../corpus/topic.ts';
import {
  NO_OWN_TOPICS,
  parseTopicsFile,
  TOPICS_FILE_NAME,
  type TopicsFile,
  withOwnTopics,
} from '../corpus/topicsFile.ts';
import { decode } from '../text/decode.ts';
import { message } from '../text/messages.ts';

export function isTopicsFile(uri: string): boolean {
  return uri.endsWith(`/${TOPICS_FILE_NAME}`);
}

interface WorkspaceTopicsParts {
  readonly files: Pick<FileSource, 'read'>;
  /** Only at the top of one of these are topics looked for. */
  folders(): readonly string[];
  /** What an open file holds, which counts before what is on disk. */
  openText(uri: string): string | undefined;
  /** The topics that are known without the workspace. */
  known(): readonly Topic[];
  /** There are other topics now. */
  changed(): void;
}

/** The topics of the workspace: those that the product knows and those that its folders have in `rmrb.topics.json`. */
export class WorkspaceTopics {
  readonly #parts: WorkspaceTopicsParts;
  readonly #found = new Map<string, TopicsFile>();
  /** A list stays the same until there is another one: what was made of it is remembered by it. */
  #topics: readonly Topic[] | undefined;
  #reading = 0;
  #settled: Promise<void> = Promise.resolve();

  constructor(parts: WorkspaceTopicsParts) {
    this.#parts = parts;
  }

  all(): readonly Topic[] {
    this.#topics ??= withOwnTopics(
      [...this.#found.values()].flatMap(({ topics }) => topics),
      this.#parts.known(),
    );
    return this.#topics;
  }

  /** The files that topics may stand in, whether or not they exist. */
  uris(): readonly string[] {
    return this.#parts.folders().map((folder) => `${folder}/${TOPICS_FILE_NAME}`);
  }

  /** Where a word of a file is added to: the file of the folder that it lies in, else that of the first one. */
  homeOf(uri: string): string | undefined {
    const homes = [...this.uris()].sort((a, b) => b.length - a.length);
    return homes.find((home) => uri.startsWith(home.slice(0, -TOPICS_FILE_NAME.length))) ?? this.uris()[0];
  }

  faultsOf(uri: string): readonly JsonFault[] {
    return this.#found.get(uri)?.faults ?? [];
  }

  /** Settles when all that was asked for until then has been read. */
  async settled(): Promise<void> {
    let last;
    do await (last = this.#settled);
    while (last !== this.#settled);
  }

  /** Reads all of them anew. */
  reload(): Promise<void> {
    this.#settled = this.#reload();
    return this.#settled;
  }

  async #reload(): Promise<void> {
    const reading = ++this.#reading;
    const read = await Promise.all(this.uris().map(async (uri) => [uri, await this.#read(uri)] as const));
    // What was read before the last change says nothing.
    if (reading !== this.#reading) return;
    const state = (files: Iterable<readonly [string, TopicsFile]>) =>
      JSON.stringify(Array.from(files, ([uri, { topics }]) => [uri, topics]).filter(([, topics]) => topics?.length));
    const before = state(this.#found);
    this.#found.clear();
    for (const [uri, file] of read) this.#found.set(uri, file);
    if (state(read) === before) return;
    this.#topics = undefined;
    this.#parts.changed();
  }

  async #read(uri: string): Promise<TopicsFile> {
    const open = this.#parts.openText(uri);
    if (open !== undefined) return parseTopicsFile(open);
    const bytes = await this.#parts.files.read(uri);
    if (isFailure(bytes)) {
      return bytes.failure === 'missing' ? NO_OWN_TOPICS : faulty('config.failed', { reason: bytes.detail });
    }
    const decoded = decode(bytes);
    return decoded.ok ? parseTopicsFile(decoded.text) : faulty('config.encoding', { byte: decoded.badByte });
  }
}

function faulty(id: 'config.failed' | 'config.encoding', args: Readonly<Record<string, string | number>>): TopicsFile {
  const start = { line: 0, character: 0 };
  return { topics: [], faults: [{ position: start, end: start, message: message(id, args) }] };
}
