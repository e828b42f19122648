import type { RecordTree, StatementNode } from '../statement/tree.ts';
import { readingLengthAt } from '../repair/pinyin.ts';
import { isHan } from '../text/characters.ts';
import { simplifyCharacter } from '../text/script.ts';

/** Bodies shorter than this are placeholders and notices that occur again and again. */
const SHORTEST = 50;
const SAID: ReadonlySet<string> = new Set(['paragraph', 'section', 'item', 'bullet', 'conclusion']);

// Two sums of 32 bits that hardly ever agree by chance. Signed, as the arithmetic is that they take part in.
const FIRST_SEED = 0x81_1c_9d_c5 | 0;
const FIRST_PRIME = 0x01_00_01_93;
const SECOND_SEED = 0x9e_37_79_b9 | 0;
const SECOND_PRIME = 0x85_eb_ca_6b | 0;

/**
 * The same for two records whose bodies have the same characters, letters and digits in the same order, whatever their
 * script, punctuation, spacing, tags and line breaks, and the readings that a mirror put in. Linear; keeps no text.
 */
export function fingerprintOf({ text, root }: RecordTree): string | undefined {
  const sums = new Sums();
  const waiting: StatementNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
    if (!SAID.has(node.kind)) continue;
    for (const { start, end } of node.pieces) sums.add(text, start, end);
  }
  const { first, second, length } = sums;
  return length < SHORTEST ? undefined : `${length}-${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}

/** What has been said so far. */
class Sums {
  first = FIRST_SEED;
  second = SECOND_SEED;
  length = 0;

  /** Every character passes here, so that the loop has its numbers to itself. */
  add(text: string, start: number, end: number): void {
    let { first, second, length } = this;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const unitInstead = (folded[unit] || foldAnew(unit)) - 1;
      if (unitInstead > 0) {
        first = Math.imul(first ^ unitInstead, FIRST_PRIME);
        second = Math.imul(second ^ unitInstead, SECOND_PRIME);
        second ^= second >>> 13;
        length++;
      } else if (unit === OPENING_BRACKET) at += Math.max(0, readingLengthAt(text, at) - 1);
      else if (unit === OPENING_TAG) at = endOfTag(text, at, end);
    }
    this.first = first;
    this.second = second;
    this.length = length;
  }
}

const OPENING_BRACKET = 0x28;
const OPENING_TAG = 0x30_16;
const LONGEST_TAG = 16;

function endOfTag(text: string, at: number, end: number): number {
  const close = text.slice(at, Math.min(end, at + LONGEST_TAG)).indexOf('〗');
  return close === -1 ? at : at + close;
}

/** By UTF-16 unit: what stands for it, plus one, where that has been worked out. */
const folded = new Uint16Array(0x1_00_00);

function foldAnew(unit: number): number {
  return (folded[unit] = fold(unit) + 1);
}

const CIRCLE_FOR_ZERO = 0x25_cb;
const ZERO = 0x30_07;

/** A unit in simplified script, half-width and lower case; 0 for what is no character, letter or digit. */
function fold(unit: number): number {
  if (unit === CIRCLE_FOR_ZERO) return ZERO;
  const character = String.fromCharCode(unit);
  // 著 stays itself in the dictionary and is 着 in most texts.
  if (character === '著') return '着'.charCodeAt(0);
  if (isHan(unit)) return simplifyCharacter(character).charCodeAt(0);
  const plain = character.normalize('NFKC');
  return /^[\p{L}\p{N}]$/u.test(plain) ? plain.toLowerCase().charCodeAt(0) : 0;
}
