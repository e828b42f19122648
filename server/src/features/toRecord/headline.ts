import { isAdoption, isCredit, isDateLine, namesDocument } from '../../statement/furniture.ts';
import { readBullet, readMarker } from '../../statement/markers.ts';
import { endsSentence } from '../../text/characters.ts';
import { isPageLine, isPageNumber, isRuler } from './pageWords.ts';
import type { TextLine } from './textLines.ts';

/** The headline stands among so many first lines. */
const LOOKED_AT = 80;
const LONGEST_HEADLINE = 160;
/** （全文）, or the name of the site, behind the headline of a page. */
const SUFFIX = /[（(](?:全文|附全文|[双雙][语語]|最新)[）)]$|\s*[_|｜-]{1,2}[^_|｜-]{2,20}$/;

/** What a headline says, without Markdown's marks and what a site adds. */
export function headlineWords(line: string): string {
  let words = line.replace(/^#{1,6}\s+/, '').replace(/^\*\*|\*\*$/g, '');
  for (let next = words.replace(SUFFIX, ''); next !== words; next = words.replace(SUFFIX, '')) words = next;
  return words.replace(/\s/g, '');
}

/** The line of the headline, which ends with what the document is: the last such line before the first sentence. */
export function headlineAmong(text: string, lines: readonly TextLine[]): number | undefined {
  let found: number | undefined;
  for (const [index, line] of lines.slice(0, LOOKED_AT).entries()) {
    if (isBodyLine(text, line)) break;
    if (line.end - line.start <= LONGEST_HEADLINE && namesDocument(headlineWords(line.text)) && !isFrame(line.text)) {
      found = index;
    }
  }
  return found;
}

/** Whether a line says something, in contrast to headlines and what stands around them. */
export function isBodyLine(text: string, line: TextLine): boolean {
  if (/。/.test(line.text) || line.end - line.start > LONGEST_HEADLINE) return true;
  if (readMarker(text, line.start, line.end) ?? readBullet(text, line.start, line.end)) {
    return !isFrame(line.text) && !isPageLine(line.text) && !isPageNumber(line.text) && !isRuler(line.text);
  }
  return endsSentence(text, line.start, line.end) && line.end - line.start > 30;
}

function isFrame(line: string): boolean {
  return isCredit(line) || isDateLine(line) || isAdoption(line);
}
