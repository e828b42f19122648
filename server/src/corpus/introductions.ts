import type { Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import { sourceSpan } from '../text/sourceMap.ts';
import { type Span, spanOf } from '../text/span.ts';
import { namingsIn } from './namings.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type QuotedTitle, quotedTitles } from './titles.ts';

/** Where a text says what it is going to call something. Spans count from the record's start. */
interface Introduction {
  /** The short form, normalised. */
  readonly term: string;
  /** Where it stands: 双方 in （以下称“双方”）. */
  readonly span: Span;
  readonly passage: Passage;
  /** The title that it is short for, where it is for one. */
  readonly title: QuotedTitle | undefined;
}

const known = new WeakMap<RecordTree, readonly Introduction[]>();

/** The short forms that a record brings in, in order. */
export function introductions(record: RecordTree, vocabulary: Vocabulary): readonly Introduction[] {
  let found = known.get(record);
  if (!found) {
    const titles = quotedTitles(record, vocabulary);
    found = passagesOf(record, vocabulary).passages.flatMap((passage) => introductionsIn(record, passage, titles));
    known.set(record, found);
  }
  return found;
}

function introductionsIn({ text }: RecordTree, passage: Passage, titles: readonly QuotedTitle[]): Introduction[] {
  const { normal } = passage;
  return namingsIn(normal.text).map(({ term, start }) => {
    const span = sourceSpan(normal, spanOf(start, start + term.length));
    const title = titles.findLast((one) => one.span.end <= span.start);
    return { term, span, passage, title: title && isSaidBetween(text, title.span.end, span.start) ? title : undefined };
  });
}

/** Between a title and what it is going to be called: （以下简称 */
const LONGEST_BETWEEN = 24;
const CALLED = /[称稱]/;
/** 《公约》 and 《联合声明》 may be the last words of a longer title; a whole title may be, too, but is none the less itself. */
const LONGEST_ENDING = 6;

const longTitlesOf = new WeakMap<RecordTree, ReadonlyMap<QuotedTitle, QuotedTitle>>();

/**
 * For each quoted title that stands for a longer one, that one: what it was said to be short for, else, where it is but
 * the last words of one, the nearest before it that ends so.
 */
export function longTitles(record: RecordTree, vocabulary: Vocabulary): ReadonlyMap<QuotedTitle, QuotedTitle> {
  let found = longTitlesOf.get(record);
  if (!found) longTitlesOf.set(record, (found = findLongTitles(record.text, quotedTitles(record, vocabulary))));
  return found;
}

function findLongTitles(text: string, titles: readonly QuotedTitle[]): Map<QuotedTitle, QuotedTitle> {
  const found = new Map<QuotedTitle, QuotedTitle>();
  const saidOf = new Map<string, QuotedTitle>();
  const endingIn = new Map<string, QuotedTitle>();
  let last: QuotedTitle | undefined;
  for (const title of titles) {
    const { key, span } = title;
    if (last && last.key.length > key.length && isSaidBetween(text, last.span.end, span.start)) saidOf.set(key, last);
    const long = saidOf.get(key) ?? endingIn.get(key);
    if (long) found.set(title, long);
    for (let length = 2; length <= Math.min(LONGEST_ENDING, key.length - 1); length++) {
      endingIn.set(key.slice(-length), title);
    }
    last = title;
  }
  return found;
}

/** Whether the text says of what ends at one place that it is going to be called as what begins at the other. */
function isSaidBetween(text: string, end: number, start: number): boolean {
  return start - end <= LONGEST_BETWEEN && CALLED.test(text.slice(end, start));
}
