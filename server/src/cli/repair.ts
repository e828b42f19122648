import { firstFix, fixAll, type FixedDocument, safeFix } from '../features/fixAll.ts';
import { type Document, documentText } from '../statement/document.ts';
import { checksOf } from './checkFile.ts';
import { unifiedDiff } from './diff.ts';
import type { Repair } from './survey.ts';
import type { Fixes, Task, TaskHost } from './task.ts';
import { encodedLike, type ReadBytes, replaceFile, unwritableEncoding } from './writeBack.ts';

interface ReadFile extends ReadBytes {
  readonly document: Document;
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
  read: ReadFile,
  { document, fixed }: FixedDocument,
  { disk }: TaskHost,
): Promise<Pick<Repair, 'output' | 'unwritten'>> {
  const { bytes } = read;
  if (fixed === 0) return isStdin ? { output: bytes } : {};
  const after = encodedLike(read, documentText(document));
  if (!after) return { unwritten: unwritableEncoding(file, read), ...(isStdin && { output: bytes }) };
  if (isStdin) return { output: after };
  const unwritten = await replaceFile(disk, { file, path }, bytes, after);
  return unwritten ? { unwritten } : {};
}
