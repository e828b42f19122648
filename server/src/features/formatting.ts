import type { Field } from '../markup/syntax.ts';
import { isFieldUse, type Vocabulary } from '../markup/vocabulary.ts';
import { customaryIndentation } from '../rules/indentation.ts';
import { lineBreakOf } from '../rules/lines.ts';
import { type Document, documentLength, parseDocument, placedRecords, recordsOf } from '../statement/document.ts';
import type { RecordTree } from '../statement/tree.ts';
import { isBlank } from '../text/characters.ts';
import { applyEdits, type Edit } from '../text/edits.ts';
import { endsLine, isLineBreak } from '../text/lines.ts';
import { covers, type Span, shifted, spanOf } from '../text/span.ts';

/**
 * The edits that put a text in the form of the archive: one field a line and in order, the body's tags on lines of their own, paragraphs
 * indented alike, no white space at the ends of lines, no blank lines too many. Only white space is put in and taken out, and whole fields
 * change places; where a record's tags are at fault, its fields stay where they are. What is formatted is left alone.
 *
 * @param range only what lies in it is changed; counts in the file, as the edits do
 */
export function formatting(document: Document, range: Span = spanOf(0, documentLength(document))): Edit[] {
  const records = placedRecords(document);
  return records.flatMap(({ record, start }, index) => {
    if (start > range.end || start + record.text.length < range.start) return [];
    return recordEdits(record, document.vocabulary, index === records.length - 1)
      .map(({ span, newText }) => ({ span: shifted(span, start), newText }))
      .filter(({ span }) => covers(range, span));
  });
}

/** A record that is being formatted. */
interface Place {
  readonly record: RecordTree;
  /** Whether it is the last one of its file. */
  readonly isLast: boolean;
  /** By the offsets of first characters of paragraphs. */
  readonly indentation: ReadonlyMap<number, string>;
}

/** What white space should stand at a place of a record: between `span`'s ends there is no other. */
interface Gap {
  readonly span: Span;
  readonly wanted: string;
}

function recordEdits(record: RecordTree, vocabulary: Vocabulary, isLast: boolean): Edit[] {
  const moved = inOrder(record, vocabulary);
  if (!moved) return gapEdits(record, isLast);
  const [sorted, ...others] = recordsOf(parseDocument(applyEdits(record.text, [moved]), vocabulary));
  if (!sorted || others.length > 0) return gapEdits(record, isLast);
  return [replacement(record.text, applyEdits(sorted.text, gapEdits(sorted, isLast)))];
}

/** How the archive indents paragraphs of a body, unless this one has its own custom. */
const INDENTATION = '    ';

function gapEdits(record: RecordTree, isLast: boolean): Edit[] {
  const isTagged = record.markup.fields.length > 0;
  const place: Place = {
    record,
    isLast,
    indentation: customaryIndentation(record, isTagged ? INDENTATION : undefined),
  };
  const gaps = isTagged ? [...fieldGaps(place)] : [];
  const settled = new Set(gaps.map(({ span }) => span.end));
  const between = [...lineGaps(place)].filter(({ span }) => !settled.has(span.end));
  return [...gaps, ...between].flatMap(({ span, wanted }): Edit[] =>
    record.text.slice(span.start, span.end) === wanted ? [] : [{ span, newText: wanted }],
  );
}

/** The gaps at the tags of fields that have both. */
function* fieldGaps(place: Place): Generator<Gap> {
  const { record, isLast, indentation } = place;
  const { text, markup } = record;
  const { fields, tags, body } = markup;
  const lineBreak = lineBreakOf(record);
  for (const [index, field] of fields.entries()) {
    const [open, close] = [tags[field.open], tags[field.close]];
    if (!open || !close) continue;
    const before = whiteBefore(text, open.start);
    if (before === 0) yield { span: spanOf(0, open.start), wanted: '' };
    // Behind text that stands outside every field, a line of its own is what makes a field readable.
    else yield { span: spanOf(before, open.start), wanted: lineBreak };
    const value = spanOf(whiteBehind(text, open.end), whiteBefore(text, close.start));
    const isEmpty = value.start >= value.end;
    const isBody = field.value === body && field.definition?.use === 'body';
    const around = isBody ? lineBreak : '';
    if (isEmpty) {
      yield { span: spanOf(open.end, close.start), wanted: around };
    } else {
      const indented = isBody ? (indentation.get(value.start) ?? indentationBehind(place, open.end, value.start)) : '';
      yield { span: spanOf(open.end, value.start), wanted: around + indented };
      yield { span: spanOf(value.end, close.start), wanted: around };
    }
    const behind = whiteBehind(text, close.end);
    if (index === fields.length - 1 && behind === text.length && !isLast) {
      const blankLines = countBreaks(text, close.end, behind) > 1;
      yield { span: spanOf(close.end, behind), wanted: blankLines ? lineBreak + lineBreak : lineBreak };
    }
  }
}

