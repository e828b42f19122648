import { readingLengthAt } from '../repair/pinyin.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import { type MappedText, mappedOffset, sourceSpan } from '../text/sourceMap.ts';
import type { Span } from '../text/span.ts';
import { invisibleAt } from './invisible.ts';
import { mojibakeIn } from './mojibake.ts';
import { ADDRESS, NOT_TEXT } from './signs.ts';

/** A record's text as a reader sees it. */
export interface PlainText extends MappedText {
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

const cache = new WeakMap<RecordTree, PlainText>();

/**
 * The text of a record that the rules on characters judge: without the readings that a mirror put in and without
 * invisible characters; a single `NOT_TEXT` stands for each tag, line of the web page, torn place and run of characters
 * read in the wrong encoding, which other rules speak of, and an `ADDRESS` for each address.
 */
export function plainText(record: RecordTree): PlainText {
  const known = cache.get(record);
  if (known) return known;
  const made = makePlain(record);
  cache.set(record, made);
  return made;
}

/** What a span of the plain text covers in the record. */
export function printedSpan(plain: PlainText, start: number, end: number): Span {
  return sourceSpan(plain, { start, end });
}

/** What a span of the record covers in the plain text. */
export function plainSpan(plain: PlainText, { start, end }: Span): Span {
  return { start: mappedOffset(plain, start), end: mappedOffset(plain, end) };
}

/** Tags and what a web page added around a text, in order: other rules deal with them. */
export function foreignSpans({ markup, root }: RecordTree): Span[] {
  const spans: Span[] = [...markup.tags, ...boilerplate(root)];
  return spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function makePlain(record: RecordTree): PlainText {
  const { text } = record;
  const masked = [
    ...[...foreignSpans(record), ...mojibakeIn(text)].map(({ start, end }) => ({ start, end, sign: NOT_TEXT })),
    ...linksIn(text).map(({ start, end }) => ({ start, end, sign: ADDRESS })),
  ].toSorted((a, b) => a.start - b.start);
  const from = new Uint32Array(text.length + 1);
  const to = new Uint32Array(text.length + 1);
  const kept: string[] = [];
  let length = 0;
  let hasReadings = false;
  const keep = (character: string, start: number, end: number) => {
    kept.push(character);
    from[length] = start;
    to[length++] = end;
  };
  let next = 0;
  for (let at = 0; at < text.length; ) {
    while (next < masked.length && (masked[next]?.start ?? 0) < at) next++;
    const span = masked[next];
    if (span && span.start === at && span.end > at) {
      keep(span.sign, at, span.end);
      at = span.end;
      continue;
    }
    const reading = readingAt(text, at);
    if (reading > 0) {
      hasReadings = true;
      at += reading;
      continue;
    }
    const tear = tearAt(text, at);
    if (tear > 0) {
      hasReadings = true;
      keep(NOT_TEXT, at, at + tear);
      at += tear;
      continue;
    }
    const invisible = invisibleAt(text, at);
    if (invisible === 'break') keep('\n', at, at + 1);
    else if (invisible !== 'nothing') keep(text.charAt(at), at, at + 1);
    at++;
  }
  from[length] = text.length;
  to[length] = text.length;
  return { text: kept.join(''), from: from.slice(0, length + 1), to: to.slice(0, length + 1), hasReadings };
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

function boilerplate(node: StatementNode): Span[] {
  if (node.kind === 'boilerplate') return [...node.pieces];
  return node.children.flatMap(boilerplate);
}
