import { firstFix, fixAll, type FixedDocument, safeFix } from '../features/fixAll.ts';
import { type Document, documentText } from '../statement/document.ts';
import type { Decoded } from '../text/decode.ts';
import { encode } from '../text/encode.ts';
import { message } from '../text/messages.ts';
import { checksOf } from './checkFile.ts';
import { unifiedDiff } from './diff.ts';
import { unwritableMessage } from './failures.ts';
import type { Repair } from './survey.ts';
import type { Fixes, Task, TaskHost } from './task.ts';

/** A file as it was read. */
interface ReadFile {
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly decoded: Extract<Decoded, { ok: true }>;
}

/** Carries out the fixes, or shows what they would change; `left` is what the file holds afterwards. */
export async function repairDocument(
  read: ReadFile,
  task: Task,
  { choice, mode }: Fixes,
  host: TaskHost,
): Promise<{ readonly left: Document; readonly repair: Repair }> {
  const { document, decoded } = read;
  const result = fixAll(document, checksOf(task), choice === 'safe' ? safeFix : firstFix);
  if (mode === 'diff') {
    const diff = unifiedDiff(task.file, decoded.text, documentText(result.document), result.kept);
    return { left: document, repair: { fixed: 0, diff } };
  }
  const written = await write(task, read, result, host);
  if (written.unwritten) return { left: document, repair: { fixed: 0, ...written } };
  return { left: result.document, repair: { fixed: result.fixed, ...written } };
}

/** Puts the repaired text where the file was, unless that would change what no fix has touched. */
async function write(
  { file, path, isStdin }: Task,
  { bytes, decoded: { text, encoding, byteOrderMark } }: ReadFile,
  { document, fixed }: FixedDocument,
  { disk }: TaskHost,
): Promise<Pick<Repair, 'output' | 'unwritten'>> {
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
  return { unwritten: unwritableMessage(file, result) };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
