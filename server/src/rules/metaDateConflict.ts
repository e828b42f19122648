import { type CalendarDate, parseDate } from '../statement/dates.ts';
import { isCredit, isDateLine } from '../statement/furniture.ts';
import { parseNumeral } from '../statement/numerals.ts';
import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { dayNumber, dayNumberOf, dayOf, yearOfDay } from './days.ts';
import { settledValues } from './fields.ts';
import { isSaid, nodesOf, nodesOfKind, ownText } from './nodes.ts';
import { perRecord } from './perRecord.ts';
import type { Finding, RecordRule, RelatedPlace } from './rule.ts';
import { TREE } from './treeTraces.ts';

/** A record's date that the folder of its file, the signature or the dateline contradicts. One of them is reported. */
export const metaDateConflict: RecordRule = {
  code: 'meta.date-conflict',
  severity: 'warning',
  needs: { tree: TREE.field },
  *check(record, { vocabulary, path }) {
    for (const { text: value, span } of settledValues(record, vocabulary, 'date')) {
      const day = dayNumber(value);
      if (day === undefined) continue;
      const conflict = withFolder(value, path) ?? withSignature(record, value, day) ?? withDateline(record, value, day);
      if (conflict) yield { span, ...conflict };
    }
  },
};

/** How many days after the event a newspaper still prints it as news. */
const LATEST = 7;
/** News travelled slowly at first, by post and short wave. */
const SLOW_UNTIL = '19600101';
const LATEST_THEN = 60;
/** These are printed at once; letters, decrees and judgements bear the day on which they were written. */
const NEWS = /[声聲]明|公[报報]|宣言|[讲講][话話]|[致祝][词詞辞辭]/;
/** These come into force, and into print, months after they were signed. */
const RATIFIED = /[条條][约約]|[协協]定|公[约約]|[议議]定[书書]/;

type Conflict = Pick<Finding, 'message' | 'related'>;

/** The folder …/20140521/… holds the papers of one day. */
function withFolder(value: string, path: string | undefined): Conflict | undefined {
  const folder = folderDate(path);
  if (folder === undefined || folder === value) return undefined;
  return { message: message('meta.date-conflict.folder', { value, folder }) };
}

let lastPath: string | undefined;
let lastFolder: string | undefined;

/** The last folder of a path whose name is a day. All records of a file ask for the same. */
export function folderDate(path: string | undefined): string | undefined {
  if (path !== lastPath) {
    lastPath = path;
    lastFolder = path
      ?.split('/')
      .slice(0, -1)
      .findLast((segment) => /^(?:19|20)\d{6}$/.test(segment) && dayNumber(segment) !== undefined);
  }
  return lastFolder;
}

function withSignature(record: RecordTree, value: string, day: number): Conflict | undefined {
  const place = signatureDate(record);
  if (!place) return undefined;
  const signed = dayNumberOf(place.date);
  const title = titleOf(record);
  const isLate = day > signed + latest(value) && NEWS.test(title) && !RATIFIED.test(title);
  if (signed <= day && !isLate) return undefined;
  const words = record.text.slice(place.span.start, place.span.end);
  const places = { value, words, days: Math.abs(day - signed) };
  return {
    message: message(isLate ? 'meta.date-conflict.signature.late' : 'meta.date-conflict.signature.early', places),
    related: related(place.span, words),
  };
}

/** The day on which a statement says that it was signed. */
export const signatureDate = perRecord((record): { readonly span: Span; readonly date: CalendarDate } | undefined => {
  for (const node of nodesOf(record)) {
    if (node.kind !== 'signature') continue;
    for (const span of node.pieces) {
      const line = record.text.slice(span.start, span.end);
      const date = isDateLine(line) ? parseDate(line) : undefined;
      if (date) return { span, date };
    }
  }
  return undefined;
});

const NUMBER = '[0-9０-９〇○一二三四五六七八九十]{1,3}';
const MONTH_AND_DAY = new RegExp(`(${NUMBER})月(${NUMBER})日[电電讯訊]`);
/** 新华社北京5月20日电 before the first words of the text, on the same line. */
const INLINE_CREDIT = new RegExp(
  `^[（(【]?(?:新[华華]社|中新社|本[报報])[\\u4e00-\\u9fff、]{0,12}?(?:[0-9]{4}年)?${NUMBER}月${NUMBER}日[电電讯訊]`,
);

function withDateline(record: RecordTree, value: string, day: number): Conflict | undefined {
  const span = dateline(record);
  if (!span) return undefined;
  const words = record.text.slice(span.start, span.end);
  const sent = daySent(words, day);
  if (sent === undefined || (sent <= day && day <= sent + latest(value))) return undefined;
  const places = { value, words, days: Math.abs(day - sent) };
  return {
    message: message(sent > day ? 'meta.date-conflict.dateline.early' : 'meta.date-conflict.dateline.late', places),
    related: related(span, words),
  };
}

/** Where an agency's credit says on which day a text was sent. */
export const dateline = perRecord((record): Span | undefined => {
  for (const node of nodesOf(record)) {
    if (node.kind !== 'credit') continue;
    const [line] = node.pieces;
    if (line && isCredit(record.text.slice(line.start, line.end))) return line;
  }
  const [first] = nodesOf(record).find(isSaid)?.pieces ?? [];
  const inline = first && INLINE_CREDIT.exec(record.text.slice(first.start, Math.min(first.end, first.start + 60)));
  return inline ? { start: first.start, end: first.start + inline[0].length } : undefined;
});

/** The day that a dateline names. It names no year: that one is meant which brings it next to the paper's `day`. */
export function daySent(words: string, day: number): number | undefined {
  const [month, dayOfMonth] = (MONTH_AND_DAY.exec(words) ?? []).slice(1).map(parseNumeral);
  if (month === undefined || dayOfMonth === undefined) return undefined;
  const year = yearOfDay(day);
  let nearest: number | undefined;
  for (const candidate of [year - 1, year, year + 1].map((one) => dayOf(one, month, dayOfMonth))) {
    if (candidate === undefined) continue;
    if (nearest === undefined || Math.abs(candidate - day) < Math.abs(nearest - day)) nearest = candidate;
  }
  return nearest;
}

function latest(value: string): number {
  return value < SLOW_UNTIL ? LATEST_THEN : LATEST;
}

function titleOf(record: RecordTree): string {
  return nodesOfKind(record, 'title')
    .map((node) => ownText(record, node))
    .join('');
}

function related(span: Span, words: string): RelatedPlace[] {
  return [{ span, message: message('meta.date-conflict.related', { words }) }];
}
