import { codeSpan, nameSpan } from '../markup/syntax.ts';
import { type Document, documentLength, recordAt } from '../statement/document.ts';
import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { type Span, shifted, touches } from '../text/span.ts';
import { tagAt } from './tags.ts';
import { pathTo } from './treeWalk.ts';
import { wordAt } from './wordAt.ts';

/** Quotation marks by their closing one. */
const QUOTES = new Map([
  ['”', '“'],
  ['’', '‘'],
  ['》', '《'],
  ['〉', '〈'],
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  [')', '('],
]);
const OPENING = new Set(QUOTES.values());
const CLAUSE_END = /[，、；：。！？,;:!?]/u;
const SENTENCE_END = /[。！？!?]/u;

/**
 * What “expand selection” takes at a caret, from the inside outwards: word, quotation, clause, sentence, paragraph, item,
 * section, 正文, record, file; in a tag its name, the tag, the pair. Each holds the one before and more.
 */
export function selectionRanges(document: Document, offset: number): Span[] {
  const { record, start } = recordAt(document, offset);
  const at = offset - start;
  const around = [...markupSpans(record, at), ...statementSpans(record, at), { start: 0, end: record.text.length }];
  const spans = around.map((span) => shifted(span, start));
  return growing([...spans, { start: 0, end: documentLength(document) }], offset);
}

function* markupSpans(record: RecordTree, at: number): Generator<Span> {
  const { fields, body } = record.markup;
  const pair = tagAt(record, at);
  if (pair) {
    const { tag, partner } = pair;
    yield* [codeSpan(tag), nameSpan(tag), tag];
    if (partner) yield { start: Math.min(tag.start, partner.start), end: Math.max(tag.end, partner.end) };
  }
  for (const field of fields) yield* [field.value, field];
  if (body) yield body;
}

function* statementSpans(record: RecordTree, at: number): Generator<Span> {
  const path = pathTo(record.root, at);
  for (const node of path) yield* [node.span, ...node.pieces];
  const piece = path.flatMap((node) => pieceAt(node, at)).at(-1);
  if (!piece) return;
  // Everything smaller is looked for in the paragraph alone: a file may be one line.
  const text = record.text.slice(piece.start, piece.end);
  for (const span of wordingSpans(text, at - piece.start)) yield shifted(span, piece.start);
}

function pieceAt(node: StatementNode, at: number): Span[] {
  const piece = node.pieces.findLast((candidate) => touches(candidate, at));
  return piece ? [piece] : [];
}

function* wordingSpans(text: string, at: number): Generator<Span> {
  const clause = stretch(text, at, CLAUSE_END);
  const word = wordAt(text, at);
  if (word) yield word;
  yield clause;
  yield sentenceAround(text, at);
  for (const quotation of quotationsAround(text, at)) {
    yield { start: quotation.start + 1, end: quotation.end - 1 };
    yield quotation;
  }
}

/** From behind the last ending before the caret to before the next one. */
function stretch(text: string, at: number, ending: RegExp): Span {
  let { start, end } = { start: at, end: at };
  while (start > 0 && !ending.test(text.charAt(start - 1))) start--;
  while (end < text.length && !ending.test(text.charAt(end))) end++;
  return { start, end };
}

function sentenceAround(text: string, at: number): Span {
  const { start, end } = stretch(text, at, SENTENCE_END);
  return { start, end: Math.min(text.length, end + 1) };
}

/** The pairs of quotation marks around a caret. One that is never closed or never opened is passed over. */
function quotationsAround(text: string, at: number): Span[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  const found: Span[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    const opening = QUOTES.get(mark);
    if (OPENING.has(mark)) open.push({ mark, start: index });
    if (opening === undefined) continue;
    const match = open.at(-1)?.mark === opening ? open.pop() : undefined;
    if (match && match.start <= at && at <= index + 1) found.push({ start: match.start, end: index + 1 });
  }
  return found;
}

/** Of the spans around the caret, shortest first, those that hold all of the one taken before. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const ordered = spans
    .filter((span) => touches(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const taken: Span[] = [];
  for (const { start, end } of ordered) {
    const last = taken.at(-1);
    const grows = last ? start <= last.start && last.end <= end && end - start > last.end - last.start : end > start;
    if (grows) taken.push({ start, end });
  }
  return taken.length > 0 ? taken : [{ start: offset, end: offset }];
}
