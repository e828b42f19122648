import { type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import { syntaxMessage } from '../corpus/jsonSyntax.ts';
import { lineBreaks, positionIn } from '../text/lines.ts';
import { type Message, message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import type { Complaints } from './complaints.ts';
import type { Io } from './io.ts';
import { shownPath, uriAt } from './paths.ts';
import { readText, type ReadResult } from './readDocument.ts';

/** One question of a `--queries` file. */
export interface Query {
  /** Which one of the file it is, from 1. */
  readonly nth: number;
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
  const text = readText(file, await io.files.read(uriAt(io.cwd, named)), io.files);
  const list = text.ok ? listIn(file, text.value, complaints.say) : text;
  if (!list.ok) {
    await complaints.add(list.why);
    return undefined;
  }
  const queries = new Map<string, Query>();
  for (const [index, entry] of list.value.entries()) {
    const query = readQuery(entry, { file, nth: index + 1 });
    if (!query.ok) await complaints.add(query.why);
    else if (queries.has(query.value.id)) {
      await complaints.add(message('cli.badQuery.repeated', { file, nth: index + 1, id: query.value.id }));
    } else queries.set(query.value.id, query.value);
  }
  return [...queries.values()];
}

function listIn(file: string, text: string, say: Complaints['say']): ReadResult<readonly unknown[]> {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? { ok: true, value } : { ok: false, why: message('cli.badQueries', { file }) };
  } catch (error) {
    return {
      ok: false,
      why: brokenJson(file, text, say) ?? message('cli.unreadable', { file, detail: String(error) }),
    };
  }
}

/** Says where JSON breaks off, and in the user's language, which its own parser does not. */
function brokenJson(file: string, text: string, say: Complaints['say']): Message | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (!first) return undefined;
  const { line, character } = positionIn(lineBreaks(text), first.offset);
  const place = { file, line: line + 1, column: character + 1 };
  return message('cli.queriesNotJson', { ...place, what: say(syntaxMessage(first)) });
}

function readQuery(value: unknown, place: { readonly file: string; readonly nth: number }): ReadResult<Query> {
  if (typeof value !== 'object' || value === null) return { ok: false, why: message('cli.badQuery.entry', place) };
  const { id, file, offset } = value as Readonly<Record<'id' | 'file' | 'offset', unknown>>;
  if (typeof id !== 'string') return { ok: false, why: message('cli.badQuery.id', place) };
  if (typeof file !== 'string' || file === '')
    return { ok: false, why: message('cli.badQuery.file', { ...place, id }) };
  const [start, end]: readonly unknown[] = Array.isArray(offset) ? offset : [];
  if (!isOffset(start) || !isOffset(end) || end < start) {
    return { ok: false, why: message('cli.badQuery.offset', { ...place, id }) };
  }
  return { ok: true, value: { nth: place.nth, id, file, offset: { start, end } } };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
