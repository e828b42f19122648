import type { Vocabulary } from '../markup/vocabulary.ts';
import { isoDate, parseDate } from '../statement/dates.ts';
import type { Block } from '../statement/blocks.ts';
import type { Document } from '../statement/document.ts';
import type { NodeKind, RecordTree, StatementNode } from '../statement/tree.ts';
import { message, type Say } from '../text/messages.ts';
import { type Span, spanOf } from '../text/span.ts';
import { fieldValue } from './recordFields.ts';
import { ownText, paragraphCount } from './treeWalk.ts';
import { cut, legible, onOneLine, openingWords } from './wording.ts';

export type OutlineKind = Exclude<NodeKind, 'paragraph'>;

/**
 * A part of a record that a reader would put down in a table of contents, from its start to its end, counted from the
 * record's.
 */
export interface OutlineNode extends Span {
  readonly kind: OutlineKind;
  /** Never empty. */
  readonly label: string;
  readonly detail: string;
  /** The numeral as printed. */
  readonly number: string | null;
  readonly value: number | null;
  /** The node's place by itself. */
  readonly span: Span;
  /** Lies inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Holds numbers, of which spans are made for who asks: a large file's outline has tens of thousands of nodes. */
class Entry implements OutlineNode {
  readonly kind: OutlineKind;
  readonly label: string;
  readonly detail: string;
  readonly number: string | null;
  readonly value: number | null;
  readonly start: number;
  readonly end: number;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly children: readonly OutlineNode[];

  constructor(kind: OutlineKind, label: string, detail: string, node: StatementNode, children: readonly OutlineNode[]) {
    const { start, end, selectionStart, selectionEnd, numeral } = node;
    this.kind = kind;
    this.label = label;
    this.detail = detail;
    this.number = numeral === undefined ? null : numeral.text;
    this.value = numeral === undefined ? null : numeral.value;
    this.start = start;
    this.end = end;
    this.selectionStart = Math.min(Math.max(selectionStart, start), end);
    this.selectionEnd = Math.max(this.selectionStart, Math.min(selectionEnd, end));
    this.children = children;
  }

  get span(): Span {
    return spanOf(this.start, this.end);
  }

  get selection(): Span {
    return spanOf(this.selectionStart, this.selectionEnd);
  }
}

/** The outline of one record, and where the record starts. */
export interface PlacedOutline {
  readonly root: OutlineNode;
  readonly start: number;
}

interface Surroundings {
  readonly record: RecordTree;
  readonly vocabulary: Vocabulary;
  readonly say: Say;
}

interface Wording {
  readonly label: string;
  readonly detail: string;
}

const LONGEST_LINE = 80;

/** The outlines of a block's records, whose starts count from the block's, and where the block starts in the file. */
export interface OutlineBlock {
  readonly records: readonly PlacedOutline[];
  readonly start: number;
}

/**
 * The file's table of contents, record by record. Plain paragraphs are left out; what hangs on them moves up. After an
 * edit, only the blocks that it has reached are new.
 */
export function outline({ blocks, starts, vocabulary }: Document, say: Say): OutlineBlock[] {
  return blocks.map((block, index) => ({ records: blockOutline(block, vocabulary, say), start: starts[index] ?? 0 }));
}

/** The same record by record, whose starts count from the file's. */
export function placedOutlines(blocks: readonly OutlineBlock[]): PlacedOutline[] {
  return blocks.flatMap(({ records, start: blockStart }) =>
    records.map(({ root, start }) => ({ root, start: blockStart + start })),
  );
}

const blockOutlines = new WeakMap<Block, { readonly records: readonly PlacedOutline[]; readonly say: Say }>();

function blockOutline(block: Block, vocabulary: Vocabulary, say: Say): readonly PlacedOutline[] {
  const known = blockOutlines.get(block);
  if (known?.say === say) return known.records;
  const records = block.records.map((record, index) => ({
    root: recordOutline(record, vocabulary, say),
    start: block.starts[index] ?? 0,
  }));
  blockOutlines.set(block, { records, say });
  return records;
}

const outlines = new WeakMap<RecordTree, { readonly root: OutlineNode; readonly say: Say }>();

/** The outline of one record, which is made once for each state of it. */
export function recordOutline(record: RecordTree, vocabulary: Vocabulary, say: Say): OutlineNode {
  const known = outlines.get(record);
  if (known?.say === say) return known.root;
  const read = record.read();
  const root = outlineNode({ record: read, vocabulary, say }, read.root, 'record');
  outlines.set(record, { root, say });
  return root;
}

/** An outline of which only the upper levels, or only the first records, are shown. */
export interface CappedOutline {
  readonly records: readonly PlacedOutline[];
  /** How many levels are shown, records being the first; absent where all are. */
  readonly depth?: number;
  /** How many records are not shown. */
  readonly left: number;
}

/**
 * As many levels of an outline as fit into `most`, of which each node takes the share that `sizeOf` says; of records alone,
 * as many as fit.
 */
export function capped(
  records: readonly PlacedOutline[],
  most: number,
  sizeOf: (node: OutlineNode) => number,
): CappedOutline {
  const sizes: number[] = [];
  let firsts = 0;
  for (const { root } of records) {
    addSizes(sizes, root, 0, sizeOf);
    if ((sizes[0] ?? 0) <= most) firsts++;
  }
  let total = 0;
  const tooDeep = sizes.findIndex((size) => (total += size) > most);
  if (tooDeep === -1) return { records, left: 0 };
  const depth = Math.max(1, tooDeep);
  const shown = records.slice(0, tooDeep === 0 ? firsts : records.length);
  return {
    records: shown.map(({ root, start }) => ({ root: cutOff(root, depth), start })),
    depth,
    left: records.length - shown.length,
  };
}

function addSizes(sizes: number[], node: OutlineNode, depth: number, sizeOf: (node: OutlineNode) => number): void {
  sizes[depth] = (sizes[depth] ?? 0) + sizeOf(node);
  for (const child of node.children) addSizes(sizes, child, depth + 1, sizeOf);
}

function cutOff(node: OutlineNode, depth: number): OutlineNode {
  const { kind, label, detail, number, value, start, end, span, selection } = node;
  const children = depth === 1 ? NO_CHILDREN : node.children.map((child) => cutOff(child, depth - 1));
  return { kind, label, detail, number, value, start, end, span, selection, children };
}

/** All nodes of an outline, each before what it holds. */
export function* outlineNodes(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* outlineNodes(node.children);
  }
}

