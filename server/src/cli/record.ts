import { type Group, GROUPS } from '../features/toRecord/groups.ts';
import { type Conversion, toRecord } from '../features/toRecord/toRecord.ts';
import { dateWords, groupLabel, missingWords } from '../features/toRecord/wording.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { dayNumber } from '../rules/days.ts';
import { invisibleAt } from '../rules/invisible.ts';
import { parseDocument, positionAt } from '../statement/document.ts';
import { message, type Say } from '../text/messages.ts';
import { type Arguments, UsageError } from './args.ts';
import { openComplaints } from './complaints.ts';
import { visible } from './display.ts';
import type { Io } from './io.ts';
import { slashed } from './paths.ts';
import { readDecoded } from './readDocument.ts';
import { CLEAN, type ExitStatus, FAILED } from './status.ts';
import { stdinTarget, type Target, targetAt } from './targets.ts';
import { encodedLike, type ReadBytes, replaceFile, unwritableEncoding } from './writeBack.ts';

/** `rmrb record`. */
export async function record(args: Arguments, io: Io, say: Say): Promise<ExitStatus> {
  const [named, extra] = args.rest;
  if (named === undefined) throw new UsageError(message('cli.noFile'));
  if (extra !== undefined) throw new UsageError(message('cli.unexpected', { argument: extra }));
  const isStdin = named === '-';
  if (isStdin && args.has('write')) throw new UsageError(message('cli.record.stdin'));
  const date = dateIn(args);
  const target = isStdin ? stdinTarget(io) : targetAt(io.cwd, named);
  const complaints = openComplaints(io.stderr, say);
  const read = readDecoded(target.file, isStdin ? await io.stdin() : await io.files.read(target.uri), io.files);
  if (!read.ok) {
    await complaints.add(read.why);
    return FAILED;
  }
  const conversion = convert(read.value, target, date, io);
  await io.stderr.write(reportText(conversion, target.file, say));
  const failure = args.has('write')
    ? await writeBack(read.value, target, conversion, io)
    : await print(read.value, target, conversion, io);
  if (!failure) return CLEAN;
  await complaints.add(failure);
  return FAILED;
}

/** @throws UsageError */
function dateIn(args: Arguments): string | undefined {
  const date = args.value('date');
  if (date !== undefined && dayNumber(date) === undefined)
    throw new UsageError(message('cli.badDate', { value: date }));
  return date;
}

function convert({ decoded }: ReadBytes, { path, isStdin }: Target, date: string | undefined, io: Io): Conversion {
  return toRecord(parseDocument(decoded.text, NEWSPAPER_VOCABULARY), {
    vocabulary: NEWSPAPER_VOCABULARY,
    today: io.today,
    ...(!isStdin && { path: slashed(path) }),
    date,
  });
}

async function writeBack(read: ReadBytes, target: Target, { text, changes }: Conversion, io: Io) {
  if (changes.length === 0) return undefined;
  const after = encodedLike(read, text);
  return after ? replaceFile(io.disk, target, read.bytes, after) : unwritableEncoding(target.file, read);
}

/** A terminal shows UTF-8; whoever collects the output gets the encoding that the file had. */
async function print(read: ReadBytes, target: Target, { text, changes }: Conversion, { stdout }: Io) {
  if (stdout.isTerminal) {
    await stdout.write(text);
    return undefined;
  }
  const bytes = changes.length === 0 ? read.bytes : encodedLike(read, text);
  await stdout.write(bytes ?? text);
  return bytes ? undefined : unwritableEncoding(target.file, read);
}

/** What was done, word by word where something was taken out or restored, and what is left to do. */
function reportText(conversion: Conversion, file: string, say: Say): string {
  const { changes, records, wasTagged, dates, left } = conversion;
  const lines: string[] = [];
  if (changes.length === 0) lines.push(say(message('cli.record.nothing', { file })));
  else if (wasTagged) lines.push(say(message('cli.record.cleaned', { file, count: changes.length })));
  else if (records === 1) lines.push(say(message('cli.record.done', { file, count: changes.length })));
  else lines.push(say(message('cli.record.several', { file, records, count: changes.length })));
  for (const group of GROUPS) lines.push(...groupLines(conversion, group, say));
  for (const date of dates) if (date) lines.push(say(dateWords(date)));
  lines.push(...missingWords(conversion, NEWSPAPER_VOCABULARY).map(say));
  const result = parseDocument(conversion.text, NEWSPAPER_VOCABULARY);
  for (const problem of left) {
    const line = positionAt(result, problem.span.start).line + 1;
    lines.push(say(message('cli.record.left', { line, what: say(problem.message) })));
  }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function groupLines({ changes, taken }: Conversion, group: Group, say: Say): string[] {
  const words = taken.filter((one) => one.group === group);
  const count = changes.filter((change) => change.group === group).length;
  if (count === 0 && words.length === 0) return [];
  const label = say(groupLabel(group));
  if (words.length === 0) return [say(message('cli.record.group', { label, count }))];
  const listed = words.map((one) => {
    const before = shown(one.before);
    const what = one.after === '' ? before : say(message('cli.record.restored', { before, after: one.after }));
    return one.count === 1 ? what : say(message('cli.record.times', { what, count: one.count }));
  });
  // There are many of these, and all are short.
  const lines = group === 'readings' ? [listed.join(' ')] : listed;
  return [say(message('cli.record.group.listed', { label })), ...lines.map((line) => `  ${line}`)];
}

/** With names for characters that nobody sees. */
function shown(text: string): string {
  return Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    return invisibleAt(` ${character}`, 1) ? `U+${unit.toString(16).toUpperCase().padStart(4, '0')}` : character;
  }).join('');
}
