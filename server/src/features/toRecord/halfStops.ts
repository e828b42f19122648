import { transcribedBefore, transcribedBehind } from '../../rules/dottedNames.ts';
import { ownText, saidNodes } from '../../rules/nodes.ts';
import { simplifiedForm } from '../../rules/scriptCharacters.ts';
import { isChinese, isHanCharacter } from '../../rules/signs.ts';
import { type Document, placedRecords } from '../../statement/document.ts';
import type { RecordTree } from '../../statement/tree.ts';
import type { DraftEdit } from './draft.ts';

/** Shorter lines are headings and names. */
const SHORTEST_PROSE = 10;
/** So many full stops at the ends of paragraphs show that a text has this for its stop. */
const FEWEST_AT_ENDS = 2;

/**
 * Full-width stops for the half-width ones that end sentences: at the end of a paragraph any behind a Chinese character; inside
 * one, where the text ends its paragraphs so and has no other stop, those that part no name.
 */
export function fullStops(document: Document): DraftEdit[] {
  return placedRecords(document).flatMap(({ record, start }) =>
    halfStops(record).map((at) => ({
      span: { start: start + at, end: start + at + 1 },
      newText: '。',
      group: 'punctuation' as const,
    })),
  );
}

function halfStops(record: RecordTree): number[] {
  const { text } = record;
  const ending: number[] = [];
  const inner: number[] = [];
  for (const node of saidNodes(record)) {
    if (ownText(record, node).length < SHORTEST_PROSE) continue;
    for (const { start, end } of node.pieces) {
      for (let at = text.indexOf('.', start); at !== -1 && at < end; at = text.indexOf('.', at + 1)) {
        if (!isBehindChinese(text, at)) continue;
        if (at + 1 === end || (at + 2 === end && /[”’"）)」』]/.test(text.charAt(at + 1)))) ending.push(at);
        else if (isHanCharacter(text.charAt(at + 1)) && !partsName(text, at)) inner.push(at);
      }
    }
  }
  const isOnlyStop = ending.length >= FEWEST_AT_ENDS && !text.includes('。');
  return isOnlyStop ? [...ending, ...inner] : ending;
}

function isBehindChinese(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return isChinese(before) || (/[)"]/.test(before) && isHanCharacter(text.charAt(at - 2)));
}

function partsName(text: string, at: number): boolean {
  if (/[.．·]/.test(text.slice(Math.max(0, at - 4), at) + text.slice(at + 1, at + 5))) return true;
  const simplify = (character: string) => simplifiedForm(character) ?? character;
  return transcribedBefore(text, at, simplify) >= 1 && transcribedBehind(text, at + 1, simplify) >= 1;
}
