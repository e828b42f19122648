import { message } from '../text/messages.ts';
import type { CorpusRule, RecordConflict, SummaryPlace } from './corpusRule.ts';
import { dayNumber } from './days.ts';

/** Of many copies, the first ones are enough to find the others by. */
const MOST_RELATED = 5;

/** Records with the same date, page and item, or with the same body. */
export const metaDuplicateRecord: CorpusRule = {
  code: 'meta.duplicate-record',
  severity: 'warning',
  reach: 0,
  keys({ summary }) {
    const keys: string[] = [];
    const position = positionOf(summary);
    if (position !== undefined) keys.push(`position ${position}`);
    if (summary.fingerprint !== undefined) keys.push(`body ${summary.fingerprint}`);
    return keys;
  },
  *judge({ key, records }) {
    if (records.length < 2) return;
    const isBody = key.startsWith('body ');
    const shown = isBody ? oneOfEachPosition(records) : records.slice(0, MOST_RELATED + 1);
    for (const place of records) {
      // A copy in the same position is told of as that.
      const position = isBody ? positionOf(place.summary) : undefined;
      const others = shown.filter(
        (other) => other !== place && (position === undefined || positionOf(other.summary) !== position),
      );
      if (others.length > 0) yield conflictOf(place, others.slice(0, MOST_RELATED), isBody);
    }
  },
};

function conflictOf(place: SummaryPlace, others: readonly SummaryPlace[], isBody: boolean): RecordConflict {
  const { date, page, item, head } = place.summary;
  const position = { date: date?.text ?? '', page: page?.text ?? '', item: item?.text ?? '' };
  return {
    place,
    span: isBody ? head : (item?.span ?? head),
    message: isBody ? message('meta.duplicate-record.body') : message('meta.duplicate-record', position),
    related: others.map((other) => ({
      place: other,
      span: other.summary.head,
      message: message('meta.duplicate-record.related'),
    })),
  };
}

/** The first records of the first few positions, and those without one: among them every record finds others than itself. */
function oneOfEachPosition(records: readonly SummaryPlace[]): SummaryPlace[] {
  const seen = new Set<string>();
  const shown: SummaryPlace[] = [];
  for (const place of records) {
    const position = positionOf(place.summary);
    if (position !== undefined && seen.has(position)) continue;
    if (position !== undefined) seen.add(position);
    shown.push(place);
    if (shown.length > MOST_RELATED) break;
  }
  return shown;
}

/** 2 and 002 are the same page. */
function positionOf({ date, page, item }: SummaryPlace['summary']): string | undefined {
  if (!date || !page || !item || dayNumber(date.text) === undefined) return undefined;
  if (!/^\d+$/.test(page.text) || !/^\d+$/.test(item.text)) return undefined;
  return `${date.text} ${Number(page.text)} ${Number(item.text)}`;
}
