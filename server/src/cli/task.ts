import { basename } from 'node:path';
import type { IgnoredPlace } from '../corpus/configuration.ts';
import { type FileSource, isFailure } from '../corpus/fileSource.ts';
import { ENCODING_CODE, ENCODING_SEVERITY } from '../corpus/ruleCodes.ts';
import { fileCheck, type FileChecks, type FileProblem as FoundProblem } from '../features/diagnostics.ts';
import { withoutIgnored } from '../features/ignore.ts';
import { firstFix, fixAll, type FixedDocument, safeFix } from '../features/fixAll.ts';
import type { Disk } from '../host/disk.node.ts';
import { extendedVocabulary, NEWSPAPER_VOCABULARY, type TagNames } from '../markup/vocabulary.ts';
import { checkRecord, type Severities } from '../rules/check.ts';
import { looksLikeCorpus } from '../statement/detect.ts';
import { type Document, documentText, parseDocument } from '../statement/document.ts';
import { type Decoded, decode, type Encoding } from '../text/decode.ts';
import { encode } from '../text/encode.ts';
import { type Message, message } from '../text/messages.ts';
import { unifiedDiff } from './diff.ts';
import { encodingArguments, failureMessage } from './failures.ts';
import { slashed } from './paths.ts';
import { type FileProblem, type FileReport, fileProblem } from './report.ts';

/** One file to check, with all that its answer depends on. Plain data: a task may be given to another thread. */
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
  /** `safe`: only fixes that never change what was printed; `all`: the first choice of every problem's fixes. */
  readonly fixes?: { readonly choice: 'safe' | 'all'; readonly mode: 'write' | 'diff' };
}

export type Outcome =
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
    return await checkBytes(task, bytes, host);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { state: 'failed', message: message('cli.failed', { file: task.file, detail }) };
  }
}

async function checkBytes(task: Task, bytes: Uint8Array, host: TaskHost): Promise<Outcome> {
  const { file, fixes } = task;
  const decoded = decode(bytes, task.encoding);
  if (!decoded.ok) return { state: 'checked', report: undecodable(task, decoded.badByte, bytes) };
  const { text, encoding } = decoded;
  if (!task.isNamed && !looksLikeCorpus(text, basename(task.path))) return { state: 'skipped' };

  const checks = checksOf(task);
  const reportOn = (document: Document, problems: readonly FoundProblem[], fixed: number): FileReport => {
    return { file, encoding, problems: problems.map((problem) => fileProblem(document, problem)), fixed };
  };
  const before = parseDocument(text, NEWSPAPER_VOCABULARY);
  const unfixed = () => reportOn(before, checks.check(before), 0);
  if (!fixes) return { state: 'checked', report: unfixed() };

  const result = fixAll(before, checks, fixes.choice === 'safe' ? safeFix : firstFix);
  if (fixes.mode === 'diff') {
    const diff = unifiedDiff(file, text, documentText(result.document), result.kept);
    return { state: 'checked', report: { ...unfixed(), diff } };
  }
  const written = await write(task, bytes, decoded, result, host);
  const report = written.unwritten ? unfixed() : reportOn(result.document, result.problems, result.fixed);
  return { state: 'checked', report: { ...report, ...written } };
}

function checksOf({ path, today, severities, ignored, vocabulary: more }: Task): FileChecks {
  const vocabulary = extendedVocabulary(NEWSPAPER_VOCABULARY, more);
  const context = { vocabulary, today, path: slashed(path) };
  return withoutIgnored(
    fileCheck((record) => checkRecord(record, context, severities)),
    ignored,
  );
}

function undecodable({ file, severities, encoding }: Task, badByte: number, bytes: Uint8Array): FileReport {
  const severity = severities.get(ENCODING_CODE) ?? ENCODING_SEVERITY;
  const start = { line: 0, character: 0 };
  const span = { start: 0, end: 0 };
  const problem = {
    code: ENCODING_CODE,
    message:
      encoding === 'auto'
        ? message('cli.encoding', encodingArguments(bytes, badByte))
        : message('cli.encoding.forced', { encoding, ...encodingArguments(bytes, badByte) }),
    span,
    range: { start, end: start },
    excerpt: { text: '', mark: span, cutBefore: false, cutAfter: false },
    related: [],
  };
  const problems: FileProblem[] = severity === 'off' ? [] : [{ ...problem, severity }];
  return { file, encoding: null, problems, fixed: 0 };
}

/** Puts the repaired text where the file was, unless that would change what no fix has touched. */
async function write(
  { file, path, isStdin }: Task,
  bytes: Uint8Array,
  { text, encoding, byteOrderMark }: Extract<Decoded, { ok: true }>,
  { document, fixed }: FixedDocument,
  { disk }: TaskHost,
): Promise<Pick<FileReport, 'output' | 'unwritten'>> {
  if (fixed === 0) return isStdin ? { output: bytes } : {};
  const before = encode(text, encoding, byteOrderMark);
  const after = encode(documentText(document), encoding, byteOrderMark);
  // GB18030 has several codes for a few characters; a file that uses the rarer ones would change elsewhere too.
  if (!before.ok || !after.ok || !sameBytes(before.bytes, bytes)) {
    return { unwritten: message('cli.unwritableEncoding', { file, encoding }), ...(isStdin && { output: bytes }) };
  }
  if (isStdin) return { output: after.bytes };
  const result = await disk.replace(path, bytes, after.bytes);
  if (result === 'written') return {};
  if (result === 'changed') return { unwritten: message('cli.changedMeanwhile', { file }) };
  return { unwritten: message('cli.unwritable', { file, detail: result.detail }) };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
