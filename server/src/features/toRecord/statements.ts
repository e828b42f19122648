import { isCredit, isDateLine, isSignedMark, namesDocument } from '../../statement/furniture.ts';
import { type Span, spanOf } from '../../text/span.ts';
import { headlineWords, isBodyLine } from './headline.ts';
import { isPageLine, isPageNumber, isRuler } from './pageWords.ts';
import { type TextLine, textLines } from './textLines.ts';

/** So many lines may stand between the end of a statement and the headline of the next one. */
const FARTHEST = 4;
const LONGEST_HEADLINE = 160;

/**
 * The statements that an untagged text holds one after the other. Another one begins behind a signature's date or a closing
 * credit, where a headline that names a document follows and something is said under it.
 */
export function statementsIn(text: string): Span[] {
  const lines = textLines(text);
  const starts = [0];
  let hasBody = false;
  for (const [index, line] of lines.entries()) {
    if (isBodyLine(text, line)) hasBody = true;
    else if (hasBody && isEnd(line) && beginsAnother(text, lines, index + 1)) {
      starts.push(line.whole.end);
      hasBody = false;
    }
  }
  return starts.map((start, index) => spanOf(start, starts[index + 1] ?? text.length));
}

function isEnd({ text }: TextLine): boolean {
  return isDateLine(text) || isCredit(text) || isSignedMark(text);
}

function beginsAnother(text: string, lines: readonly TextLine[], from: number): boolean {
  for (let index = from; index <= from + FARTHEST; index++) {
    const line = lines[index];
    if (!line || isBodyLine(text, line)) return false;
    if (isHeadline(line)) return lines.slice(index + 1, index + 2 + FARTHEST).some((next) => isBodyLine(text, next));
    // The date may stand above a credit: the last of them ends the statement.
    const isBetween = isPageLine(line.text) || isPageNumber(line.text) || isRuler(line.text) || line.text.length <= 40;
    if (!isBetween || isEnd(line)) return false;
  }
  return false;
}

function isHeadline({ text, start, end }: TextLine): boolean {
  return end - start <= LONGEST_HEADLINE && namesDocument(headlineWords(text));
}
