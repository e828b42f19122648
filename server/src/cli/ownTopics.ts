import { dirname, join } from 'node:path';
import { isFailure } from '../corpus/fileSource.ts';
import { knownTopics } from '../corpus/lexicon.ts';
import type { Topic } from '../corpus/topic.ts';
import { type OwnTopic, parseTopicsFile, TOPICS_FILE_NAME, withOwnTopics } from '../corpus/topicsFile.ts';
import { uriOf } from '../host/files.node.ts';
import { message } from '../text/messages.ts';
import type { Complaints } from './complaints.ts';
import type { Io } from './io.ts';
import { shownPath } from './paths.ts';
import { readText } from './readDocument.ts';

/** The known topics and those that the nearest list upwards from each folder adds; each list is read, and complained of, once. */
export async function topicsOf(folders: Iterable<string>, io: Io, complaints: Complaints): Promise<readonly Topic[]> {
  const looked = new Set<string>();
  const own: OwnTopic[] = [];
  for (const start of folders) {
    for (let folder = start; !looked.has(folder); folder = dirname(folder)) {
      looked.add(folder);
      const found = await topicsIn(folder, io, complaints);
      if (!found) continue;
      own.push(...found);
      break;
    }
  }
  return withOwnTopics(own, knownTopics());
}

/** `undefined` where a folder has no list. */
async function topicsIn(folder: string, io: Io, complaints: Complaints): Promise<readonly OwnTopic[] | undefined> {
  const path = join(folder, TOPICS_FILE_NAME);
  const bytes = await io.files.read(uriOf(path));
  if (isFailure(bytes) && bytes.failure === 'missing') return undefined;
  const file = shownPath(io.cwd, '.', path);
  const text = readText(file, bytes, io.files);
  if (!text.ok) {
    await complaints.add(text.why);
    return [];
  }
  const { topics, faults } = parseTopicsFile(text.value);
  for (const { position, message: what } of faults) {
    const place = { line: position.line + 1, column: position.character + 1 };
    await complaints.add(message('cli.configurationFault', { file, ...place, what: complaints.say(what) }));
  }
  return topics;
}
