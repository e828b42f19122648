import type { RecordTree } from '../statement/tree.ts';
import { endsSentence } from '../text/characters.ts';
import { lineStart } from './lines.ts';
import { ownText, saidNodes } from './nodes.ts';

/** The first line of a paragraph of the body. */
export interface BodyLine {
  /** Where the line starts, white space included. */
  readonly start: number;
  readonly indentation: string;
  /** Numbered paragraphs of each style, bullets and the others may have indentations of their own. */
  readonly kind: string;
  /** Headings and verses stand where they look well. */
  readonly isProse: boolean;
}

/** Shorter lines that end no sentence are no prose. */
const SHORTEST = 20;

export function bodyLines(record: RecordTree): BodyLine[] {
  return saidNodes(record).flatMap((node): BodyLine[] => {
    const start = lineStart(record, node.span.start);
    const indentation = record.text.slice(start, node.span.start);
    if (indentation.trim() !== '') return [];
    const kind = node.numeral?.style ?? (node.kind === 'bullet' ? 'bullet' : 'paragraph');
    const text = ownText(record, node);
    return [{ start, indentation, kind, isProse: text.length >= SHORTEST || endsSentence(text, 0, text.length) }];
  });
}

/** How many lines make a custom, and what share of all. */
const FEWEST = 3;
const LEAST_SHARE = 2 / 3;

/** The indentation of most lines; `undefined` where there is no such. */
export function majority(lines: readonly BodyLine[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { indentation } of lines) counts.set(indentation, (counts.get(indentation) ?? 0) + 1);
  for (const [indentation, count] of counts) {
    if (count >= FEWEST && count >= LEAST_SHARE * lines.length) return indentation;
  }
  return undefined;
}

/** A kind of paragraphs that all agree, or have a majority of their own, follows that. */
export function expectedByKind(lines: readonly BodyLine[], common: string): ReadonlyMap<string, string> {
  const byKind = new Map<string, BodyLine[]>();
  for (const line of lines) {
    const own = byKind.get(line.kind);
    if (own) own.push(line);
    else byKind.set(line.kind, [line]);
  }
  const expected = new Map<string, string>();
  for (const [kind, own] of byKind) {
    const [first] = own;
    const agree = own.every(({ indentation }) => indentation === first?.indentation);
    const isOwn = agree && first && (own.length > 1 || width(first.indentation) > width(common));
    expected.set(kind, isOwn ? first.indentation : (majority(own) ?? common));
  }
  return expected;
}

/** A quotation or verse inside the text: at least two lines in a row, set in alike. */
export function isSetIn(lines: readonly BodyLine[], index: number, wanted: string): boolean {
  const own = lines[index]?.indentation ?? '';
  const isLike = (other: BodyLine | undefined) => other?.indentation === own;
  return width(own) > width(wanted) && (isLike(lines[index - 1]) || isLike(lines[index + 1]));
}

const TAB_WIDTH = 4;

function width(indentation: string): number {
  let sum = 0;
  for (const character of indentation) sum += character === '\u3000' ? 2 : character === '\t' ? TAB_WIDTH : 1;
  return sum;
}

/**
 * What each paragraph of the body should be indented by, by the offset of its first character. Paragraphs that may stand as they do,
 * such as headings in the middle and verses, are left out, and so are all where there is no custom and no `fallback`.
 */
export function customaryIndentation(record: RecordTree, fallback: string | undefined): ReadonlyMap<number, string> {
  const wanted = new Map<number, string>();
  const all = bodyLines(record);
  const prose = all.filter(({ isProse }) => isProse);
  const common = majority(prose) ?? fallback;
  if (common === undefined) return wanted;
  const expected = expectedByKind(prose, common);
  for (const [index, { start, indentation, kind, isProse }] of all.entries()) {
    const own = expected.get(kind) ?? common;
    const mayStand = isSetIn(all, index, own) || (!isProse && width(indentation) > width(own));
    if (!mayStand) wanted.set(start + indentation.length, own);
  }
  return wanted;
}
