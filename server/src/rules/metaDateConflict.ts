import type { RecordTree } from '../statement/tree.ts';
import { message } from '../text/messages.ts';
import type { Span } from '../text/span.ts';
import { dayNumber, dayNumberOf } from './days.ts';
import { settledValues } from './fields.ts';
import { nodesOfKind, ownText } from './nodes.ts';
import { dateline, datelineDay, folderDate, signatureDate } from './printedDates.ts';
import type { Finding, RecordRule, RelatedPlace } from './rule.ts';
import { TREE } from './traces.ts';

/** A record's date that the folder of its file, the signature or the dateline contradicts. One of them is reported. */
export const metaDateConflict: RecordRule = {
  code: 'meta.date-conflict',
  severity: 'warning',
  needs: { tree: TREE.dated },
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

function withSignature(record: RecordTree, value: string, day: number): Conflict | undefined {
  const place = signatureDate(record);
  if (!place) return undefined;
  const signed = dayNumberOf(place.date);
  const isLate = day > signed + latest(value) && isNews(titleOf(record));
  if (signed <= day && !isLate) return undefined;
  const words = record.text.slice(place.span.start, place.span.end);
  const places = { value, words, days: Math.abs(day - signed) };
  return {
    message: message(isLate ? 'meta.date-conflict.signature.late' : 'meta.date-conflict.signature.early', places),
    related: related(place.span, words),
  };
}

function withDateline(record: RecordTree, value: string, day: number): Conflict | undefined {
  const span = dateline(record);
  if (!span) return undefined;
  const words = record.text.slice(span.start, span.end);
  const sent = datelineDay(words, day);
  if (sent === undefined || (sent <= day && day <= sent + latest(value))) return undefined;
  const places = { value, words, days: Math.abs(day - sent) };
  return {
    message: message(sent > day ? 'meta.date-conflict.dateline.early' : 'meta.date-conflict.dateline.late', places),
    related: related(span, words),
  };
}

function latest(value: string): number {
  return value < SLOW_UNTIL ? LATEST_THEN : LATEST;
}

function isNews(title: string): boolean {
  return NEWS.test(title) && !RATIFIED.test(title);
}

function titleOf(record: RecordTree): string {
  return nodesOfKind(record, 'title')
    .map((node) => ownText(record, node))
    .join('');
}

function related(span: Span, words: string): RelatedPlace[] {
  return [{ span, message: message('meta.date-conflict.related', { words }) }];
}
