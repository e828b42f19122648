import { isLineBreak } from '../text/lines.ts';
import { readTag } from './scan.ts';
import { isFieldUse, type Vocabulary } from './vocabulary.ts';

/**
 * Where the records of a file start; the first is always 0. A record starts with the line of its first tag, which is
 * that of the first field, or any field once the body before has been closed. Each record is split by what it holds
 * alone, so that a split may be resumed at any start.
 */
export function recordStarts(text: string, vocabulary: Vocabulary): number[] {
  const starts = [0];
  let hasOther = false;
  let bodyClosed = false;
  let behindTag = 0;
  for (let at = text.indexOf('〖'); at !== -1; at = text.indexOf('〖', at + 1)) {
    const tag = readTag(text, at, vocabulary);
    if (!tag) continue;
    const use = vocabulary.byCode.get(tag.code)?.use;
    if (use !== undefined && isFieldUse(use)) {
      const isFirstField = vocabulary.order.get(tag.code) === 0;
      if ((isFirstField && hasOther) || (bodyClosed && use === 'field')) {
        starts.push(lineStartAt(text, tag.start, behindTag));
        hasOther = false;
        bodyClosed = false;
      }
      if (!isFirstField) hasOther = true;
      if (use === 'body' && tag.role === 'close') bodyClosed = true;
    }
    behindTag = tag.end;
    at = tag.end - 1;
  }
  return starts;
}

function lineStartAt(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}
