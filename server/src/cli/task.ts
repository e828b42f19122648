import { basename } from 'node:path';
import type { IgnoredPlace } from '../corpus/configuration.ts';
import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import { summarise } from '../corpus/recordSummary.ts';
import type { Disk } from '../host/disk.node.ts';
import { NEWSPAPER_VOCABULARY, type TagNames } from '../markup/vocabulary.ts';
import type { Severities } from '../rules/check.ts';
import type { RecordSummary } from '../rules/corpusRule.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { type Document, parseDocument } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { type Decoded, decode, type Encoding } from '../text/decode.ts';
import { type Message, message } from '../text/messages.ts';
import { answerKey } from './answerKey.ts';
import { checkDocument, undecodable } from './checkFile.ts';
import type { ComparedProblem } from './comparison.ts';
import { failureMessage } from './failures.ts';
import { type PackedRecord, packedRecords } from './packedRecord.ts';
import { type PackedReport, packedReport } from './packedReport.ts';
import { repairDocument } from './repair.ts';
import { type Repair, surveyedRecords } from './survey.ts';

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
  readonly look: Look;
  /** What the answer that is remembered was given to, or '' for none; absent in a run that remembers nothing. */
  readonly rememberedKey?: string;
}

/** What is asked of a file. */
export interface Look {
  /** Fixes to carry out first. */
  readonly fixes?: Fixes;
  /** Whether other files are to be compared with it. */
  readonly survey: boolean;
  readonly report: boolean;
  /** What comparing it with others has found. */
  readonly compared: readonly ComparedProblem[];
}

/** `safe`: only fixes that never change what was printed; `all`: the first choice of every problem's fixes. */
export interface Fixes {
  readonly choice: 'safe' | 'all';
  readonly mode: 'write' | 'diff';
}

/** What was seen of a file. */
export interface Sight {
  readonly state: 'seen';
  /** What of its records is compared with others, where that was asked for. */
  readonly records: readonly PackedRecord[];
  /** What is wrong with it, where that was asked for and no fix has changed it since. */
  readonly report?: PackedReport;
  /** Where fixes were asked for and the file could be read. */
  readonly repair?: Repair;
}

export type Answer =
  | Sight
  /** The file holds something else than the product is for. */
  | { readonly state: 'skipped' }
  | { readonly state: 'failed'; readonly message: Message };

export type Outcome = (Answer & { readonly key?: string }) | { readonly state: 'remembered' };

export interface TaskHost {
  /** What is read need not hold any longer than one task takes. */
  readonly files: Pick<FileSource, 'read' | 'readUtf8'>;
  readonly disk: Pick<Disk, 'replace'>;
}

/** One after the other: no more than one file is held at a time. Never rejects. */
export async function runTasks(tasks: readonly Task[], host: TaskHost): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasks) outcomes.push(await runTask(task, host));
  return outcomes;
}

async function runTask(task: Task, host: TaskHost): Promise<Outcome> {
  try {
    const bytes = task.bytes ?? (await host.files.read(task.uri));
    if (isFailure(bytes)) return { state: 'failed', message: failureMessage(task.file, bytes) };
    if (task.rememberedKey === undefined) return await lookAt(task, bytes, host);
    const key = await answerKey(task, bytes);
    if (key === task.rememberedKey) return { state: 'remembered' };
    return { ...(await lookAt(task, bytes, host)), key };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { state: 'failed', message: message('cli.failed', { file: task.file, detail }) };
  }
}

async function lookAt(task: Task, bytes: Uint8Array, host: TaskHost): Promise<Answer> {
  const { look } = task;
  const decoded = decode(bytes, task.encoding, host.files.readUtf8);
  if (!decoded.ok) {
    const problems = undecodable(task, decoded.badByte, bytes);
    return { state: 'seen', records: [], ...(look.report && { report: packedReport(null, problems) }) };
  }
  if (!task.isNamed && !looksLikeCorpus(decoded.text, basename(task.path))) return { state: 'skipped' };
  const document = parseDocument(decoded.text, NEWSPAPER_VOCABULARY);
  if (!look.fixes) return sightOf(document, task, decoded);
  const { left, repair } = await repairDocument({ document, bytes, decoded }, task, look.fixes, host);
  // What has been written is looked at again where it stands.
  const isChanged = left !== document;
  return { ...sightOf(left, isChanged ? { ...task, look: { ...look, report: false } } : task, decoded), repair };
}

function sightOf(document: Document, task: Task, { encoding }: Extract<Decoded, { ok: true }>): Sight {
  const { survey, report, compared } = task.look;
  // Summed up while it is checked, a record is parsed once.
  const summaries: RecordSummary[] = [];
  const visit = survey
    ? (record: RecordTree) => void summaries.push(summarise(record, document.vocabulary))
    : undefined;
  const packed = report ? packedReport(encoding, checkDocument(document, task, compared, visit)) : undefined;
  const records = survey ? packedRecords(task.uri, surveyedRecords(document, summaries)) : [];
  return { state: 'seen', records, ...(packed && { report: packed }) };
}
