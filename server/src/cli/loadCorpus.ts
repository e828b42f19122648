import { basename, resolve } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { type Document, parseDocument } from '../statement/document.ts';
import { message } from '../text/messages.ts';
import type { Complaints } from './complaints.ts';
import { openConfigurations } from './configurations.ts';
import { failureMessage } from './failures.ts';
import type { Io } from './io.ts';
import { ordered } from './ordered.ts';
import { shownPath, uriAt } from './paths.ts';
import { readDocument, readText } from './readDocument.ts';
import { filesOf, type Target } from './targets.ts';

/** Files that are read at the same time. */
const READERS = 8;

/** A corpus, and how its files are named to the user, by URI. */
export interface Library {
  readonly corpus: Corpus;
  readonly names: Map<string, string>;
}

/** Puts the recognised files of a folder into the corpus. False where there is no such folder. */
export async function addFolder(named: string, io: Io, library: Library, complaints: Complaints): Promise<boolean> {
  const folder = resolve(io.cwd, named);
  const kind = await io.disk.kindOf(folder);
  if (kind !== 'folder') {
    await complaints.add(kind === 'file' ? message('cli.noFolder', { path: named }) : failureMessage(named, kind));
    return false;
  }
  const configurations = await openConfigurations(io, undefined, complaints);
  if (!configurations) return false;
  const targets: Target[] = [];
  const options = { heedIgnoreFiles: true, stdinName: undefined };
  for await (const target of filesOf({ named, folder }, io, configurations, options, complaints)) targets.push(target);
  await addTargets(targets, io, library, complaints);
  return true;
}

/** Puts files into the corpus: those that were named themselves, and of the others those that are recognised. */
export async function addTargets(
  targets: Iterable<Target>,
  io: Io,
  { corpus, names }: Library,
  complaints: Complaints,
): Promise<void> {
  const read = async (target: Target) => {
    const bytes = target.isStdin ? await io.stdin() : await io.files.read(target.uri);
    return { target, bytes };
  };
  for await (const { target, bytes } of ordered(targets, READERS, read)) {
    const { uri, path, file, isNamed } = target;
    const text = readText(file, bytes, io.files);
    if (!text.ok) await complaints.add(text.why);
    else if (isNamed || looksLikeCorpus(text.value, basename(path))) {
      corpus.set({ uri, document: parseDocument(text.value, NEWSPAPER_VOCABULARY) });
      names.set(uri, file);
    }
  }
}

/** The document of a file, which is put into the corpus if it is not there, whatever it holds. */
export async function addFile(
  named: string,
  io: Io,
  { corpus, names }: Library,
  complaints: Complaints,
): Promise<Document | undefined> {
  const uri = uriAt(io.cwd, named);
  const name = shownPath(io.cwd, named);
  const known = corpus.get(uri);
  if (known) return known.document;
  const read = readDocument(name, await io.files.read(uri), io.files);
  if (!read.ok) {
    await complaints.add(read.why);
    return undefined;
  }
  corpus.set({ uri, document: read.value });
  names.set(uri, name);
  return read.value;
}
