import { basename } from 'node:path';
import type { IgnoredPlace } from '../corpus/configuration.ts';
import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import type { Disk } from '../host/disk.node.ts';
import { NEWSPAPER_VOCABULARY, type TagNames } from '../markup/vocabulary.ts';
import type { Severities } from '../rules/check.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { parseDocument } from '../statement/document.ts';
import { decode, type Encoding } from '../text/decode.ts';
import { type Message, message } from '../text/messages.ts';
import { checkDocument, undecodable } from './checkFile.ts';
import type { ComparedProblem } from './comparison.ts';
import { failureMessage } from './failures.ts';
import { repairDocument } from './repair.ts';
import type { FileReport } from './report.ts';
import { type Survey, surveyedRecords } from './survey.ts';

/** One look at one file, with all that its answer depends on. Plain data: a task may be given to another thread. */
export interface Task {
  /** How the user named the file. */
  readonly file: string;
  readonly path: string;
  readonly uri: string;
  /** Where the file has been read already; standard input always has. */
  readonly bytes?: Uint8Array;
  readonly isStdin: boolean;
  /** Whether the file is checked whatever it holds. */
  readonly isNamed: boolean;
  readonly severities: Severities;
  /** Those of this file. */
  readonly ignored: readonly IgnoredPlace[];
  /** Tags that the file may have beside those of the newspaper. */
  readonly vocabulary: TagNames;
  readonly encoding: Encoding | 'auto';
  readonly today: string;
  readonly step: Step;
}

/** What is done with the file. A run that compares files, or repairs them, takes two steps with each. */
export type Step =
  /** Carries out fixes, where there are any to carry out, and sums up what other files are compared with. */
  | { readonly kind: 'survey'; readonly fixes?: Fixes }
  /** Reports what is wrong, given what the comparison has found. */
  | { readonly kind: 'check'; readonly compared: readonly ComparedProblem[] };

/** `safe`: only fixes that never change what was printed; `all`: the first choice of every problem's fixes. */
export interface Fixes {
  readonly choice: 'safe' | 'all';
  readonly mode: 'write' | 'diff';
}

export type Outcome =
  | { readonly state: 'surveyed'; readonly survey: Survey }
  | { readonly state: 'checked'; readonly report: FileReport }
  /** The file holds something else than the product is for. */
  | { readonly state: 'skipped' }
  | { readonly state: 'failed'; readonly message: Message };

export interface TaskHost {
  readonly files: Pick<FileSource, 'read'>;
  readonly disk: Pick<Disk, 'replace'>;
}

/** Never rejects. */
export async function runTask(task: Task, host: TaskHost): Promise<Outcome> {
  try {
    const bytes = task.bytes ?? (await host.files.read(task.uri));
    if (isFailure(bytes)) return { state: 'failed', message: failureMessage(task.file, bytes) };
    return await lookAt(task, bytes, host);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { state: 'failed', message: message('cli.failed', { file: task.file, detail }) };
  }
}

async function lookAt(task: Task, bytes: Uint8Array, host: TaskHost): Promise<Outcome> {
  const { step } = task;
  const decoded = decode(bytes, task.encoding);
  if (!decoded.ok) {
    if (step.kind === 'survey') return { state: 'surveyed', survey: { records: [] } };
    return { state: 'checked', report: undecodable(task, decoded.badByte, bytes) };
  }
  if (!task.isNamed && !looksLikeCorpus(decoded.text, basename(task.path))) return { state: 'skipped' };
  const document = parseDocument(decoded.text, NEWSPAPER_VOCABULARY);
  if (step.kind === 'check') {
    const problems = checkDocument(document, task, step.compared);
    return { state: 'checked', report: { file: task.file, encoding: decoded.encoding, problems } };
  }
  if (!step.fixes) return { state: 'surveyed', survey: { records: surveyedRecords(document) } };
  const { left, repair } = await repairDocument({ document, bytes, decoded }, task, step.fixes, host);
  return { state: 'surveyed', survey: { records: surveyedRecords(left), repair } };
}