function outlineNode(around: Surroundings, node: StatementNode, kind: OutlineKind): OutlineNode {
  const { label, detail } = wordingOf(around, node, kind);
  return new Entry(kind, label || kindName(around, kind), detail, node, childrenOf(around, node));
}

function childrenOf(around: Surroundings, node: StatementNode): readonly OutlineNode[] {
  const found: OutlineNode[] = [];
  addChildren(found, around, node);
  return found.length > 0 ? found : NO_CHILDREN;
}

const NO_CHILDREN: readonly OutlineNode[] = [];

// A level is a style of numeral, of which there are a dozen, so that no text makes this recursion deep.
function addChildren(found: OutlineNode[], around: Surroundings, node: StatementNode): void {
  for (const child of node.children) {
    if (child.kind !== 'paragraph') found.push(outlineNode(around, child, child.kind));
    else if (child.children.length > 0) addChildren(found, around, child);
  }
}

function wordingOf(around: Surroundings, node: StatementNode, kind: OutlineKind): Wording {
  switch (kind) {
    case 'record':
      return recordWording(around);
    case 'field':
      return fieldWording(around, node);
    case 'title':
      return { label: cut(legible(ownText(around.record, node)), LONGEST_LINE), detail: '' };
    case 'section':
    case 'item':
    case 'bullet':
      return { label: numberedLabel(around.record, node), detail: countOf(around, node) };
    case 'signature':
    case 'credit':
      return { label: cut(lineByLine(around.record, node), LONGEST_LINE), detail: kindName(around, kind) };
    default: {
      const detail = [kindName(around, kind), countOf(around, node)].filter(Boolean).join(' · ');
      return { label: openingWords(firstText(around.record, node)), detail };
    }
  }
}

function recordWording({ record }: Surroundings): Wording {
  const title = record.root.children.find((child) => child.kind === 'title');
  const label = legible(title ? ownText(record, title) : fieldValue(record, 'BT'));
  const date = dateOf(record);
  if (label) return { label: cut(label, LONGEST_LINE), detail: date };
  return { label: date || openingWords(firstText(record, record.root)), detail: '' };
}

/** The day of the newspaper; without one, that of the signature or of the page. */
function dateOf(record: RecordTree): string {
  const printed = fieldValue(record, 'RQ');
  const day = parseDate(printed);
  if (day) return isoDate(day);
  const signed = record.root.children.filter((child) => child.kind === 'signature' || child.kind === 'credit');
  for (const node of signed.sort(signatureFirst)) {
    const found = parseDate(lineByLine(record, node));
    if (found) return isoDate(found);
  }
  return printed;
}

function signatureFirst(a: StatementNode, b: StatementNode): number {
  return Number(b.kind === 'signature') - Number(a.kind === 'signature');
}

function fieldWording(around: Surroundings, node: StatementNode): Wording {
  const code = node.code ?? '';
  const definition = around.vocabulary.byCode.get(code);
  const label = definition?.name ?? code;
  if (definition?.use === 'body') return { label, detail: countOf(around, node) };
  return { label, detail: cut(onOneLine(ownText(around.record, node)), LONGEST_LINE) };
}

/** `一 中俄两国元首…`, `一、双方一致认为…`, `——根据…`: the mark as printed, and the first words behind it. */
function numberedLabel(record: RecordTree, node: StatementNode): string {
  const { numeral, start, ownStart, selectionEnd } = node;
  const hasText = ownStart !== -1;
  let mark = record.text.slice(start, hasText ? ownStart : selectionEnd);
  if (numeral?.meant !== undefined) mark = mark.replace(numeral.text, numeral.meant);
  const words = openingWords(firstText(record, node));
  if (hasText) return onOneLine(mark + words);
  return words ? `${onOneLine(mark)}\u3000${words}` : onOneLine(mark);
}

/** The text of the node, or of the first thing in it that has some. */
function firstText(record: RecordTree, node: StatementNode): string {
  const text = ownText(record, node);
  if (text.trim()) return text;
  for (const child of node.children) {
    const found = firstText(record, child);
    if (found) return found;
  }
  return '';
}

function kindName({ say }: Surroundings, kind: OutlineKind): string {
  return say(message(`outline.${kind}`));
}

/** Names and offices stand on lines of their own. */
function lineByLine({ text }: RecordTree, node: StatementNode): string {
  return legible(node.pieces.map(({ start, end }) => text.slice(start, end)).join(' '));
}

function countOf({ record, say }: Surroundings, node: StatementNode): string {
  const count = paragraphCount(record, node);
  const worthTelling = count > 1 || (count === 1 && node.kind === 'section');
  return worthTelling ? countIn(say, count) : '';
}

const counts = new WeakMap<Say, Map<number, string>>();

/** The same few counts are told of all sections of a file. */
function countIn(say: Say, count: number): string {
  let said = counts.get(say);
  if (!said) counts.set(say, (said = new Map()));
  let words = said.get(count);
  if (words === undefined) said.set(count, (words = say(message('outline.paragraphs', { count }))));
  return words;
}
