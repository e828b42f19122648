import { isLineBreak } from '../text/lines.ts';
import { isPlainClosing, plainDefinitionAt, plainEnd, readTag, scanMarks } from './scan.ts';
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
  const firstField = vocabulary.definitions.find(({ use }) => isFieldUse(use));
  let hasFirst = false;
  let hasOther = false;
  let hasBody = false;
  let bodyClosed = false;
  /** The tag before: where it ends, what it is, and whether it opens. */
  let limit = 0;
  let codeBefore = '';
  let isBehindOpening = false;
  for (const at of tagBrackets) {
    // A bracket of another kind may be the text's own: what it begins parts no records.
    if (text.charCodeAt(at) !== OPENING_UNIT) continue;
    const plain = plainDefinitionAt(text, at, vocabulary);
    const tag = plain ? undefined : readTag(text, at, vocabulary);
    if (!plain && !tag) continue;
    const code = plain?.code ?? tag?.code ?? '';
    const isClosing = plain ? isPlainClosing(text, at) : tag?.role === 'close';
    const field = plain ? fieldOfPlain(plain) : tag && fieldOf(tag, vocabulary);
    if (field) {
      const begins = field === firstField ? hasBody || (hasFirst && hasOther) : bodyClosed && field.use === 'field';
      const lineStart = begins ? startOf(text, at, limit, isBehindOpening) : undefined;
      if (lineStart !== undefined) {
        starts.push(lineStart);
        hasFirst = hasOther = hasBody = bodyClosed = false;
      }
      if (field === firstField) hasFirst = true;
      else hasOther = true;
      if (field.use === 'body') {
        hasBody = true;
        const isInOtherField = codeBefore !== code && startOf(text, at, limit, isBehindOpening) === undefined;
        if (isClosing && !isInOtherField) bodyClosed = true;
      }
    }
    limit = plain ? plainEnd(text, at, plain) : (tag?.end ?? at);
    codeBefore = code;
    isBehindOpening = !isClosing;
  }
  return starts;
}

const OPENING_UNIT = '〖'.charCodeAt(0);

function fieldOfPlain(definition: TagDefinition): TagDefinition | undefined {
  return isFieldUse(definition.use) ? definition : undefined;
}

/** The field that a tag belongs to; none where its name says another one, so that a slip in a tag splits nothing. */
function fieldOf(tag: Tag, vocabulary: Vocabulary): TagDefinition | undefined {
  const definition = vocabulary.byCode.get(tag.code);
  if (!definition || !isFieldUse(definition.use)) return undefined;
  const named = vocabulary.byName.get(tag.name);
  return named === undefined || named === definition ? definition : undefined;
}

/**
 * The start of the line of the tag at `start`, or the end of the tag before it there, which is `limit`; `undefined` inside
 * a field of that line.
 */
function startOf(text: string, start: number, limit: number, isBehindOpening: boolean): number | undefined {
  let at = start;
  while (at > limit && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at === limit && isBehindOpening && !isLineBreak(text.charCodeAt(at - 1)) ? undefined : at;
}
