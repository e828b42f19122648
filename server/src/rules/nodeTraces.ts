import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { isHan } from '../text/characters.ts';
import { isSaid } from './nodes.ts';
import { isDashOrQuote, isDigit } from './signs.ts';
import { TREE } from './traces.ts';

/** What one look at each node of a record tells: bits of `TREE`. */
export function nodeTraces(record: RecordTree): number {
  const look = new Look(record);
  look.at(record.root);
  return look.end();
}

/** Goes through the nodes of a record in the order of the text. */
class Look {
  readonly #text: string;
  readonly #lineBreaks: readonly number[];
  /** Of each longer paragraph, a number for what it begins and ends with. */
  readonly #ends: number[] = [];
  #traces = 0;
  #hasHeadline = false;
  #isJoint = false;
  #isSigned = false;
  #last: StatementNode | undefined;
  /** How many line breaks lie behind the node that is looked at. */
  #passed = 0;
  /** What is before the first paragraph on its line. */
  #indentStart = -1;
  #indentEnd = -1;

  constructor({ text, lineBreaks }: RecordTree) {
    this.#text = text;
    this.#lineBreaks = lineBreaks;
  }

  at(node: StatementNode): void {
    switch (node.kind) {
      case 'field':
        break;
      case 'title':
        this.#title(node);
        break;
      case 'boilerplate':
        this.#traces |= TREE.looseLine;
        break;
      case 'credit':
        this.#traces |= TREE.dated;
        if (isDigit(this.#text.charCodeAt(node.start))) this.#traces |= TREE.looseLine;
        break;
      case 'signature':
        this.#traces |= TREE.dated;
        this.#isSigned = true;
        break;
      case 'paragraph':
        if (this.#hasLooseLine(node)) this.#traces |= TREE.looseLine;
        this.#said(node);
        break;
      default:
        if (isSaid(node)) this.#said(node);
    }
    for (const child of node.children) this.at(child);
  }

  end(): number {
    if (hasAnyTwice(this.#ends)) this.#traces |= TREE.alike;
    if (this.#isJoint && !this.#isSigned) this.#traces |= TREE.unsigned;
    const end = this.#last?.ownEnd ?? -1;
    if (end !== -1 && !'。！？'.includes(this.#text.charAt(end - 1))) this.#traces |= TREE.openEnd;
    return this.#traces;
  }

  #title({ code, ownEnd }: StatementNode): void {
    if (this.#hasHeadline && code === undefined) this.#traces |= TREE.looseLine;
    this.#hasHeadline ||= code === undefined;
    this.#isJoint ||= mayNameStatement(this.#text, ownEnd);
  }

  #said(node: StatementNode): void {
    const { severalPieces, ownStart, ownEnd } = node;
    if (!this.#last && mayBeginWithCredit(this.#text, ownStart)) this.#traces |= TREE.dated;
    this.#last = node;
    if (severalPieces) this.#traces |= TREE.cutParagraph;
    if (!this.#isIndentedLikeFirst(node)) this.#traces |= TREE.unevenIndent;
    if (lengthOf(node) >= SHORTEST_ALIKE) this.#ends.push(endsOf(this.#text, ownStart, ownEnd));
  }

  #hasLooseLine({ severalPieces, ownStart, ownEnd }: StatementNode): boolean {
    if (!severalPieces) return isLoose(this.#text, ownStart, ownEnd);
    return severalPieces.some(({ start, end }) => isLoose(this.#text, start, end));
  }

  /** Whether there is before a node on its line what is before the first paragraph; true for what does not begin a line. */
  #isIndentedLikeFirst({ start: end }: StatementNode): boolean {
    while ((this.#lineBreaks[this.#passed] ?? Number.POSITIVE_INFINITY) <= end) this.#passed++;
    const start = this.#lineBreaks[this.#passed - 1] ?? 0;
    if (!isBlank(this.#text, start, end)) return true;
    if (this.#indentStart === -1) {
      this.#indentStart = start;
      this.#indentEnd = end;
    }
    if (end - start !== this.#indentEnd - this.#indentStart) return false;
    for (let at = 0; at < end - start; at++) {
      if (this.#text.charCodeAt(start + at) !== this.#text.charCodeAt(this.#indentStart + at)) return false;
    }
    return true;
  }
}

/** 声明, 公报, 宣言, with or without brackets behind; no other Chinese character ends the name of a joint statement. */
function mayNameStatement(text: string, end: number): boolean {
  const last = text.charAt(end - 1);
  return '明报報言'.includes(last) || !isHan(last.charCodeAt(0));
}

/** An agency's credit before the first words of a text begins with its name, in brackets or not: 新华社, 中新社, 本报. */
function mayBeginWithCredit(text: string, start: number): boolean {
  const name = '（(【'.includes(text.charAt(start)) ? start + 1 : start;
  return '新华 新華 中新 本报 本報'.includes(text.slice(name, name + 2));
}

/** Lines of a web page are no longer. */
const LONGEST_LOOSE = 60;
const FULL_STOP = '。'.charCodeAt(0);

function isLoose(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_LOOSE) return false;
  // Where there is one, there mostly is one at the end.
  for (let at = end - 1; at >= start; at--) if (text.charCodeAt(at) === FULL_STOP) return false;
  return true;
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
    hash = (Math.imul(hash, 31) + unit) | 0;
    left--;
  }
  left = COMPARED;
  for (let at = end - 1; at >= start && left > 0; at--) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) continue;
    hash = (Math.imul(hash, 31) + unit) | 0;
    left--;
  }
  return hash;
}

/** Of so few numbers, comparing each two is faster than making a set of them. */
const FEW = 32;

function hasAnyTwice(numbers: readonly number[]): boolean {
  if (numbers.length > FEW) return new Set(numbers).size < numbers.length;
  for (let index = 1; index < numbers.length; index++) {
    for (let before = 0; before < index; before++) if (numbers[before] === numbers[index]) return true;
  }
  return false;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** White space as in `\s`, of which only what stands between these needs a closer look. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20 || unit === 0x30_00) return true;
  if (0x30_00 < unit || unit < 0x80) return unit === 0xfe_ff;
  // Quotation marks, dashes and dots lie in the middle of it.
  return !isDashOrQuote(unit) && /\s/.test(String.fromCharCode(unit));
}
