import type { Vocabulary } from '../markup/vocabulary.ts';
import { placedRecords } from '../statement/document.ts';
import { isoDate, parseDate } from '../statement/dates.ts';
import type { RecordTree } from '../statement/tree.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { Corpus } from './corpus.ts';
import { normaliseTerm } from './normalise.ts';
import { statementOf } from './passages.ts';
import type { PlacedStatement } from './topicMatrix.ts';

/** A 《title》 that a text names. */
export interface QuotedTitle {
  /** With its marks; counts from the record's start. */
  readonly span: Span;
  /** What two writings of one title have in common. */
  readonly key: string;
  /** The words in front of it, which may say of which day it is. */
  readonly before: string;
}

/** UTF-16 units, with the readings that a mirror put in. */
const LONGEST_TITLE = 240;
const LONGEST_BEFORE = 24;

const known = new WeakMap<RecordTree, readonly QuotedTitle[]>();

/** The titles that a record names, in order; found once, without normalising all of it. */
export function quotedTitles(record: RecordTree, vocabulary: Vocabulary): readonly QuotedTitle[] {
  let found = known.get(record);
  if (!found) known.set(record, (found = findTitles(record.text, vocabulary)));
  return found;
}

function findTitles(text: string, vocabulary: Vocabulary): QuotedTitle[] {
  const found: QuotedTitle[] = [];
  for (let start = text.indexOf('《'); start >= 0; ) {
    const end = titleEnd(text, start);
    if (end !== undefined) {
      const key = titleKey(text.slice(start + 1, end - 1), vocabulary);
      const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
      if (key !== '') found.push({ span: spanOf(start, end), key, before });
    }
    start = text.indexOf('《', end ?? start + 1);
  }
  return found;
}

/** Behind the 》 that belongs to a 《; a title may name another one. */
function titleEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST_TITLE); at++) {
    const sign = text[at];
    if (sign === '《') depth++;
    else if (sign === '》' && --depth === 0) return at + 1;
    else if (sign === '。') return undefined;
  }
  return undefined;
}

/** A title without what tells its writings apart: script, punctuation, damage, （全文） behind it. */
function titleKey(title: string, vocabulary: Vocabulary): string {
  return normaliseTerm(title, vocabulary)
    .replace(/（[^（）]{1,8}）$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The statements of a corpus by their titles. */
export interface TitleIndex {
  /** Those of the title; of several the one of the day that is named before it, else all, in the order of the corpus. */
  find(title: Pick<QuotedTitle, 'key' | 'before'>): readonly PlacedStatement[];
}

/** A title that is not written out shares at least so much of its end with the whole one… */
const SAME_END = 6;
/** …and is no shorter than this. */
const SHORTEST_ABRIDGED = 8;

export function titleIndex(corpus: Corpus): TitleIndex {
  const byKey = new Map<string, PlacedStatement[]>();
  const byEnd = new Map<string, Set<string>>();
  for (const { uri, document } of corpus.documents()) {
    for (const { record, start } of placedRecords(document)) {
      const statement = statementOf(record, document.vocabulary);
      const key = keyOf(record, statement.title, document.vocabulary);
      if (key === '') continue;
      const placed = { uri, record, recordStart: start, statement };
      const same = byKey.get(key);
      if (same) same.push(placed);
      else byKey.set(key, [placed]);
      const end = key.slice(-SAME_END);
      byEnd.set(end, (byEnd.get(end) ?? new Set()).add(key));
    }
  }
  const wholeTitle = (key: string): string | undefined => {
    if (byKey.has(key)) return key;
    if (key.length < SHORTEST_ABRIDGED) return undefined;
    const meant = [...(byEnd.get(key.slice(-SAME_END)) ?? [])].filter((whole) => isSubsequence(key, whole));
    return meant.length === 1 ? meant[0] : undefined;
  };
  return {
    find({ key, before }) {
      const found = byKey.get(wholeTitle(key) ?? '') ?? [];
      const date = found.length > 1 ? parseDate(before) : undefined;
      const day = date && isoDate(date);
      const dated = found.filter(({ statement }) => statement.date === day);
      return dated.length > 0 ? dated : found;
    },
  };
}

const keys = new WeakMap<RecordTree, string>();

function keyOf(record: RecordTree, title: string, vocabulary: Vocabulary): string {
  let key = keys.get(record);
  if (key === undefined) keys.set(record, (key = titleKey(title, vocabulary)));
  return key;
}

/** Whether all characters of `short` stand in `long`, in that order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (let unit = 0; unit < long.length && at < short.length; unit++) if (long[unit] === short[at]) at++;
  return at === short.length;
}
