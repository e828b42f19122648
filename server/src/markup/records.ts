import { isLineBreak } from '../text/lines.ts';
import { readTag, scanMarks } from './scan.ts';
import type { Tag } from './syntax.ts';
import { isFieldUse, type TagDefinition, type Vocabulary } from './vocabulary.ts';

/**
 * Where the records of a file start; the first is always 0. A record starts with the line of its first tag: that of the
 * first field where the record before has had one, or any field once the body before has been closed. Each record is
 * split by what it holds alone, so that a split may be resumed at any start.
 *
 * @param marks those of `text`
 */
export function recordStarts(
  text: string,
  vocabulary: Vocabulary,
  { tagBrackets } = scanMarks(text, vocabulary),
): number[] {
  const starts = [0];
  let hasFirst = false;
  let hasOther = false;
  let hasBody = false;
  let bodyClosed = false;
  let before: Tag | undefined;
  for (const at of tagBrackets) {
    // A bracket of another kind may be the text's own: what it begins parts no records.
    const tag = text.charAt(at) === '〖' ? readTag(text, at, vocabulary) : undefined;
    if (!tag) continue;
    const definition = fieldOf(tag, vocabulary);
    if (definition) {
      const isFirstField = vocabulary.order.get(tag.code) === 0;
      const begins = isFirstField ? hasBody || (hasFirst && hasOther) : bodyClosed && definition.use === 'field';
      const lineStart = begins ? startOf(text, tag, before) : undefined;
      if (lineStart !== undefined) {
        starts.push(lineStart);
        hasFirst = hasOther = hasBody = bodyClosed = false;
      }
      if (isFirstField) hasFirst = true;
      else hasOther = true;
      if (definition.use === 'body') {
        hasBody = true;
        const isInOtherField = before?.code !== tag.code && startOf(text, tag, before) === undefined;
        if (tag.role === 'close' && !isInOtherField) bodyClosed = true;
      }
    }
    before = tag;
  }
  return starts;
}

/** The field that a tag belongs to; none where its name says another one, so that a slip in a tag splits nothing. */
function fieldOf(tag: Tag, vocabulary: Vocabulary): TagDefinition | undefined {
  const definition = vocabulary.byCode.get(tag.code);
  if (!definition || !isFieldUse(definition.use)) return undefined;
  const named = vocabulary.byName.get(tag.name);
  return named === undefined || named === definition ? definition : undefined;
}

/** The start of the tag's line, or the end of the field before it there; `undefined` inside a field of that line. */
function startOf(text: string, tag: Tag, before: Tag | undefined): number | undefined {
  const limit = before?.end ?? 0;
  let at = tag.start;
  while (at > limit && !isLineBreak(text.charCodeAt(at - 1))) at--;
  const isBehindOpening = at === limit && before?.role === 'open' && !isLineBreak(text.charCodeAt(at - 1));
  return isBehindOpening ? undefined : at;
}
