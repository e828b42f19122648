import { isCredit, isDateLine } from '../../statement/furniture.ts';
import { readBullet, readMarker } from '../../statement/markers.ts';
import type { DraftEdit } from './draft.ts';
import { printedWidth, type TextLine, textLines } from './textLines.ts';

/** So many lines, and so large a share of those that another one follows, are full where a text was broken at a width. */
const FEWEST_LINES = 6;
const LEAST_SHARE = 0.5;
const NARROWEST = 36;
const WIDEST = 160;
/** What a line may lack to be full: a character and a half that went to the next one. */
const SLACK = 4;

/**
 * Joins the lines of a text that was broken at one width, as a PDF or a mail is, blank lines parting nothing but paragraphs: a
 * full line goes on in the next one, even where a sentence ends with it.
 */
export function withoutHardWraps(text: string): DraftEdit[] {
  const lines = textLines(text);
  const width = wrapWidth(text, lines);
  if (width === undefined) return [];
  return lines.flatMap((line, index): DraftEdit[] => {
    const before = lines[index - 1];
    if (!before || !line.isNext || printedWidth(text, before) < width - SLACK) return [];
    if (line.indent > 0 && line.indent >= before.indent) return [];
    const { start, end } = line;
    if (readMarker(text, start, end) ?? readBullet(text, start, end) ?? (isCredit(line.text) || isDateLine(line.text)))
      return [];
    const gap = { start: before.end, end: line.start };
    const partsWords = /[A-Za-z]$/.test(text.slice(gap.start - 1, gap.start)) && /^[A-Za-z]/.test(line.text);
    return [{ span: gap, newText: partsWords ? ' ' : '', group: 'join' }];
  });
}

/** The width at which lines were broken; `undefined` where they are as long as their paragraphs. */
function wrapWidth(text: string, lines: readonly TextLine[]): number | undefined {
  const followed = lines.flatMap((line, index) => (lines[index + 1]?.isNext ? [printedWidth(text, line)] : []));
  if (followed.length < FEWEST_LINES) return undefined;
  const width = followed.toSorted((a, b) => a - b)[Math.floor(followed.length * 0.95)] ?? 0;
  const full = followed.filter((one) => width - SLACK <= one && one <= width + SLACK).length;
  return NARROWEST <= width && width <= WIDEST && full >= LEAST_SHARE * followed.length ? width : undefined;
}
