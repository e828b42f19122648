import { dayNumber, dayNumberOf } from '../../rules/days.ts';
import { FIRST_DAY } from '../../rules/metaDate.ts';
import { nodesOfKind, ownText, saidNodes } from '../../rules/nodes.ts';
import { dateline, datelineDay, folderDate, signatureDate } from '../../rules/printedDates.ts';
import { isoDate, parseDate } from '../../statement/dates.ts';
import { isAdoption, isDateLine } from '../../statement/furniture.ts';
import type { RecordTree } from '../../statement/tree.ts';

/** The day that a text gives for a record, and where it says so. */
export interface StatementDate {
  /** YYYYMMDD */
  readonly value: string;
  readonly source: 'dateline' | 'signature' | 'folder' | 'page' | 'given';
  /** As printed; empty where somebody has given it. */
  readonly words: string;
  /** Whether the statement itself says so, so that nobody needs to be asked. */
  readonly isSure: boolean;
}

/** What there is besides the text of a record. */
interface Surroundings {
  /** What the page says of its own date. */
  readonly pageDate: string | undefined;
  readonly today: string;
  readonly path?: string | undefined;
}

/** How many days behind its dateline or signature a statement is printed at the latest. */
const LATEST = 7;

/**
 * The day by the agency's dateline, which names no year and is nearest to the signature's, else that of the signature, or of
 * the line under the headline. The folder that holds the papers of one day says more exactly on which of the next days it was
 * printed. Where the statement says nothing, folder and page propose one. Only days on which the newspaper can have appeared.
 */
export function statementDate(record: RecordTree, around: Surroundings): StatementDate | undefined {
  const isPossible = (found: StatementDate | undefined): found is StatementDate =>
    found !== undefined && FIRST_DAY <= found.value && found.value <= around.today;
  const said = [withDateline(record, around.pageDate), withSignature(record)].find(isPossible);
  const folder = folderDate(around.path);
  const inFolder: StatementDate | undefined =
    folder === undefined ? undefined : { value: folder, source: 'folder', words: folder, isSure: said !== undefined };
  if (!said) return [inFolder, onPage(around.pageDate)].find(isPossible);
  const days = (dayNumber(inFolder?.value ?? '') ?? Number.NaN) - (dayNumber(said.value) ?? Number.NaN);
  return inFolder && 0 <= days && days <= LATEST ? inFolder : said;
}

function withSignature(record: RecordTree): StatementDate | undefined {
  const signed = signatureDate(record);
  if (signed) {
    const words = record.text.slice(signed.span.start, signed.span.end);
    return { value: compact(isoDate(signed.date)), source: 'signature', words, isSure: true };
  }
  // Signatories may follow the date, and an annex; or it stands under the headline: （2022年2月4日，北京）.
  for (const node of [...nodesOfKind(record, 'credit'), ...saidNodes(record)].toReversed()) {
    const words = ownText(record, node);
    const date = isDateLine(words) || isAdoption(words) ? parseDate(words) : undefined;
    if (date) return { value: compact(isoDate(date)), source: 'signature', words, isSure: true };
  }
  return undefined;
}

function withDateline(record: RecordTree, pageDate: string | undefined): StatementDate | undefined {
  const span = dateline(record);
  if (!span) return undefined;
  const words = record.text.slice(span.start, span.end);
  const whole = parseDate(words);
  if (whole) return { value: compact(isoDate(whole)), source: 'dateline', words, isSure: true };
  const near = withSignature(record) ?? onPage(pageDate);
  const day = near && datelineDay(words, dayNumber(near.value) ?? 0);
  return day === undefined ? undefined : { value: dayText(day), source: 'dateline', words, isSure: true };
}

function onPage(pageDate: string | undefined): StatementDate | undefined {
  const date = pageDate === undefined ? undefined : parseDate(pageDate);
  return date && pageDate !== undefined
    ? { value: dayText(dayNumberOf(date)), source: 'page', words: pageDate, isSure: false }
    : undefined;
}

function compact(iso: string): string {
  return iso.replaceAll('-', '');
}

const DAY = 86_400_000;

function dayText(day: number): string {
  return compact(new Date(day * DAY).toISOString().slice(0, 10));
}
