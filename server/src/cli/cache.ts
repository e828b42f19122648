import { join } from 'node:path';
import { isFailure } from '../corpus/fileSource.ts';
import { contentHash } from '../host/contentHash.node.ts';
import { uriOf } from '../host/files.node.ts';
import { message } from '../text/messages.ts';
import type { Complaints } from './complaints.ts';
import type { Io } from './io.ts';
import type { Answer, Outcome, Task } from './task.ts';

const FOLDER = '.rmrbcache';

/** The latest answers on each file, with what they were given to. */
export interface Cache {
  /** What the remembered answer was given to; '' where there is none. */
  keyOf(task: Omit<Task, 'rememberedKey'>): string;
  get(task: Task): Answer | undefined;
  set(task: Task, outcome: Exclude<Outcome, { state: 'remembered' }>): void;
  save(): Promise<void>;
}

interface Entry {
  readonly path: string;
  readonly key: string;
  /** As JSON: few of many are asked for, or all one after the other. */
  readonly answer: string;
}

/**
 * The cache file is text, a line for each answer. One that was written by another version or on another day is as if it
 * were empty; one that is damaged, too, with a note, since nothing is lost by it but time.
 */
export async function openCache(io: Io, complaints: Complaints): Promise<Cache> {
  const path = join(io.cwd, FOLDER, 'check.txt');
  // Some rules know what day it is.
  const stamp = `${io.version} ${await io.build()} ${io.today}`;
  const read = await readEntries(io, path, stamp);
  if (read === 'damaged') await complaints.note(message('cli.cacheDamaged', { file: `${FOLDER}/check.txt` }));
  const entries = read === 'damaged' ? new Map<string, Entry>() : read;
  const used = new Set<string>();
  let isChanged = false;
  return {
    keyOf: (task) => entries.get(idOf(task))?.key ?? '',
    get: (task) => {
      const id = idOf(task);
      const entry = entries.get(id);
      used.add(id);
      return entry && (JSON.parse(entry.answer) as Answer);
    },
    set: (task, { key, ...answer }) => {
      if (key === undefined || answer.state === 'failed') return;
      const id = idOf(task);
      entries.set(id, { path: task.path, key, answer: JSON.stringify(answer) });
      used.add(id);
      isChanged = true;
    },
    async save() {
      if (!isChanged) return;
      for (const [id, entry] of entries) {
        if (!used.has(id) && (await io.disk.kindOf(entry.path)) !== 'file') entries.delete(id);
      }
      // A cache that cannot be written costs time, nothing else.
      await io.disk.write(join(io.cwd, FOLDER, '.gitignore'), '*\n');
      await io.disk.write(path, await writtenEntries(entries, stamp));
    },
  };
}

/** A file has one answer, or two where it was looked at again after the comparison. */
function idOf({ path, look }: Pick<Task, 'path' | 'look'>): string {
  return `${look.survey ? 'survey' : 'check'} ${path}`;
}

/** In a line no tab stands but between its parts, since JSON has none. */
async function writtenEntries(entries: ReadonlyMap<string, Entry>, stamp: string): Promise<string> {
  const lines = Array.from(entries, ([id, { path, key, answer }]) =>
    [JSON.stringify(id), JSON.stringify(path), key, answer].join('\t'),
  );
  const content = lines.join('\n');
  return `${await contentHash(content)}\t${stamp}\n${content}`;
}

async function readEntries(io: Io, path: string, stamp: string): Promise<Map<string, Entry> | 'damaged'> {
  const bytes = await io.files.read(uriOf(path));
  if (isFailure(bytes)) return new Map();
  const text = io.files.readUtf8?.(bytes) ?? new TextDecoder().decode(bytes);
  const headEnd = text.indexOf('\n');
  const [sum, stampThen] = text.slice(0, headEnd).split('\t');
  const content = text.slice(headEnd + 1);
  if (headEnd === -1 || (await contentHash(content)) !== sum) return 'damaged';
  const entries = new Map<string, Entry>();
  if (stampThen !== stamp || content === '') return entries;
  for (const line of content.split('\n')) {
    const [id = '', ofPath = '', key = '', answer = ''] = line.split('\t');
    entries.set(JSON.parse(id) as string, { path: JSON.parse(ofPath) as string, key, answer });
  }
  return entries;
}
