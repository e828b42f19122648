import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKUPS, type Markup } from './markups.ts';
import { type BenchRecord, benchRecords } from './records.ts';

export const MB = 1_000_000;

/** Records that come to so many bytes of UTF-8 in 〖〗 markup, whatever they are written in later. */
export function* recordsOf(bytes: number, seed?: number): Generator<BenchRecord> {
  let written = 0;
  for (const record of benchRecords(seed)) {
    if (written >= bytes) return;
    written += Buffer.byteLength(MARKUPS.rmrb.record(record));
    yield record;
  }
}

/** One file. */
export function textOf(bytes: number, markup: Markup = 'rmrb', seed?: number): string {
  const { begin, end, record } = MARKUPS[markup];
  return [begin, ...Array.from(recordsOf(bytes, seed), record), end].join('');
}

/** The same text without a line break, paragraphs parted by ideographic spaces as on some web sites. */
export function onOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, '\u3000\u3000');
}

/**
 * Where a writer is at work: between two Chinese characters of a paragraph near the middle.
 * @throws RangeError if there is no such place, since a benchmark that types nowhere measures nothing
 */
export function middleOf(text: string): number {
  const between = /(?<=[\u4e00-\u9fff]{9})(?=[\u4e00-\u9fff]{9})/g;
  between.lastIndex = text.length >> 1;
  const { index } = between.exec(text) ?? {};
  if (index === undefined) throw new RangeError('no prose in the second half');
  return index;
}

/** One record a file, those of a day in a folder of that day. Answers how many files there are. */
export function writeFolder(folder: string, bytes: number, markup: Markup = 'rmrb', extension = 'txt'): number {
  const { begin, end, record: write } = MARKUPS[markup];
  let files = 0;
  let day = '';
  for (const record of recordsOf(bytes)) {
    const { date, page, item } = record;
    if (date !== day) mkdirSync(join(folder, (day = date)), { recursive: true });
    writeFileSync(join(folder, day, `${page}-${item}.${extension}`), begin + write(record) + end);
    files++;
  }
  return files;
}

/** The files that {@link writeFolder} wrote, in the order of their names. */
export function filesOf(folder: string, extension = 'txt'): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(`.${extension}`))
    .sort()
    .map((name) => join(folder, name));
}
