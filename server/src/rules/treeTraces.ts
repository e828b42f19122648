import { isFieldUse, type Vocabulary } from '../markup/vocabulary.ts';
import type { NumberedList, RecordTree, StatementNode } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { isSaid, nodesOf } from './nodes.ts';

/**
 * What may be wrong with the tags, fields, numbers and paragraphs of a record, as far as one look at each of them tells: a
 * bit each. Rules that look closer ask for these first (`needs`), and most records have few of them.
 */
export const TREE = {
  /** Tags that do not pair. */
  fault: 1 << 0,
  /** A tag with a defect, one that the vocabulary does not know, or whose name belongs to another code. */
  oddTag: 1 << 1,
  /** Any field. */
  field: 1 << 2,
  /** A field that is missing, empty, there twice, out of order, unknown or has half its tags. */
  oddField: 1 << 3,
  /** Text between the fields. */
  stray: 1 << 4,
  /** A list that is not numbered from 1 on in one style. */
  oddNumber: 1 << 5,
  /** A paragraph in several pieces. */
  cutParagraph: 1 << 6,
  /** What may be a line of a web page: no sentence, a date, a second headline. */
  looseLine: 1 << 7,
  /** The last paragraph has no full stop. */
  openEnd: 1 << 8,
  /** A headline that may name a joint statement, but no signature. */
  unsigned: 1 << 9,
  /** Paragraphs that are not indented alike. */
  unevenIndent: 1 << 10,
  /** Two paragraphs that begin and end alike. */
  alike: 1 << 11,
} as const;

/** The traces of a record's tree: bits of {@link TREE}. What they leave out is not there. */
export function treeTraces(record: RecordTree, vocabulary: Vocabulary): number {
  return tagTraces(record, vocabulary) | fieldTraces(record, vocabulary) | numberTraces(record) | nodeTraces(record);
}

function tagTraces({ markup }: RecordTree, { byCode }: Vocabulary): number {
  let traces = markup.faults.length > 0 ? TREE.fault : 0;
  if (!markup.isPlain) {
    for (const { code, name, defects } of markup.tags) {
      if (defects.length > 0 || byCode.get(code)?.name !== name) traces |= TREE.oddTag;
    }
  }
  // A tag inside a paragraph stands for no text, so that paragraphs may be alike but for such tags.
  if (traces || markup.tagCount !== 2 * markup.fields.length) traces |= TREE.alike;
  return traces;
}

function fieldTraces({ text, markup: { fields, stray } }: RecordTree, { definitions, order }: Vocabulary): number {
  if (fields.length === 0) return 0;
  let traces = TREE.field | (stray.length > 0 ? TREE.stray : 0);
  let rank = -1;
  let missing = 0;
  for (const { required, use } of definitions) if (required && isFieldUse(use)) missing++;
  for (const { definition, open, close, value } of fields) {
    const next = definition ? (order.get(definition.code) ?? -1) : -1;
    const isWhole = definition !== undefined && open !== -1 && close !== -1 && rank < next;
    if (!isWhole || !beginsWithText(text, value)) traces |= TREE.oddField;
    if (definition?.required) missing--;
    rank = next;
  }
  if (missing !== 0) traces |= TREE.oddField;
  return traces;
}

