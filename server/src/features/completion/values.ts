import { freeItems, PaperIssues, summariesOf } from '../../corpus/paperDays.ts';
import { fieldWordsOf, peopleOf } from '../../corpus/corpusWords.ts';
import type { Field } from '../../markup/syntax.ts';
import type { TagDefinition } from '../../markup/vocabulary.ts';
import type { RecordSummary, SummaryPlace } from '../../rules/corpusRule.ts';
import { dateOfDay, dayNumber, dayNumberOf } from '../../rules/days.ts';
import { dateline, datelineDay, folderDate, signatureDate } from '../../rules/printedDates.ts';
import { parseDate } from '../../statement/dates.ts';
import { type MessageId, message } from '../../text/messages.ts';
import { pinyinInitials } from '../../text/pinyinInitials.ts';
import { shifted, spanOf } from '../../text/span.ts';
import { skipWhite } from '../../text/trim.ts';
import { agreement, type CompletionItem, filterTextOf } from './item.ts';
import { startsRecord } from './missingFields.ts';
import type { Place } from './place.ts';

/** A value with the reason to offer it. */
interface Value {
  readonly text: string;
  readonly why?: MessageId;
  /** How many records have it. */
  readonly count?: number;
}

const MOST = 60;

/** What may stand in the field at the caret, where it is empty or begun. */
export function valueItems(place: Place): CompletionItem[] | undefined {
  const { record, at, start, behind, context } = place;
  const field = fieldAt(place);
  if (!field?.definition) return undefined;
  const from = skipWhite(record.text, field.value.start, at);
  const rest = behind.slice(0, Math.max(0, Math.min(field.value.end - at, behind.length)));
  if (rest.trim() !== '') return [];
  const isList = field.definition.value === 'people';
  const typedFrom = isList ? Math.max(from, lastBlank(record.text, at) + 1) : from;
  const typed = record.text.slice(typedFrom, at);
  return valuesOf(place, field.definition)
    .flatMap((value) => {
      const rank = agreement(typed, [value.text, ...(/[a-z]/i.test(typed) ? [pinyinInitials(value.text)] : [])]);
      // What is there already is no news.
      return rank === undefined || value.text === typed ? [] : [{ value, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ value: { text, why, count } }): CompletionItem => {
      const detail = why ? message(why) : count ? message('completion.records', { count }) : undefined;
      return {
        kind: isList ? 'person' : 'value',
        label: text,
        ...(detail && { detail: context.say(detail) }),
        filterText: filterTextOf(typed, text),
        span: shifted(spanOf(typedFrom, at), start),
        insertion: { before: text, after: '' },
      };
    });
}

const VALUED: ReadonlySet<string> = new Set(['issue', 'date', 'page', 'item', 'word', 'people']);

/** The field whose value the caret is in, on one line with its opening tag. */
function fieldAt({ record, at, before }: Place): Field | undefined {
  const { fields, tags } = record.markup;
  const field = fields.findLast(({ value }) => value.start <= at && at <= value.end);
  const isHere = field && field.open !== -1 && VALUED.has(field.definition?.value ?? '');
  const open = isHere ? tags[field.open] : undefined;
  return open && at - open.end <= before.length ? field : undefined;
}

function lastBlank(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (/\s/.test(text.charAt(at))) return at;
  return -1;
}

/** How many values are offered along with a field that is not there yet. */
const MOST_LIKELY = 8;

/** What is most likely to stand in a field: one value that the others tell, or a choice of words. */
export function likelyValues(place: Place, definition: TagDefinition): string[] {
  if (!VALUED.has(definition.value) || definition.value === 'people') return [];
  const values = valuesOf(place, definition).map(({ text }) => text);
  return values.slice(0, definition.value === 'word' ? MOST_LIKELY : 1);
}

function valuesOf(place: Place, definition: TagDefinition): Value[] {
  const { value } = definition;
  if (value === 'word' || value === 'people') return wordsOf(place, definition);
  const around = aroundOf(place);
  const date = around.own?.date?.text ?? dates(place, around)[0]?.text;
  if (value === 'date') return distinct(dates(place, around));
  if (value === 'issue') {
    const issues = new PaperIssues(around.others.map(({ summary }) => summary));
    return issues.likely(date ?? '').map((issue) => ({ text: String(issue) }));
  }
  if (value === 'page') return distinct(pages(around, date));
  const page = around.own?.page?.text ?? around.before?.page?.text;
  return date === undefined || page === undefined
    ? []
    : freeItems(around.others, date, page).map((item) => ({ text: String(item) }));
}

/** What the corpus has in a field, the most frequent first. */
function wordsOf({ context: { corpus } }: Place, { code, value }: TagDefinition): Value[] {
  const ofField = byCount(fieldWordsOf(corpus, code));
  return value === 'people' ? distinct([...ofField, ...byCount(peopleOf(corpus))]) : ofField;
}

function byCount(counts: ReadonlyMap<string, number>): Value[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([text, count]) => ({ text, count }));
}