/** What the first line of a body should be indented by: a paragraph that begins behind the tag has no indentation of its own. */
function indentationBehind({ record, indentation }: Place, tagEnd: number, start: number): string {
  if (countBreaks(record.text, tagEnd, start) > 0) return printedIndentation(record.text, start);
  const [common = INDENTATION] = indentation.values();
  return common;
}

/** The gaps between two lines, and at both ends of the text. */
function* lineGaps({ record, isLast, indentation }: Place): Generator<Gap> {
  const { text, markup } = record;
  const body = markup.fields.length > 0 ? markup.body : null;
  const mostInBody = body && isSpacedOut(text, body) ? 1 : 2;
  for (let at = 0; at < text.length; ) {
    const end = whiteBehind(text, at);
    const breaks = end > at ? countBreaks(text, at, end) : 0;
    if (breaks > 0 || (end > at && end === text.length)) {
      const isInBody = body !== null && covers(body, spanOf(at, end));
      const lineBreak = ownBreak(text, at);
      const indented = end === text.length ? '' : (indentation.get(end) ?? printedIndentation(text, end));
      const most = at === 0 ? 0 : isInBody ? mostInBody : end === text.length && isLast ? 1 : 2;
      yield { span: spanOf(at, end), wanted: lineBreak.repeat(Math.min(breaks, most)) + indented };
    } else if (at === 0 && end > 0) {
      yield { span: spanOf(0, end), wanted: indentation.get(end) ?? printedIndentation(text, end) };
    }
    at = end + 1;
    while (at < text.length && !isWhite(text.charCodeAt(at))) at++;
  }
}

/** Whether blank lines part most lines of a body, as on a web page, and not only the stanzas of a poem. */
function isSpacedOut(text: string, body: Span): boolean {
  let lines = 0;
  let spaced = 0;
  for (let at = whiteBehind(text, body.start); at < body.end; at++) {
    if (!isLineBreak(text.charCodeAt(at))) continue;
    const end = whiteBehind(text, at);
    if (end >= body.end) break;
    lines++;
    if (countBreaks(text, at, end) > 1) spaced++;
    at = end;
  }
  return spaced * 2 > lines;
}

/** The edit that puts the fields in the order of the vocabulary; `undefined` where they are, or where a tag is at fault. */
function inOrder(record: RecordTree, { order }: Vocabulary): Edit | undefined {
  const { fields, faults, stray } = record.markup;
  if (faults.length > 0 || stray.length > 0) return undefined;
  const ranks = fields.map((field) => rankOf(field, order));
  const known = ranks.filter((rank) => rank !== undefined);
  if (known.length < ranks.length || new Set(known).size < known.length) return undefined;
  const sorted = fields.toSorted((a, b) => (rankOf(a, order) ?? 0) - (rankOf(b, order) ?? 0));
  const first = fields.findIndex((field, index) => field !== sorted[index]);
  const last = fields.findLastIndex((field, index) => field !== sorted[index]);
  const [from, to] = [fields[first], fields[last]];
  if (!from || !to) return undefined;
  const texts = sorted.slice(first, last + 1).map(({ start, end }) => record.text.slice(start, end));
  return { span: spanOf(from.start, to.end), newText: texts.join(lineBreakOf(record)) };
}

function rankOf({ definition, open, close, code }: Field, order: Vocabulary['order']): number | undefined {
  return definition && isFieldUse(definition.use) && open !== -1 && close !== -1 ? order.get(code) : undefined;
}

/** One edit that makes the one text of the other and spares what both begin and end with. */
function replacement(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { span: spanOf(start, before.length - same), newText: after.slice(start, after.length - same) };
}

/** White space that says nothing. A byte order mark is invisible, but it is a character that another rule speaks of. */
function isWhite(unit: number): boolean {
  return (isBlank(unit) && unit !== 0xfe_ff) || isLineBreak(unit);
}

function whiteBehind(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isWhite(text.charCodeAt(at))) at++;
  return at;
}

function whiteBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isWhite(text.charCodeAt(at - 1))) at--;
  return at;
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (endsLine(text, at, text.charCodeAt(at))) count++;
  return count;
}

/** The first line break from `from` on, as it is written there. */
function ownBreak(text: string, from: number): string {
  const [lineBreak = '\n'] = /\r\n|\r|\n/.exec(text.slice(from, whiteBehind(text, from))) ?? [];
  return lineBreak;
}

/** What stands between the start of a line and its first character. */
function printedIndentation(text: string, offset: number): string {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 0xfe_ff) at--;
  return at === 0 || isLineBreak(text.charCodeAt(at - 1)) ? text.slice(at, offset) : '';
}
