import { readingLengthAt } from '../repair/pinyin.ts';
import type { RecordTree } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import { madeOffset, type Piece, type PiecedText, sourceOf } from '../text/piecedText.ts';
import type { Span } from '../text/span.ts';
import { invisibleAt } from './invisible.ts';
import { mojibakeIn } from './mojibake.ts';
import { nodesOfKind } from './nodes.ts';
import { perRecord } from './perRecord.ts';
import { ADDRESS, NOT_TEXT } from './signs.ts';
import { textTracesOf } from './textTraces.ts';
import { DISTURBANCES, TEXT } from './traces.ts';

/** A record's text as a reader sees it. */
export interface PlainText extends PiecedText {
  /** Whether a mirror has put readings behind its characters: 聯(lián)合. */
  readonly hasReadings: boolean;
}

const LINK =
  /(?<![a-z+.-])[a-z][a-z+.-]{1,9}:\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,64}/gi;
/** What stands behind a link rather than in it. */
const BEHIND_LINK = /[).,;:!?\]]{1,4}$/;
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;
const READING = /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}\)/;
/** How far behind a torn character the bytes may be out of step. */
const LONGEST_TEAR = 12;

/**
 * The text of a record that the rules on characters judge: without the readings that a mirror put in and without
 * invisible characters; a single `NOT_TEXT` stands for each tag, line of the web page, torn place and run of characters
 * read in the wrong encoding, which other rules speak of, and an `ADDRESS` for each address.
 */
export const plainText = perRecord(makePlain);

/** What a span of the plain text covers in the record. */
export function printedSpan(plain: PlainText, start: number, end: number): Span {
  return sourceOf(plain, { start, end });
}

/** What a span of the record covers in the plain text. */
export function plainSpan(plain: PlainText, { start, end }: Span): Span {
  return { start: madeOffset(plain, start), end: madeOffset(plain, end) };
}

/** Tags and what a web page added around a text, in order: other rules deal with them. */
export function foreignSpans(record: RecordTree): readonly Span[] {
  const { tags } = record.markup;
  const lines = nodesOfKind(record, 'boilerplate').flatMap(({ pieces }) => pieces);
  return lines.length === 0 ? tags : [...tags, ...lines].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** What stands in the plain text for a stretch of the record. */
interface Mask extends Span {
  readonly sign: string;
}

function makePlain(record: RecordTree): PlainText {
  const { text } = record;
  const isDisturbed = (textTracesOf(record) & DISTURBANCES) !== 0;
  const pieces: Piece[] = [];
  let made = '';
  let hasReadings = false;
  let at = 0;
  const put = (end: number, what: string): void => {
    pieces.push({ at: made.length, start: at, end });
    made += what;
    at = end;
  };
  const copy = (end: number): void => {
    if (end > at) put(end, text.slice(at, end));
  };
  /** Copies without what a reader does not see; beyond `end` where a reading that starts before it ends there. */
  const mend = (end: number): void => {
    for (let next = at; next < end; ) {
      const damage = damageAt(text, next);
      if (!damage) {
        next++;
        continue;
      }
      copy(next);
      if (damage.isReading) hasReadings = true;
      if (damage.sign === '') at += damage.length;
      else put(at + damage.length, damage.sign);
      next = at;
    }
    copy(end);
  };
  for (const mask of masksOf(record)) {
    if (mask.start < at) continue;
    if (isDisturbed) mend(mask.start);
    else copy(mask.start);
    if (mask.start === at) put(mask.end, mask.sign);
  }
  if (isDisturbed) mend(text.length);
  else copy(text.length);
  return { text: made, pieces, sourceLength: text.length, hasReadings };
}

function masksOf(record: RecordTree): readonly Mask[] {
  const { text } = record;
  const traces = textTracesOf(record);
  const foreign = [...foreignSpans(record), ...(traces & TEXT.mojibake ? mojibakeIn(text) : [])];
  const masks = foreign.map(({ start, end }) => ({ start, end, sign: NOT_TEXT }));
  if (traces & TEXT.address) masks.push(...linksIn(text).map(({ start, end }) => ({ start, end, sign: ADDRESS })));
  return masks.sort((a, b) => a.start - b.start);
}

/** What does not belong to a text as a reader sees it, and the sign that stands for it, if any. */
interface Damage {
  readonly length: number;
  readonly sign: string;
  readonly isReading: boolean;
}

function damageAt(text: string, at: number): Damage | undefined {
  const reading = readingAt(text, at);
  if (reading > 0) return { length: reading, sign: '', isReading: true };
  const tear = tearAt(text, at);
  if (tear > 0) return { length: tear, sign: NOT_TEXT, isReading: true };
  const invisible = invisibleAt(text, at);
  if (invisible === 'break') return { length: 1, sign: '\n', isReading: false };
  return invisible === 'nothing' ? { length: 1, sign: '', isReading: false } : undefined;
}

/** The length of a reading in brackets behind a character, or behind the ASCII letter that half of one became. */
function readingAt(text: string, at: number): number {
  if (text.charAt(at) !== '(' || at === 0) return 0;
  const unit = text.charCodeAt(at - 1);
  const isTrailByte = 0x40 <= unit && unit <= 0x7e;
  if (!isHan(unit) && !isTrailByte) return 0;
  const inner = READING.exec(text.slice(at + 1, at + 9))?.[0];
  return inner !== undefined && TONED.test(inner) ? inner.length + 1 : readingLengthAt(text, at);
}

/** The length of a place where a byte-level replacement tore characters: `?jīng)Q` in 雙方?jīng)Q心. */
function tearAt(text: string, at: number): number {
  if (text.charAt(at) !== '?' || !isHan(text.charCodeAt(at - 1))) return 0;
  const inner = READING.exec(text.slice(at + 1, at + 9))?.[0];
  if (inner === undefined || !TONED.test(inner)) return 0;
  const start = at + 1 + inner.length;
  for (let end = start; end < start + LONGEST_TEAR; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 0x0a || unit === 0x0d) break;
    if ((0x40 <= unit && unit <= 0x7e) || unit === 0x3f) return end + 1 + readingAt(text, end + 1) - at;
  }
  return start - at;
}

function linksIn(text: string): Span[] {
  return Array.from(text.matchAll(LINK), ({ index, 0: link }) => {
    const length = link.includes('(') ? link.length : link.replace(BEHIND_LINK, '').length;
    return { start: index, end: index + length };
  });
}
