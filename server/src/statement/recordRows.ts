import { readMarkup } from '../markup/fields.ts';
import { PlainFields } from '../markup/plainFields.ts';
import type { Marks } from '../markup/records.ts';
import type { RecordMarkup } from '../markup/syntax.ts';
import { codeNumberOf, type Vocabulary } from '../markup/vocabulary.ts';
import { spanOf } from '../text/span.ts';
import { skipWhite, trimEnd } from '../text/trim.ts';
import { type FramePart, frameOf } from './frame.ts';
import { soundsConcluding } from './furniture.ts';
import type { NodeRows } from './nodeRows.ts';
import { contentStart, Paragraphs, readParagraphs } from './paragraphs.ts';
import { addSections } from './sections.ts';
import { readSegments, Segments } from './segments.ts';
import type { NodeKind } from './tree.ts';

/** What is read for now. */
const FIELDS = new PlainFields();
const SEGMENTS = new Segments();
const PARAGRAPHS = new Paragraphs();

/**
 * Adds what a record holds to `rows`: itself, its fields in their order, and the statement below the field that holds it.
 * Without fields, or where the body has no tags of its own, the statement follows them. Never throws; linear in the text.
 */
export function addRecord(rows: NodeRows, text: string, marks: Marks, vocabulary: Vocabulary): void {
  const start = skipWhite(text, 0, text.length);
  if (start === text.length) rows.add('record', 0, 0, 0, 0, 0);
  else {
    const end = trimEnd(text, start, text.length);
    rows.add('record', 0, start, end, start, end);
  }
  if (!addPlainFields(rows, text, marks, vocabulary)) {
    addFields(rows, text, marks, readMarkup(text, marks, vocabulary));
  }
}

/** Adds the fields of a record that has nothing wrong with its tags, and one that holds the body; answers whether it is such a record. */
function addPlainFields(rows: NodeRows, text: string, marks: Marks, vocabulary: Vocabulary): boolean {
  if (!FIELDS.read(text, marks)) return false;
  const { byCodeNumber } = vocabulary;
  let body = -1;
  let hasTitle = false;
  for (let index = 0; index < FIELDS.length; index++) {
    const definition = byCodeNumber[FIELDS.codeNumber(index)];
    if (body === -1 && definition?.use === 'body') body = index;
    if (definition?.value === 'heading') hasTitle = true;
  }
  if (body === -1) return false;
  for (let index = 0; index < FIELDS.length; index++) {
    const code = FIELDS.codeNumber(index);
    const start = FIELDS.start(index);
    const end = FIELDS.end(index);
    const from = FIELDS.valueStart(index);
    const to = FIELDS.valueEnd(index);
    if (index === body) {
      addHolder(rows, code, start, end, start, from);
      addStatement(rows, 2, text, from, to, marks, hasTitle);
    } else {
      addField(rows, text, code, start, end, from, to);
    }
  }
  return true;
}

function addFields(rows: NodeRows, text: string, marks: Marks, markup: RecordMarkup): void {
  const { fields, body, tags } = markup;
  const hasTitle = fields.some(({ definition }) => definition?.value === 'heading');
  let hasHolder = false;
  for (const field of fields) {
    const { start, end, value } = field;
    const code = codeNumberOf(field.code);
    if (value === body) {
      const tag = tags[field.open] ?? field;
      addHolder(rows, code, start, end, tag.start, tag.end);
      addStatement(rows, 2, text, value.start, value.end, marks, hasTitle);
      hasHolder = true;
    } else {
      addField(rows, text, code, start, end, value.start, value.end);
    }
  }
  if (body && !hasHolder) addStatement(rows, 1, text, body.start, body.end, marks, hasTitle);
}

/** @param from where the field's value starts, and `to`, where it ends */
function addField(
  rows: NodeRows,
  text: string,
  code: number,
  start: number,
  end: number,
  from: number,
  to: number,
): void {
  const kind = kindOf(code);
  const ownStart = skipWhite(text, from, to);
  if (ownStart === to) {
    rows.add(kind, 1, start, end, start, end, from, from, code);
  } else {
    const ownEnd = trimEnd(text, ownStart, to);
    rows.add(kind, 1, start, end, ownStart, ownEnd, ownStart, ownEnd, code);
  }
}

/** Adds the field that holds the statement; its tag from `tagStart` to `tagEnd` stands for it. */
function addHolder(rows: NodeRows, code: number, start: number, end: number, tagStart: number, tagEnd: number): void {
  rows.add(kindOf(code), 1, start, end, tagStart, tagEnd, -1, -1, code);
}

function kindOf(code: number): NodeKind {
  return code === TITLE ? 'title' : 'field';
}

const TITLE = codeNumberOf('BT');

/** Adds the parts of the statement that the text between two offsets holds. */
function addStatement(
  rows: NodeRows,
  depth: number,
  text: string,
  start: number,
  end: number,
  { lineBreaks, gaps }: Marks,
  hasTitle: boolean,
): void {
  readSegments(SEGMENTS, text, start, end, lineBreaks, gaps);
  const frame = frameOf(text, SEGMENTS, hasTitle);
  for (const part of frame.head) addFramePart(rows, depth, text, part);
  readParagraphs(PARAGRAPHS, text, SEGMENTS, frame.first, frame.behind);
  const first = rows.length;
  addSections(rows, depth, text, PARAGRAPHS);
  if (frame.tail.some(({ kind }) => kind === 'signature' || kind === 'credit'))
    findConclusion(rows, depth, text, first);
  for (const part of frame.tail) addFramePart(rows, depth, text, part);
}

/**
 * The last paragraph of a numbered statement, whose rows begin at `first`, belongs to the whole, not to its last section,
 * where it speaks of the whole.
 */
function findConclusion(rows: NodeRows, depth: number, text: string, first: number): void {
  const last = rows.length - 1;
  if (last < first || !rows.isParagraph(last) || rows.depth(last) === depth) return;
  let sections = 0;
  let top = first;
  for (let row = first; row < last; row++) {
    if (rows.depth(row) !== depth) continue;
    top = row;
    if (rows.kind(row) === 'section') sections++;
  }
  if (sections < 2 || rows.kind(top) !== 'section') return;
  const pieces = rows.pieces(last);
  const said = pieces
    ? pieces.map((piece) => text.slice(piece.start, piece.end)).join('')
    : text.slice(rows.ownStart(last), rows.ownEnd(last));
  if (!soundsConcluding(said)) return;
  // Those around it now end with what is left in them.
  let below = last - 1;
  let end = 0;
  for (let level = rows.depth(last) - 1; level >= depth; level--) {
    let around = below;
    while (rows.depth(around) > level) around--;
    end = Math.max(end, around === last - 1 ? 0 : rows.end(last - 1), rows.selectionEnd(around), rows.ownEnd(around));
    rows.setEnd(around, end);
    below = around;
  }
  rows.move(last, 'conclusion', depth);
}

function addFramePart(rows: NodeRows, depth: number, text: string, { kind, lines }: FramePart): void {
  const pieces = lines.map(({ start, end }) => spanOf(contentStart(text, start, end), end));
  const first = pieces[0] ?? spanOf(0, 0);
  const { end } = pieces.at(-1) ?? first;
  const row = rows.add(kind, depth, lines[0]?.start ?? 0, end, first.start, first.end, first.start, end);
  if (pieces.length > 1) rows.setPieces(row, pieces);
}
