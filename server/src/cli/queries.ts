import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { Complaints } from './complaints.ts';
import type { Io } from './io.ts';
import { shownPath, uriAt } from './paths.ts';
import { readText } from './readDocument.ts';

/** One question of a `--queries` file. */
export interface Query {
  readonly id: string;
  readonly file: string;
  readonly offset: Span;
}

/** `undefined` where the file is not a list of questions; a single bad one is told and left out. */
export async function readQueries(
  named: string,
  io: Io,
  complaints: Complaints,
): Promise<readonly Query[] | undefined> {
  const file = shownPath(io.cwd, named);
  const text = readText(file, await io.files.read(uriAt(io.cwd, named)));
  const list = text.ok ? parsedList(text.value) : undefined;
  if (!list) {
    await complaints.add(text.ok ? message('cli.badQueries', { file }) : text.why);
    return undefined;
  }
  const queries = new Map<string, Query>();
  for (const [index, entry] of list.entries()) {
    const query = queryOf(entry);
    if (query && !queries.has(query.id)) queries.set(query.id, query);
    else await complaints.add(message('cli.badQuery', { file, id: query?.id ?? index + 1 }));
  }
  return [...queries.values()];
}

function parsedList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function queryOf(value: unknown): Query | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, file, offset } = value as Readonly<Record<'id' | 'file' | 'offset', unknown>>;
  if (typeof id !== 'string' || typeof file !== 'string' || !Array.isArray(offset)) return undefined;
  const [start, end]: readonly unknown[] = offset;
  if (!isOffset(start) || !isOffset(end) || end < start) return undefined;
  return { id, file, offset: { start, end } };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