/** Whether behind ordinary white space some other character follows, that is surely none. */
function beginsWithText(text: string, { start, end }: Span): boolean {
  let at = start;
  while (at < end && isOrdinarySpace(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  return at < end && ((0x20 < unit && unit < 0x7f) || isSign(unit) || (0x30_00 < unit && unit !== 0xfe_ff));
}

/** A dash or quotation mark. */
function isSign(unit: number): boolean {
  return 0x20_10 <= unit && unit <= 0x20_27;
}

function isOrdinarySpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x30_00;
}

function numberTraces({ lists }: RecordTree): number {
  return lists.every(isInOrder) ? 0 : TREE.oddNumber;
}

function isInOrder({ members }: NumberedList): boolean {
  const style = members[0]?.numeral?.style;
  return members.every(
    ({ numeral }, index) =>
      numeral !== undefined && numeral.value === index + 1 && numeral.style === style && numeral.meant === undefined,
  );
}

function nodeTraces(record: RecordTree): number {
  const { text } = record;
  const isLikeOthers = indentationsOf(record);
  const ends = new Set<number>();
  let traces = 0;
  let hasHeadline = false;
  let isJoint = false;
  let isSigned = false;
  let last: StatementNode | undefined;
  for (const node of nodesOf(record)) {
    const { kind, code, severalPieces, ownStart, ownEnd } = node;
    if (kind === 'field') continue;
    if (isSaid(node)) {
      last = node;
      if (severalPieces) traces |= TREE.cutParagraph;
      if (!isLikeOthers(node)) traces |= TREE.unevenIndent;
      if (lengthOf(node) >= SHORTEST_ALIKE) {
        const key = endsOf(text, ownStart, ownEnd);
        if (ends.has(key)) traces |= TREE.alike;
        ends.add(key);
      }
    }
    if (kind === 'paragraph') {
      if (severalPieces?.some(({ start, end }) => isLoose(text, start, end))) traces |= TREE.looseLine;
      if (!severalPieces && isLoose(text, ownStart, ownEnd)) traces |= TREE.looseLine;
    } else if (kind === 'boilerplate') {
      traces |= TREE.looseLine;
    } else if (kind === 'credit') {
      if (isDigit(text.charCodeAt(node.start))) traces |= TREE.looseLine;
    } else if (kind === 'title') {
      if (hasHeadline && code === undefined) traces |= TREE.looseLine;
      hasHeadline ||= code === undefined;
      isJoint ||= mayNameStatement(text, ownEnd);
    } else if (kind === 'signature') {
      isSigned = true;
    }
  }
  if (isJoint && !isSigned) traces |= TREE.unsigned;
  const end = last?.ownEnd ?? -1;
  if (end !== -1 && !'。！？'.includes(text.charAt(end - 1))) traces |= TREE.openEnd;
  return traces;
}

/** 声明, 公报, 宣言, with or without brackets behind; no other Chinese character ends the name of a joint statement. */
function mayNameStatement(text: string, end: number): boolean {
  const last = text.charAt(end - 1);
  return '明报報言'.includes(last) || !isHan(last.charCodeAt(0));
}

/** Lines of a web page are no longer. */
const LONGEST_LOOSE = 60;

function isLoose(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_LOOSE && !text.slice(start, end).includes('。');
}

function isDigit(unit: number): boolean {
  return 0x30 <= unit && unit <= 0x39;
}

/** Tells of paragraphs in their order whether there is before them on their line what is before the first one. */
function indentationsOf({ text, lineBreaks }: RecordTree): (node: StatementNode) => boolean {
  let passed = 0;
  let first: Span | undefined;
  return ({ start: end }) => {
    while ((lineBreaks[passed] ?? Number.POSITIVE_INFINITY) <= end) passed++;
    const start = lineBreaks[passed - 1] ?? 0;
    first ??= { start, end };
    if (end - start !== first.end - first.start) return false;
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== text.charCodeAt(first.start + at - start)) return false;
    }
    return true;
  };
}

/** Shorter paragraphs may well be the same. */
const SHORTEST_ALIKE = 30;
const COMPARED = 6;

function lengthOf({ severalPieces, ownStart, ownEnd }: StatementNode): number {
  if (!severalPieces) return ownEnd - ownStart;
  let length = 0;
  for (const { start, end } of severalPieces) length += end - start;
  return length;
}

/** A number that paragraphs share which begin and end with the same few characters, white space aside. */
function endsOf(text: string, start: number, end: number): number {
  let hash = 0;
  let left = COMPARED;
  for (let at = start; at < end && left > 0; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) continue;
    hash = Math.imul(hash, 31) + unit;
    left--;
  }
  left = COMPARED;
  for (let at = end - 1; at >= start && left > 0; at--) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) continue;
    hash = Math.imul(hash, 31) + unit;
    left--;
  }
  return hash;
}

/** White space as in `\s`, of which only what stands between 0x80 and 0x3000 needs a closer look. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (0x30_00 < unit || unit < 0x80) return unit === 0xfe_ff;
  // Quotation marks, dashes and dots lie in the middle of it.
  return !isSign(unit) && /\s/.test(String.fromCharCode(unit));
}