/** The record in question among the others. */
interface Around {
  /** What it says itself; nothing where a new record is being begun. */
  readonly own: RecordSummary | undefined;
  /** The one before it in the file. */
  readonly before: RecordSummary | undefined;
  /** All others of the corpus. */
  readonly others: readonly SummaryPlace[];
}

const known = new WeakMap<Place, Around>();

/** Worked out once for a place: several fields ask for it. */
function aroundOf(place: Place): Around {
  let around = known.get(place);
  if (!around) known.set(place, (around = lookAround(place)));
  return around;
}

function lookAround({ context: { corpus }, record, uri, start, at }: Place): Around {
  const all = summariesOf(corpus);
  const index = all.findIndex((one) => one.uri === uri && one.start === start);
  const isNew = startsRecord(record.markup, at);
  const previous = isNew ? all[index] : all[index - 1];
  return {
    own: isNew ? undefined : all[index]?.summary,
    before: index !== -1 && previous?.uri === uri ? previous.summary : undefined,
    others: isNew ? all : all.filter((_, other) => other !== index),
  };
}

/** The day of the folder, then that of the record before, then the day after the one on which the text was signed or sent. */
function dates(place: Place, { before }: Around): Value[] {
  const values: Value[] = [];
  const add = (text: string | undefined, why: MessageId): void => {
    if (text !== undefined && dayNumber(text) !== undefined) values.push({ text, why });
  };
  add(folderDate(place.uri), 'completion.date.folder');
  add(before?.date?.text, 'completion.date.before');
  if (startsRecord(place.record.markup, place.at)) return values;
  const signed = signatureDate(place.record);
  const signedDay = signed && dayNumberOf(signed.date);
  const sentDay = dayOfDateline(place, signedDay ?? dayNumber(values[0]?.text ?? ''));
  // A newspaper prints it on the day after.
  for (const [day, why] of [
    [signedDay, 'completion.date.signature'],
    [sentDay, 'completion.date.dateline'],
  ] as const) {
    if (day === undefined) continue;
    add(dateOfDay(day + 1), `${why}Next`);
    add(dateOfDay(day), why);
  }
  return values;
}

/** Text from the start of the body in which a year is looked for. */
const HEAD = 2000;

function dayOfDateline({ record }: Place, near: number | undefined): number | undefined {
  const span = dateline(record);
  if (!span) return undefined;
  const from = record.markup.body?.start ?? 0;
  const date = parseDate(record.text.slice(from, from + HEAD));
  const day = near ?? (date && dayNumberOf(date));
  return day === undefined ? undefined : datelineDay(record.text.slice(span.start, span.end), day);
}

/** The page of the record before, then those of the same day, then all, the most frequent first. */
function pages({ before, others }: Around, date: string | undefined): Value[] {
  const ofDay = new Map<string, number>();
  const ofAll = new Map<string, number>();
  for (const { summary } of others) {
    if (!summary.page || !/^\d{1,3}$/.test(summary.page.text)) continue;
    const { text } = summary.page;
    ofAll.set(text, (ofAll.get(text) ?? 0) + 1);
    if (summary.date?.text === date) ofDay.set(text, (ofDay.get(text) ?? 0) + 1);
  }
  const last = before?.page?.text;
  const same: Value[] = last ? [{ text: last, why: 'completion.page.before' }] : [];
  const ofSameDay = byCount(ofDay).map(({ text }): Value => ({ text, count: ofAll.get(text) ?? 0 }));
  return [...same, ...ofSameDay, ...byCount(ofAll)];
}

function distinct(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter(({ text }) => !seen.has(text) && seen.add(text));
}
