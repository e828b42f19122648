import { basename } from 'node:path';
import { contentHash } from '../host/contentHash.node.ts';
import type { Task } from './task.ts';

/** The same for two looks at a file between which nothing has changed that the answer depends on. */
export function answerKey(task: Task, bytes: Uint8Array): Promise<string> {
  // The name's ending takes part in telling what a file is.
  const own = JSON.stringify([task.isNamed || basename(task.path), task.ignored, task.look]);
  return contentHash(circumstancesOf(task), own, '\0', bytes);
}

const written = new WeakMap<Task['severities'], string>();

/** What most files of a run have in common, whose objects are shared by the tasks of a batch. */
function circumstancesOf({ severities, vocabulary, encoding }: Task): string {
  let text = written.get(severities);
  if (text === undefined) written.set(severities, (text = JSON.stringify([...severities])));
  return text + JSON.stringify([[...vocabulary], encoding]);
}
